import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiSchema, ApiTags } from '@nestjs/swagger';
import { NotAudited } from '../audit/audited.decorators.js';
import { say, type Lang } from '../engine/common/text.js';
import { Access } from '../people/access/access.decorators.js';
import { CallerLang } from '../people/access/caller-lang.decorators.js';
import { SopSamples } from './sop-samples.service.js';

@ApiSchema({ name: 'SopSample' })
class SopSampleDto {
  @ApiProperty({ example: 'refund-only' })
  id!: string;

  @ApiProperty({ example: 'Refund only', description: 'In the language of the caller' })
  title!: string;

  @ApiProperty({ example: 'The customer keeps the goods and gets money back.' })
  description!: string;

  @ApiProperty({ description: 'YAML', example: 'id: refund-only\n…' })
  source!: string;
}

@ApiSchema({ name: 'SopSamples' })
class SopSamplesDto {
  @ApiProperty({ type: [SopSampleDto] })
  items!: SopSampleDto[];
}

@ApiTags('sops')
@Controller('sops/samples')
export class SopSamplesController {
  constructor(private readonly samples: SopSamples) {}

  @Get()
  @NotAudited('SOPs, not customers')
  @Access('sops.draft')
  @ApiOperation({ summary: 'The SOPs that ship, to begin a draft with' })
  @ApiOkResponse({ type: SopSamplesDto })
  async list(@CallerLang() lang: Lang): Promise<SopSamplesDto> {
    const samples = await this.samples.list();
    return {
      items: samples.map(({ id, title, description, source }) => {
        return { id, title: say(title, lang), description: say(description, lang), source };
      }),
    };
  }
}
