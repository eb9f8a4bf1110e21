import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { Lang } from '../../engine/common/text.js';
import { PeopleService } from '../../people/people.service.js';
import { TeamCalendars } from '../../people/teams/team-calendars.service.js';
import { SopReadingService } from '../../sops/sop-reading.service.js';
import { UnknownSopVersion } from '../../sops/sops-problems.js';
import { Threads } from '../../threads/threads.service.js';
import type { RunOptions } from '../../threads/threads.service.js';
import { WalkActIncomplete } from './sop-walk-problems.js';
import type { WalkAnswerDto } from './sop-walk-answer.dto.js';
import type { WalkActDto, WalkDto } from './sop-walk.dto.js';
import type { WalkAct } from './sop-walk.js';
import { WALK_SOP } from './walk-task.js';
import type { WalkInput } from './walk-task.js';

type Walked = Pick<WalkInput, 'source' | 'format' | 'version' | 'stored'>;

/** Walks through SOPs without storing anything: published versions, drafts, and texts that are still being written. */
@Injectable()
export class SopWalkService {
  constructor(
    private readonly reading: SopReadingService,
    private readonly calendars: TeamCalendars,
    private readonly people: PeopleService,
    private readonly clock: Clock,
    private readonly threads: Threads,
  ) {}

  /**
   * Throws `UnknownSop`, `UnknownSopVersion`, `SopUnreadable`, `SopNotRunnable`, what opening a ticket throws, and
   * `Busy`, `WorkBrokenOff`. `work`: for whom, and when they have gone.
   */
  async walk(id: string, request: WalkDto, callerLang: Lang, work: RunOptions): Promise<WalkAnswerDto> {
    const { data = {}, customer, as, acts = [], lang = callerLang } = request;
    const input: WalkInput = {
      id,
      ...(await this.find(id, request)),
      calendars: await this.calendars.definitions(),
      tiers: Object.fromEntries(await this.calendars.tiers()),
      skills: Object.fromEntries(await this.people.skillTitles()),
      data,
      customer,
      start: request.start === undefined ? this.clock.now() : Date.parse(request.start),
      acts: acts.map(readAct),
      as,
      lang,
    };
    return this.threads.run(WALK_SOP, input, work);
  }

  private async find(id: string, { source, version }: WalkDto): Promise<Walked> {
    if (source !== undefined) return { source, format: 'yaml', version: null, stored: null };
    if (version !== undefined) return this.reading.findPublished(id, version);
    try {
      const draft = await this.reading.findVersion(id, 'draft');
      return { source: draft.source, format: draft.format, version: null, stored: null };
    } catch (error) {
      if (!(error instanceof UnknownSopVersion)) throw error;
      return this.reading.findPublished(id, 'newest');
    }
  }
}

/** The check of the request has made sure of what each type needs. */
function readAct(act: WalkActDto): WalkAct {
  const { type, data, as, output, code } = act;
  switch (type) {
    case 'event':
      return { type, event: need(act, 'event'), data, as };
    case 'wait':
      return { type, for: need(act, 'for') };
    case 'result':
      return { type, id: need(act, 'id'), output };
    case 'failure':
      return { type, id: need(act, 'id'), code };
  }
}

function need(act: WalkActDto, field: 'event' | 'for' | 'id'): string {
  const value = act[field];
  if (value === undefined) throw new WalkActIncomplete(`/${field}`);
  return value;
}
