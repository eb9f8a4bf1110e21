import { ApiProperty } from '@nestjs/swagger';
import type { Comparison } from './comparison.js';
import { RESULTS, TESTS } from './comparison.js';

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

  @ApiProperty({
    type: IntervalAnswer,
    nullable: true,
    example: { low: 240, high: 384.5 },
    description: 'Of the median by ranks, 95 %, in seconds; null with fewer than 30 cases',
  })
  p50Interval!: IntervalAnswer | null;

  @ApiProperty({ ...nullableNumber, example: 900 })
  p90Seconds!: number | null;

  @ApiProperty({ ...nullableNumber, example: 1200.5 })
  p95Seconds!: number | null;
}

/** A figure against the same one of the period before (definition section 0). */
export class ComparisonAnswer {
  @ApiProperty({
    enum: RESULTS,
    description:
      'no-difference: between samples of these sizes such a difference is no surprise. too-few: fewer than 30 cases on one of the sides',
  })
  result!: Comparison['result'];

  @ApiProperty({
    ...nullableNumber,
    example: -0.12,
    description: 'Now minus before: of rates in points (0.05 = 5), else as a share of before. Null: too few',
  })
  change!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    enum: [...TESTS, null],
    description:
      'What was tested at 95 %: the difference of two rates (newcombe), of two medians (median-intervals), of two counts (poisson) or of two means (welch)',
  })
  test!: Comparison['test'];

  @ApiProperty({ example: 204 })
  n!: number;

  @ApiProperty({ example: 190 })
  nBefore!: number;
}

export class CountedDurationAnswer extends DurationAnswer {
  @ApiProperty({ ...counts, example: { open: 5, cancelled: 1, merged: 0 } })
  excluded!: Record<string, number>;
}

export class FilterAnswer {
  @ApiProperty({ type: String, nullable: true, example: 'after-sales' })
  team!: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid', example: null })
  agent!: string | null;

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
  @ApiProperty({ example: '1.2', description: 'Version of the definitions' })
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
