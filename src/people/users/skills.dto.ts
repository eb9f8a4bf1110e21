import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, ValidateNested } from 'class-validator';
import { TextDto } from './person.dto.js';
import type { Skill } from './skills.service.js';

export class SkillDto implements Skill {
  @ApiProperty({ example: 'refunds' })
  skill!: string;

  @ApiProperty({ type: TextDto, description: 'What people read; until it is said, the name' })
  title!: TextDto;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many active people have it', example: 4 })
  people!: number;
}

export class SkillListDto {
  @ApiProperty({ type: [SkillDto] })
  items!: SkillDto[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;
}

/** How a skill is called from now on. */
export class SkillTitleDto {
  @ApiProperty({ type: TextDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => TextDto)
  title!: TextDto;
}
