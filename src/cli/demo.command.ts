import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { say } from '../engine/common/text.js';
import { Problem } from '../problems/problem.js';
import { withDatabase } from './database.js';
import type { CliIo } from './io.js';
import { EXIT, pickTerminalLang } from './io.js';

interface DemoOptions {
  seed?: number;
  tickets?: number;
  days?: number;
}

/** `demo`: the last days of a shop, in a database without tickets and without a server at work. */
export function registerDemo(program: Command, io: CliIo, finish: (code: number) => void): void {
  program
    .command('demo')
    .description('fill an empty database with the last days of a shop · 在空数据库中生成演示数据')
    .option('--seed <number>', 'the same seed gives the same world (default: 7)', readWhole(0, 2 ** 31))
    .option('--tickets <number>', 'how many customers write (default: 1350)', readWhole(1, 50_000))
    .option('--days <number>', 'over how many days (default: 14)', readWhole(1, 90))
    .action((options: DemoOptions) =>
      withDatabase(io, async ({ url }) => {
        try {
          // Loaded here: the whole program takes a moment, and other commands do without it.
          const { makeDemoWorld } = await import('../demo/make-world.js');
          const { tickets, events, seconds } = await makeDemoWorld(url, io.env, options, (text) =>
            io.out(text),
          );
          const took = seconds.toFixed(1);
          io.out(
            `${tickets} tickets, ${events} events in ${took} s / 已生成 ${tickets} 张工单、${events} 条事件，用时 ${took} 秒\n`,
          );
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          io.err(`${say(error.detail, pickTerminalLang(io.env))}\n`);
          finish(EXIT.failed);
        }
      }),
    );
}

function readWhole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
  };
}
