import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { StepKind } from '../engine/common/model.js';
import type { SopFormat } from './sop-versions.service.js';

@ApiSchema({ name: 'SopDraftText' })
export class DraftTextDto {
  @ApiProperty({ example: 'return-refund' })
  id!: string;

  @ApiProperty({ type: 'integer', example: 4, description: 'For If-Match; the same as the ETag' })
  revision!: number;

  @ApiProperty({ description: 'The text as it was written' })
  source!: string;

  @ApiProperty({ enum: ['yaml', 'json'] })
  format!: SopFormat;

  @ApiProperty({ description: 'A user' })
  updatedBy!: string;

  @ApiProperty({ type: String, nullable: true, example: '陈思远' })
  updatedByName!: string | null;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

@ApiSchema({ name: 'InFlightStep' })
export class InFlightStepDto {
  @ApiProperty({ type: 'integer', example: 3 })
  version!: number;

  @ApiProperty({ example: 'checking.assess' })
  step!: string;

  @ApiProperty({ example: 'Assess the request', description: 'In the language of the caller' })
  title!: string;

  @ApiProperty({ enum: ['human', 'automatic', 'waits-for-customer', 'waits-for-others'] })
  kind!: StepKind;

  @ApiProperty({ type: 'integer', example: 12 })
  tickets!: number;

  @ApiProperty({ format: 'date-time', description: 'Since when the ticket is there that came first' })
  oldestAt!: string;
}

@ApiSchema({ name: 'InFlightVersion' })
export class InFlightVersionDto {
  @ApiProperty({ type: 'integer', example: 3 })
  version!: number;

  @ApiProperty({ type: 'integer', example: 31, description: 'Open tickets that began in it and stay in it' })
  tickets!: number;
}

@ApiSchema({ name: 'InFlight' })
export class InFlightDto {
  @ApiProperty({
    type: [InFlightStepDto],
    description: 'Newest version first, steps in document order; a ticket in parallel steps counts in each',
  })
  items!: InFlightStepDto[];

  @ApiProperty({ type: [InFlightVersionDto], description: 'Each ticket once; newest version first' })
  versions!: InFlightVersionDto[];
}
