import { afterAll, beforeAll, expect } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { makeSmallWorld, type SmallWorld } from '../support/small-world.js';

export interface Body {
  [key: string]: unknown;
  id: string;
  version: number;
  type: string;
  detail: string;
  errors: { pointer: string; message: string }[];
  accepted: string[];
  items: Record<string, unknown>[];
}
export interface Answer {
  status: number;
  body: Body;
  headers: Record<string, string>;
}

/** The program with the small world, talked to over HTTP as ann (desk), lab (another team) and sue (lead). */
export class HttpRoom {
  app!: TestApp;
  w!: SmallWorld;
  ann = '';
  lab = '';
  sue = '';

  async post(
    token: string,
    path: string,
    body: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const request = this.app.http.post(`/api${path}`).set({ authorization: `Bearer ${token}`, ...headers });
    return toAnswer(await request.send(body));
  }

  async get(token: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return toAnswer(
      await this.app.http.get(`/api${path}`).set({ authorization: `Bearer ${token}`, ...headers }),
    );
  }

  /** Opens a ticket of the small SOP as ann. */
  async openSmall(more: object = {}): Promise<Body> {
    const ticket = {
      sop: 'small',
      subject: 'Late',
      customer: { id: 'c9', name: 'Kim' },
      data: { reason: 'late' },
    };
    const { status, body } = await this.post(this.ann, '/tickets', { ...ticket, ...more });
    expect(status).toBe(201);
    return body;
  }

  async signIn(email: string): Promise<string> {
    const { body } = await this.app.http
      .post('/api/auth/login')
      .send({ email, password: 'long-enough' })
      .expect(200);
    return (body as { accessToken: string }).accessToken;
  }
}

function toAnswer(response: { status: number; body: unknown; headers: unknown }): Answer {
  return {
    status: response.status,
    body: response.body as Body,
    headers: response.headers as Record<string, string>,
  };
}

/** A room for the tests of one file. */
export function openHttpRoom(): HttpRoom {
  const room = new HttpRoom();
  beforeAll(async () => {
    room.app = await startTestApp();
    room.w = await makeSmallWorld(room.app.app);
    room.ann = await room.signIn('ann@test');
    room.lab = await room.signIn('lab@test');
    room.sue = await room.signIn('sue@test');
  });
  afterAll(() => room.app.close());
  return room;
}
