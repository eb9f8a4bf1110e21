import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Accounts } from '../../people/accounts/accounts.service.js';
import type { Person } from '../../people/common/model.js';
import type { Session } from '../../people/access/session.js';
import { Sessions } from '../../people/sessions/sessions.service.js';
import { eventsFor } from './hints.js';
import type { Hint } from './hints.js';
import { LiveBus } from './live-bus.service.js';
import { StreamsStopped, TooManyStreams } from './live-problems.js';
import { HEARTBEAT, writeEvent } from './live-stream.js';
import type { Listener, Outlet } from './live-stream.js';
import { Presence } from './presence.service.js';

/** Windows that one person may have open, per process. */
export const STREAMS_PER_PERSON = 8;
/** A silent connection says something this often (ms). */
const HEARTBEAT_MS = 15_000;
const TICK_MS = 1_000;
const PRESENCE_MS = 30_000;

/** `expired`: get a new token and come again. `signed-out`: sign in. `stopping`: come again. */
type Ending = 'expired' | 'signed-out' | 'stopping';

/** The open streams of this process: who hears what. */
@Injectable()
export class LiveStreams implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Live');
  private readonly listeners = new Set<Listener>();
  private loop: NodeJS.Timeout | undefined;
  private notedAt = 0;
  private stopped = false;

  constructor(
    private readonly bus: LiveBus,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly presence: Presence,
    private readonly clock: Clock,
  ) {
    bus.listen((hints) => void this.spread(hints));
  }

  onApplicationBootstrap(): void {
    this.loop = setInterval(() => this.tick(this.clock.now()), TICK_MS);
    this.loop.unref();
  }

  /** Nobody waits for the end of a stream when the server stops. */
  onModuleDestroy(): void {
    this.stopped = true;
    clearInterval(this.loop);
    for (const listener of this.listeners) this.end(listener, 'stopping');
  }

  /**
   * Opens a stream, which begins with `hello`. The answer closes it from the reader's side.
   * @throws TooManyStreams, StreamsStopped
   */
  open(person: Person, session: Session, outlet: Outlet): () => void {
    if (this.stopped) throw new StreamsStopped();
    const mine = [...this.listeners].filter((one) => one.person.id === person.id).length;
    if (mine >= STREAMS_PER_PERSON) throw new TooManyStreams(STREAMS_PER_PERSON);
    const now = this.clock.now();
    const { id: sessionId, generation, expiresAt: endsAt } = session;
    const listener: Listener = { person, sessionId, generation, endsAt, wroteAt: now, outlet };
    this.listeners.add(listener);
    outlet.push(writeEvent({ event: 'hello', data: { now: new Date(now).toISOString() } }));
    if (mine === 0) void this.arrive(person, now);
    return () => this.listeners.delete(listener);
  }

  /** Ends sessions that are over, says something where it was silent, and notes who is here. */
  tick(now: number): void {
    for (const listener of this.listeners) {
      if (listener.endsAt <= now) this.end(listener, 'expired');
      else if (Math.abs(now - listener.wroteAt) >= HEARTBEAT_MS) this.write(listener, HEARTBEAT);
    }
    if (Math.abs(now - this.notedAt) >= PRESENCE_MS) {
      this.notedAt = now;
      void this.note(
        [...this.listeners].map(({ person }) => person.id),
        now,
      );
    }
  }

  /** Gives hints to those whom they concern. */
  private async spread(hints: Hint[]): Promise<void> {
    // Before anything else: somebody may have lost a team or a role, or been signed out.
    if (hints.some(({ kind }) => kind === 'people' || kind === 'resync')) await this.lookAgain();
    for (const listener of this.listeners) {
      const events = eventsFor(listener.person, hints);
      if (events.length > 0) this.write(listener, events.map(writeEvent).join(''));
    }
  }

  private async lookAgain(): Promise<void> {
    await this.endSignedOut().catch((error: unknown) =>
      this.log.warn(`Which sessions have ended could not be read: ${String(error)}`),
    );
    for (const { person } of this.listeners) this.accounts.forget(person.id);
    await Promise.all(
      [...this.listeners].map(async (listener) => {
        const account = await this.accounts.account(listener.person.id).catch(() => undefined);
        // The database is away: whoever was here stays until it can be asked.
        if (account === undefined) return;
        if (!account?.active || account.generation !== listener.generation) this.end(listener, 'signed-out');
        else listener.person = account.person;
      }),
    );
  }

  private async endSignedOut(): Promise<void> {
    const ended = await this.sessions.ended([...this.listeners].map(({ sessionId }) => sessionId));
    for (const listener of this.listeners)
      if (ended.has(listener.sessionId)) this.end(listener, 'signed-out');
  }

  private write(listener: Listener, text: string): void {
    listener.wroteAt = this.clock.now();
    if (listener.outlet.push(text)) return;
    // Whoever does not read comes again and looks for themselves.
    this.listeners.delete(listener);
    listener.outlet.cut();
  }

  private end(listener: Listener, reason: Ending): void {
    this.listeners.delete(listener);
    listener.outlet.push(writeEvent({ event: 'bye', data: { reason } }));
    listener.outlet.end();
  }

  private async arrive(person: Person, now: number): Promise<void> {
    await this.note([person.id], now);
    this.bus.tell({ kind: 'presence', teams: person.teams.map(({ team }) => team) });
  }

  private async note(userIds: string[], now: number): Promise<void> {
    try {
      await this.presence.note(userIds, now);
    } catch (error) {
      this.log.warn(`Who is here could not be noted and will be again: ${String(error)}`);
    }
  }
}
