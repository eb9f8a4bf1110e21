import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';

/** Another system that SOPs may call by name. */
export interface Connection {
  baseUrl: string;
  /** Sent with every call; for keys and tokens. */
  headers?: Record<string, string>;
  /** Lets calls reach addresses of the own network. */
  allowPrivate?: boolean;
  /** The longest that one try may take, ms; the call's own time-out counts when it is shorter. */
  timeoutMs?: number;
}

/** The named connections: from the configuration, and those that the running program adds (the demo's sandbox shop). */
@Injectable()
export class Connections {
  private readonly byName: Map<string, Connection>;

  constructor(config: Config) {
    this.byName = new Map(Object.entries(config.connections));
  }

  /** Null when there is none of that name. */
  find(name: string): Connection | null {
    return this.byName.get(name) ?? null;
  }

  names(): string[] {
    return [...this.byName.keys()];
  }

  /** Adds or replaces a connection. */
  set(name: string, connection: Connection): void {
    this.byName.set(name, connection);
  }
}
