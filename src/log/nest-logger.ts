import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';
import { scrub } from './scrub.js';

/** Nest tells every route and module it finds; nobody reads that twice. */
const CHATTER = ['InstanceLoader', 'NestFactory', 'RouterExplorer', 'RoutesResolver', 'NestApplication'];

/** Everything that Nest and the rooms say by Nest's `Logger`, in the log of the process. */
export class NestLogger implements LoggerService {
  constructor(private readonly out: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    const { room } = split(rest);
    if (room !== undefined && CHATTER.includes(room)) return;
    this.write('info', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(
    level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace',
    message: unknown,
    rest: unknown[],
  ): void {
    if (!this.out.isLevelEnabled(level)) return;
    const { room, stack } = split(rest);
    const trace = message instanceof Error ? message.stack : stack;
    const facts = {
      ...(room === undefined ? {} : { room }),
      ...(trace === undefined ? {} : { stack: scrub(trace) }),
    };
    this.out[level](facts, scrub(message instanceof Error ? message.message : String(message)));
  }
}

/** Nest's `Logger` puts the room last, and a stack before it. */
function split(rest: unknown[]): { room?: string; stack?: string } {
  const words = rest.filter((one): one is string => typeof one === 'string');
  const stack = words.find((word) => word.includes('\n    at '));
  const room = words.findLast((word) => word !== stack);
  return { ...(room === undefined ? {} : { room }), ...(stack === undefined ? {} : { stack }) };
}
