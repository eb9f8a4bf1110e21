import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from '../../clock.js';
import { compileSop, parseSop, SopInvalid } from '../../engine/index.js';
import type { CompiledSop } from '../../engine/index.js';
import type { SopDefinition } from '../../engine/model.js';
import type { Lang } from '../../engine/text.js';
import { TeamCalendars } from '../../people/team-calendars.service.js';
import { PromiseCache } from '../../sops/sop-cache.js';
import { SopReadingService } from '../../sops/sop-reading.service.js';
import { SopIdMismatch, SopUnreadable, UnknownSopVersion } from '../../sops/sops-problems.js';
import { SopsService } from '../../sops/sops.service.js';
import { walkSop } from './render-walk.js';
import { SopNotRunnable, WalkActIncomplete } from './sop-walk-problems.js';
import type { WalkAnswerDto } from './sop-walk-answer.dto.js';
import type { WalkActDto, WalkDto } from './sop-walk.dto.js';
import type { WalkAct } from './sop-walk.js';

/** Texts that are being walked through right now; each act of a walk sends its text again. */
const KEPT_TEXTS = 50;

/** Walks through SOPs without storing anything: published versions, drafts, and texts that are still being written. */
@Injectable()
export class SopWalkService {
  private readonly texts = new PromiseCache<CompiledSop>(KEPT_TEXTS);

  constructor(
    private readonly sops: SopsService,
    private readonly reading: SopReadingService,
    private readonly calendars: TeamCalendars,
    private readonly clock: Clock,
  ) {}

  /** Throws `UnknownSop`, `UnknownSopVersion`, `SopUnreadable`, `SopNotRunnable`, and what opening a ticket throws. */
  async walk(id: string, request: WalkDto, callerLang: Lang): Promise<WalkAnswerDto> {
    const { sop, version } = await this.find(id, request);
    const lang = request.lang ?? callerLang;
    const start = request.start === undefined ? this.clock.now() : Date.parse(request.start);
    const calendarOf = await this.calendars.all();
    const { data = {}, customer, as, acts = [] } = request;
    const told = { acts: acts.map(readAct), as, lang };
    return { ...walkSop(sop, { data, customer, lang, start, calendarOf }, told), version };
  }

  private async find(
    id: string,
    { source, version }: WalkDto,
  ): Promise<{ sop: CompiledSop; version: number | null }> {
    if (source !== undefined) {
      const { definition, findings } = parseSop(source, 'yaml');
      if (definition === null) throw new SopUnreadable(findings);
      if (definition.id !== id) throw new SopIdMismatch(id, definition.id);
      return { sop: await this.compile(source, definition), version: null };
    }
    if (version !== undefined) {
      await this.reading.readVersion(id, String(version));
      return { sop: await this.sops.compiled(id, version), version };
    }
    const draft = await this.findDraft(id);
    if (draft !== null) return { sop: await this.compile(draft.yaml, draft.definition), version: null };
    const newest = await this.sops.newest(id);
    if (newest === null) throw new UnknownSopVersion(id, 'draft');
    return { sop: newest, version: newest.version };
  }

  private async findDraft(id: string): Promise<{ yaml: string; definition: SopDefinition } | null> {
    try {
      return await this.reading.readVersion(id, 'draft');
    } catch (error) {
      if (error instanceof UnknownSopVersion) return null;
      throw error;
    }
  }

  private compile(text: string, definition: SopDefinition): Promise<CompiledSop> {
    return this.texts.get(createHash('sha256').update(text).digest('hex'), () =>
      Promise.resolve().then(() => {
        try {
          return compileSop(definition, 0);
        } catch (error) {
          if (error instanceof SopInvalid) throw new SopNotRunnable(error.reason);
          throw error;
        }
      }),
    );
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
