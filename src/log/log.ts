import { destination, pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { factsNow } from './context.js';
import type { LogLevel } from './levels.js';

/** Standard error: standard output is what a command answers. */
const LOG_FD = 2;

export interface LogOptions {
  level: LogLevel;
  /** Lines for a person at a terminal; else one JSON object each. Default: whether there is a terminal. */
  readable?: boolean;
  /** Where lines go instead of standard error. */
  out?: DestinationStream;
}

/** The log of a process. Each line has time, level, pid, and what it was written in the course of. */
export function openLog({ level, readable, out }: LogOptions): Logger {
  const isReadable = readable ?? process.stderr.isTTY;
  // At once: the last words of a process are the ones that are needed.
  const sink = out ?? destination({ fd: LOG_FD, sync: true });
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: factsNow,
    },
    isReadable ? readableOn(sink, out === undefined) : sink,
  );
}

function readableOn(sink: DestinationStream, colorize: boolean): DestinationStream {
  const toWords = prettyFactory({
    colorize,
    ignore: 'pid,room',
    translateTime: 'SYS:HH:MM:ss.l',
    messageFormat: '{room}: {msg}',
  });
  return { write: (line) => void sink.write(toWords(line)) };
}
