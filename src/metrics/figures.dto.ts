import { ApiProperty } from '@nestjs/swagger';

const nullableNumber = { type: Number, nullable: true } as const;
const counts = { type: 'object', additionalProperties: { type: 'integer' } } as const;

export class IntervalAnswer {
  @ApiProperty({ example: 0.71 })
  low!: number;

  @ApiProperty({ example: 0.83 })
  high!: number;
}

export class RateAnswer {
  @ApiProperty({ ...nullableNumber, example: 0.775, description: 'count ÷ n; null when n is 0' })
  value!: number | null;

  @ApiProperty({ example: 155 })
  count!: number;

  @ApiProperty({ example: 200, description: 'Cases counted' })
  n!: number;

  @ApiProperty({ type: IntervalAnswer, nullable: true, description: 'Wilson interval, 95 %' })
  interval!: IntervalAnswer | null;

  @ApiProperty({ ...counts, example: { immature: 12, open: 5 }, description: 'Cases left out, by reason' })
  excluded!: Record<string, number>;
}

/** Durations are in seconds, exact to the millisecond. */
export class DurationAnswer {
  @ApiProperty({ example: 200 })
  n!: number;

  @ApiProperty({ example: 86400.25 })
  sumSeconds!: number;

  @ApiProperty({ ...nullableNumber, example: 432.001 })
  meanSeconds!: number | null;

  @ApiProperty({ ...nullableNumber, example: 300 })
  p50Seconds!: number | null;

  @ApiProperty({ ...nullableNumber, example: 900 })
  p90Seconds!: number | null;

  @ApiProperty({ ...nullableNumber, example: 1200.5 })
  p95Seconds!: number | null;
}

export class CountedDurationAnswer extends DurationAnswer {
  @ApiProperty({ ...counts, example: { open: 5, cancelled: 1, merged: 0 } })
  excluded!: Record<string, number>;
}

export class FilterAnswer {
  @ApiProperty({ type: String, nullable: true, example: 'after-sales' })
  team!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'chat' })
  channel!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'return-refund' })
  sop!: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 3 })
  version!: number | null;

  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'The teams to which the caller is limited; null: all',
  })
  reach!: string[] | null;
}

/** What every answer with figures says about itself. */
export class FigureHead {
  @ApiProperty({ example: '1.0', description: 'Version of the definitions' })
  definition!: string;

  @ApiProperty({ format: 'date-time', example: '2026-10-23T00:00:00.000Z' })
  from!: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-22T00:00:00.000Z', description: 'Outside the range' })
  to!: string;

  @ApiProperty({ example: 'Asia/Shanghai' })
  tz!: string;

  @ApiProperty({ format: 'date-time', description: 'The instant at which the figures hold' })
  asOf!: string;

  @ApiProperty()
  filter!: FilterAnswer;
}
