import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotAudited } from '../audit/audited.decorators.js';
import { Access } from './access.decorators.js';
import { SkillListDto } from './person.dto.js';
import { UsersService } from './users.service.js';

@NotAudited('names of skills')
@ApiTags('people')
@Controller('skills')
export class SkillsController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Access('people.read')
  @ApiOperation({
    summary: 'The skills that active people have, by name',
    description: 'A skill needs no set-up: it exists as soon as a person has it, or a step asks for it.',
  })
  @ApiOkResponse({ type: SkillListDto })
  async list(): Promise<SkillListDto> {
    return { items: await this.users.skills(), nextCursor: null };
  }
}
