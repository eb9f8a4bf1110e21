import type { JobsOptions } from 'bullmq';
import { priorityOf } from './lanes/lanes.js';

/** Names of the queues that workers empty; lanes are named by `laneOf`. */
export const AUTOMATION_QUEUE = 'automation';
export const TIMERS_QUEUE = 'timers';
/** Holds one job that nobody takes: when it is gone, the queues were wiped. */
export const MARKER_QUEUE = 'marker';

/** An effect in the outbox is to be acted on. */
export interface EffectJob {
  outboxId: string;
}
/** A timer may be due. */
export interface TimerJob {
  ticketId: string;
  id: string;
  seq: number;
}
/** A pending timer as it stands in the table; `dueAt` in ms since 1970. */
export interface TimerRow extends TimerJob {
  dueAt: number;
}
/** A visit waits for a person; `dueAt` in ms since 1970. */
export interface LaneJob {
  ticketId: string;
  visitNo: number;
  dueAt: number;
}

/**
 * Finished and failed jobs are not kept: one that is still stored would stop its successor of the same id.
 * One attempt only: what failed is brought again from the tables, not by BullMQ's delayed retry, which
 * can lose its place on PostgreSQL when two workers meet.
 */
const ONCE: JobsOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

/** A job as `Queue.addBulk` takes it. The id holds no colon and is no number, as BullMQ demands. */
export interface NewJob<T> {
  name: string;
  data: T;
  opts: JobsOptions & { jobId: string };
}

export function effectJob(outboxId: string): NewJob<EffectJob> {
  return { name: 'effect', data: { outboxId }, opts: { ...ONCE, jobId: `effect-${outboxId}` } };
}

/** A wake-up at `dueAt`; at once when that is past. */
export function timerJob({ ticketId, id, seq, dueAt }: TimerRow, now: number): NewJob<TimerJob> {
  const jobId = `timer-${ticketId}-${seq}-${Buffer.from(id).toString('base64url')}`;
  return {
    name: 'timer',
    data: { ticketId, id, seq },
    opts: { ...ONCE, jobId, delay: Math.max(0, dueAt - now) },
  };
}

/** The place of a visit in its lane. `dueMinute` is its priority in the queue: the smaller, the earlier. */
export interface LanePlace {
  jobId: string;
  ticketId: string;
  visitNo: number;
  dueMinute: number;
}

/** The due minute is part of the job's id: a visit whose due time changed gets another job, and the old one is dropped when seen. */
export function lanePlace({ ticketId, visitNo, dueAt }: LaneJob): LanePlace {
  const dueMinute = priorityOf(dueAt);
  return { jobId: `visit-${ticketId}-${visitNo}-${dueMinute}`, ticketId, visitNo, dueMinute };
}

/** The place behind the id of a job; null for what `lanePlace` does not write. */
export function readLanePlace(jobId: string): LanePlace | null {
  const [, ticketId, visitNo, dueMinute] = /^visit-(\d{1,19})-(\d{1,9})-(\d{1,7})$/.exec(jobId) ?? [];
  if (ticketId === undefined) return null;
  return { jobId, ticketId, visitNo: Number(visitNo), dueMinute: Number(dueMinute) };
}

export function laneJob(visit: LaneJob): NewJob<LaneJob> {
  const { ticketId, visitNo, dueAt } = visit;
  const { jobId, dueMinute } = lanePlace(visit);
  return { name: 'visit', data: { ticketId, visitNo, dueAt }, opts: { ...ONCE, jobId, priority: dueMinute } };
}
