import type { Fact } from '../table/fact.js';
import { count, seconds } from '../table/format.js';
import type { LostResult } from './lost.js';

/** What README says of it. */
export function lostRows({ lostAnswers, silence }: LostResult): Fact[] {
  const again = silence.secondsToWorkAgain;
  return [
    {
      figure: `${count(lostAnswers.commands)} commands without keys while 1 % of the database's answers to writes get lost: acknowledged and lost / stored twice`,
      value: `${count(lostAnswers.acknowledgedLost)} / ${count(lostAnswers.doubled)}`,
    },
    {
      figure: `${seconds(silence.secondsSilent)} of silent connections under load (${count(silence.commands)} commands): lost / stored twice / works again after`,
      value: `${count(silence.acknowledgedLost)} / ${count(silence.doubled)} / ${again === null ? 'not while it lasted' : seconds(again)}`,
    },
  ];
}
