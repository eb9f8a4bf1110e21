import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import type { AgentPart } from './agents.dto.js';
import { AGENT_PARTS } from './agents.dto.js';
import { OnePersonQuery, limitOf } from '../shared/queries.dto.js';

export class AgentTicketsQuery extends OnePersonQuery {
  @ApiProperty({ format: 'uuid', description: 'The person' })
  @IsUUID()
  agent!: string;

  @ApiPropertyOptional({
    enum: AGENT_PARTS,
    description: 'Only those that a figure counts; where it counts what happened, `times` says how often',
  })
  @IsOptional()
  @IsIn(AGENT_PARTS)
  part?: AgentPart;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @IsOptional()
  @Matches(/^\d{1,18}$/)
  cursor?: string;

  @limitOf()
  limit?: number;
}
