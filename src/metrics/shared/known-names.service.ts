import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Database } from '../../database/database.service.js';
import type { Text } from '../../engine/common/text.js';
import type { ProblemError } from '../../problems/problem.js';
import { noTimeZone } from './metrics-range.js';

/** The names in a filter. `steps`: of `sop`, in `version` or in any; by the query parameter in which they stand. */
export interface NamesWish {
  sop?: string;
  version?: number;
  team?: string;
  channel?: string;
  agent?: string;
  steps?: readonly { pointer: string; step: string }[];
}

interface Known {
  sop: boolean;
  version: boolean;
  team: boolean;
  channel: boolean;
  agent: boolean;
  /** Those of the steps that there are. */
  steps: string[];
}

/** A step is an atomic state with a kind, or the end of a region of a parallel state. */
const KNOWN = `with version as materialized (
  select version, definition::jsonb as def from sop_versions where sop_id = $1 and $6::text[] <> '{}'),
place as (
  select s.step, (select array_agg(w order by n, k) from unnest(string_to_array(s.step, '.')) with ordinality as p(name, n)
                  cross join lateral (values (1, 'states'), (2, p.name)) as x(k, w)) as path
  from unnest($6::text[]) as s(step))
select $1::text is null or exists (select from sop_versions where sop_id = $1) as sop,
       $2::int is null or exists (select from sop_versions where sop_id = $1 and version = $2) as version,
       $3::text is null or exists (select from teams where id = $3) as team,
       $4::text is null or $4 = any($7) or exists (select from tickets where channel = $4) as channel,
       $5::uuid is null or exists (select from users where id = $5) as agent,
       array(select p.step from place p where exists (
         select from version v where ($2::int is null or v.version = $2)
           and (v.def #> (p.path || '{meta,kind}'::text[]) is not null and v.def #> (p.path || '{states}'::text[]) is null
                or v.def #>> (p.path || '{type}'::text[]) = 'final'
                   and v.def #>> (p.path[1 : cardinality(p.path) - 4] || '{type}'::text[]) = 'parallel'))) as steps`;

/** Channels that there are before the first ticket comes by one of them. */
const USUAL_CHANNELS = ['web', 'chat', 'app', 'phone', 'email', 'api'];

/** What PostgreSQL says of a time zone that it does not know. */
const INVALID_PARAMETER = '22023';

/** Whether there is what a filter names: figures of something unknown are an error, never zeros (definition section 0). */
@Injectable()
export class KnownNames {
  constructor(private readonly database: Database) {}

  /** An error for each name that there is not, by its query parameter. */
  async unknown({ sop, version, team, channel, agent, steps = [] }: NamesWish): Promise<ProblemError[]> {
    const names = [...new Set(steps.map(({ step }) => step))];
    const values = [sop, version, team, channel, agent].map((name) => name ?? null);
    const { rows } = await this.database.pool.query<Known>(KNOWN, [...values, names, USUAL_CHANNELS]);
    const known = rows[0];
    if (known === undefined) throw new Error('a question without an answer');
    const errors: ProblemError[] = [];
    const miss = (pointer: string, message: Text) => errors.push({ pointer, message });
    if (!known.sop) miss('/sop', isUnknown('SOP', '标准流程', sop));
    else if (!known.version) miss('/version', noVersion(sop, version));
    else
      for (const { pointer, step } of steps)
        if (!known.steps.includes(step)) miss(pointer, isUnknown('step', '步骤', step));
    if (!known.team) miss('/team', isUnknown('team', '团队', team));
    if (!known.channel) miss('/channel', noChannel(channel));
    if (!known.agent) miss('/agent', isUnknown('person', '人员', agent));
    return errors;
  }

  /**
   * An error unless PostgreSQL knows the time zone and reads the same clock from it as we do: it takes some names for
   * fixed offsets, and its table of zones may be an older one.
   */
  async unknownZone(tz: string, year: number): Promise<ProblemError[]> {
    const instants = [1, 4, 7, 10].map((month) => Date.UTC(year, month - 1, 15));
    const ours = instants.map((at) =>
      Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(tz)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' }),
    );
    try {
      const { rows } = await this.database.pool.query<{ local: string }>(
        `select to_char(at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') as local
         from unnest($2::timestamptz[]) with ordinality as t(at, n) order by n`,
        [tz, instants.map((at) => new Date(at))],
      );
      return rows.every(({ local }, n) => local === ours[n]) ? [] : [noTimeZone(tz)];
    } catch (error) {
      if ((error as { code?: unknown }).code === INVALID_PARAMETER) return [noTimeZone(tz)];
      throw error;
    }
  }
}

/** Long names are shown by their beginning. */
const shown = (name: string | undefined): string => (name ?? '').slice(0, 80);

function isUnknown(en: string, zh: string, name: string | undefined): Text {
  return { en: `There is no ${en} "${shown(name)}".`, 'zh-CN': `没有名为“${shown(name)}”的${zh}。` };
}

function noVersion(sop: string | undefined, version: number | undefined): Text {
  const number = String(version);
  return {
    en: `The SOP "${shown(sop)}" has no version ${number}.`,
    'zh-CN': `标准流程“${shown(sop)}”没有第 ${number} 版。`,
  };
}

function noChannel(channel: string | undefined): Text {
  return {
    en: `No ticket has come by the channel "${shown(channel)}".`,
    'zh-CN': `没有来自渠道“${shown(channel)}”的工单。`,
  };
}
