import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
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
  /** What SOPs may ask of it; absent: everything. */
  methods?: string[];
  /** Beginnings of the paths below the base that SOPs may ask for, in whole segments; absent: all. */
  paths?: string[];
}

/** The named connections: from the configuration, and those that the running program adds (the demo's sandbox shop). */
@Injectable()
export class Connections implements OnApplicationBootstrap {
  private readonly log = new Logger('Connections');
  private readonly byName: Map<string, Connection>;

  constructor(private readonly config: Config) {
    this.byName = new Map(Object.entries(config.connections));
  }

  /** Whoever may publish an SOP may ask everything of a connection that says nothing else. */
  onApplicationBootstrap(): void {
    const isOpen = ({ methods, paths }: Connection): boolean => methods === undefined || paths === undefined;
    const open = Object.entries(this.config.connections).filter(([, connection]) => isOpen(connection));
    if (open.length === 0) return;
    const names = open.map(([name]) => name).join(', ');
    this.log.warn(
      `SOPs may call any method or path of: ${names}. "methods" and "paths" in STEPWISE_CONNECTIONS restrict them.`,
    );
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
