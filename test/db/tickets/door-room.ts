import { afterAll, beforeAll } from '@jest/globals';
import { Problem } from '../../../src/problems/problem.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { makeSmallWorld, type SmallWorld } from '../../support/small-world.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** The program on a database of its own with the small world in it, for the tests of one file. */
export interface DoorRoom {
  app: TestApp;
  w: SmallWorld;
  rows: (sql: string, id: string) => Promise<Record<string, unknown>[]>;
}

export function openDoorRoom(): DoorRoom {
  const room = {
    rows: async (sql: string, id: string) =>
      (await room.w.database.pool.query<Record<string, unknown>>(sql, [id])).rows,
  } as DoorRoom;
  beforeAll(async () => {
    room.app = await startTestApp({ role: 'api' });
    room.w = await makeSmallWorld(room.app.app);
  });
  afterAll(() => room.app.close());
  return room;
}

/** The slug of the Problem with which something was refused. */
export async function slugOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Problem ? error.slug : String(error)),
  );
}
