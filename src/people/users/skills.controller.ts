import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited, NotAudited } from '../../audit/audited.decorators.js';
import { Access, AsksAgain } from '../access/access.decorators.js';
import { ApiProblems } from '../common/problem-docs.decorators.js';
import type { Identity } from '../../writes/identity.js';
import { TakesKey, WriteIdentity } from '../../writes/write-identity.decorators.js';
import { Writes } from '../../writes/writes.service.js';
import { SkillDto, SkillListDto, SkillTitleDto } from './skills.dto.js';
import { Skills } from './skills.service.js';

@ApiTags('people')
@Controller('skills')
export class SkillsController {
  constructor(
    private readonly skills: Skills,
    private readonly writes: Writes,
  ) {}

  @Get()
  @NotAudited('names of skills')
  @Access('skills.read')
  @ApiOperation({
    summary: 'The skills that active people have or that were given a title, by name',
    description:
      'A skill needs no set-up: it exists as soon as a person has it, or a step asks for it. Until somebody gives it a title, it is called by its name.',
  })
  @ApiOkResponse({ type: SkillListDto })
  async list(): Promise<SkillListDto> {
    return { items: await this.skills.list(), nextCursor: null };
  }

  @Put(':skill')
  @Audited('skill.titled', { about: { kind: 'skill', param: 'skill' }, values: ['title'] })
  @Access('people.manage')
  @AsksAgain()
  @ApiOperation({
    summary: 'Say how a skill is called, in both languages',
    description: 'SOPs and people keep naming it by its name; what people read is the title.',
  })
  @ApiOkResponse({ type: SkillDto })
  @TakesKey()
  @ApiProblems(422)
  setTitle(
    @Param('skill') skill: string,
    @Body() { title }: SkillTitleDto,
    @WriteIdentity() identity: Identity,
  ): Promise<SkillDto> {
    return this.writes.once(identity, () => this.skills.setTitle(skill, title));
  }
}
