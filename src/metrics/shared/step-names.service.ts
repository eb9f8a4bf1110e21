import { Injectable } from '@nestjs/common';
import type { Lang, Text } from '../../engine/common/text.js';
import { say } from '../../engine/common/text.js';
import { SopsService } from '../../sops/sops.service.js';
import { titleOfEvent } from './event-titles.js';

interface Place {
  sop: string;
  version: number;
}

/** What people call the steps, the events and the SOPs that figures speak of. */
@Injectable()
export class StepNames {
  constructor(private readonly sops: SopsService) {}

  /** The step's title; null where the version's text says nothing, as for the wait of a region that is done. */
  async titlesOf({ sop, version, step }: Place & { step: string }): Promise<Text | null> {
    return (await this.sops.compiled(sop, version)).steps.get(step)?.meta.title ?? null;
  }

  /** The same in one language. */
  async titleOf(place: Place & { step: string }, lang: Lang): Promise<string | null> {
    const titles = await this.titlesOf(place);
    return titles === null ? null : say(titles, lang);
  }

  /** The title of the event by which a step is left (`step` null: by which a ticket begins); null without one. */
  async eventTitle(
    { sop, version, step, event }: Place & { step: string | null; event: string },
    lang: Lang,
  ): Promise<string | null> {
    const title = titleOfEvent(await this.sops.compiled(sop, version), step, event);
    return title === null ? null : say(title, lang);
  }

  async sopTitle({ sop, version }: Place, lang: Lang): Promise<string> {
    return say((await this.sops.compiled(sop, version)).meta.title, lang);
  }
}
