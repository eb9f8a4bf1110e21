import { ApiProperty } from '@nestjs/swagger';
import type { StepKind } from '../../engine/common/model.js';
import type { Cause } from './bottlenecks-sql.js';
import { ComparisonAnswer, FigureHead } from '../shared/figures.dto.js';
import { ListPage, ListedVisit } from '../shared/listed.dto.js';

const CAUSE_NAMES = [
  'nobody-free',
  'batching',
  'lower-priority',
  'nobody-on-shift',
  'customer',
  'external',
  'join',
] as const satisfies Cause[];
const KINDS = ['human', 'automatic', 'waits-for-customer', 'waits-for-others', 'joined'] as const;

export class CauseSeconds {
  @ApiProperty({ enum: CAUSE_NAMES, enumName: 'BottleneckCause' })
  cause!: Cause;

  @ApiProperty({ example: 86_400 })
  seconds!: number;
}

export class CauseShare extends CauseSeconds {
  @ApiProperty({ example: 'nobody of Warehouse is on shift', description: 'In the language of the caller' })
  text!: string;

  @ApiProperty({ example: 0.64, description: 'Of the non-touch time of the step' })
  share!: number;
}

/** A part of the week in which more of the waiting begins than its share of the visits would say. */
export class RhythmAnswer {
  @ApiProperty({ enum: ['weekend', 'weekday', 'hours'] })
  pattern!: 'weekend' | 'weekday' | 'hours';

  @ApiProperty({ example: 'at weekends' })
  text!: string;

  @ApiProperty({ type: [Number], example: [6, 7], description: '1 = Monday … 7 = Sunday' })
  weekdays!: number[];

  @ApiProperty({
    type: [Number],
    example: [0, 24],
    minItems: 2,
    maxItems: 2,
    description: '[from, to) on the clock',
  })
  hours!: [number, number];

  @ApiProperty({ example: 38 })
  visits!: number;

  @ApiProperty({ example: 0.2 })
  shareOfVisits!: number;

  @ApiProperty({ example: 0.58 })
  shareOfTime!: number;
}

export class WeekdayIdle {
  @ApiProperty({ example: 6, description: '1 = Monday … 7 = Sunday; the day on which the visits began' })
  weekday!: number;

  @ApiProperty({ example: 22 })
  visits!: number;

  @ApiProperty({ example: 1_742_400 })
  idleSeconds!: number;
}

/** How long was waited in the same version and step in the period before. */
export class BottleneckBefore {
  @ApiProperty({ example: 182 })
  visits!: number;

  @ApiProperty({ example: 0.39 })
  score!: number;

  @ApiProperty({ example: 4_102_000 })
  idleSeconds!: number;

  @ApiProperty({ example: 22_538.5 })
  meanIdleSeconds!: number;
}

export class BottleneckRow {
  @ApiProperty({ example: 'return-refund' })
  sop!: string;

  @ApiProperty({ example: 'Return and refund' })
  sopTitle!: string;

  @ApiProperty({ example: 3 })
  version!: number;

  @ApiProperty({ example: 'inspecting.inspect' })
  step!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Inspect the goods',
    description: 'In the language of the caller',
  })
  title!: string | null;

  @ApiProperty({ enum: KINDS })
  kind!: StepKind | 'joined';

  @ApiProperty({ example: 'warehouse', description: 'The team of most of the visits' })
  team!: string;

  @ApiProperty({ example: 'Warehouse' })
  teamTitle!: string;

  @ApiProperty({ example: 198, description: 'Finished visits on the critical path: the n of the row' })
  visits!: number;

  @ApiProperty({ example: 190 })
  tickets!: number;

  @ApiProperty({
    example: 0.44,
    description: 'Of the non-touch time on the critical path of the SOP version',
  })
  score!: number;

  @ApiProperty({ example: 4_640_400 })
  idleSeconds!: number;

  @ApiProperty({ example: 23_436.4 })
  meanIdleSeconds!: number;

  @ApiProperty({ example: 151_200 })
  p90IdleSeconds!: number;

  @ApiProperty({ example: 190_800 })
  touchSeconds!: number;

  @ApiProperty({
    enum: CAUSE_NAMES,
    enumName: 'BottleneckCause',
    description: 'What most of the waiting is for',
  })
  cause!: Cause;

  @ApiProperty({ type: [CauseShare], description: 'The largest first; they add up to the non-touch time' })
  causes!: CauseShare[];

  @ApiProperty({
    type: RhythmAnswer,
    nullable: true,
    description: 'When the waiting begins, if that explains it',
  })
  when!: RhythmAnswer | null;

  @ApiProperty({
    example:
      '64% of the waiting: nobody of Warehouse is on shift. What comes at weekends is 20% of the visits and 58% of the waiting.',
  })
  explanation!: string;

  @ApiProperty({ type: [WeekdayIdle] })
  weekdays!: WeekdayIdle[];

  @ApiProperty({ example: 18, description: 'Stays that have not ended; not part of the score' })
  openVisits!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  oldestOpenAt!: string | null;

  @ApiProperty({
    type: BottleneckBefore,
    nullable: true,
    description: 'With `compare=previous`: the period before; null where nothing waited in it',
  })
  previous!: BottleneckBefore | null;

  @ApiProperty({
    type: ComparisonAnswer,
    nullable: true,
    description: 'With `compare=previous`: the mean waiting of a visit against the period before, else null',
  })
  comparison!: ComparisonAnswer | null;
}

export class BottlenecksAnswer extends FigureHead {
  @ApiProperty({ type: [BottleneckRow], description: 'The longest waiting first' })
  bottlenecks!: BottleneckRow[];
}

export class BottleneckVisit extends ListedVisit {
  @ApiProperty({ enum: KINDS })
  kind!: StepKind | 'joined';

  @ApiProperty({ format: 'date-time', type: String })
  enteredAt!: Date;

  @ApiProperty({ format: 'date-time', type: String })
  exitedAt!: Date;

  @ApiProperty({ example: 'PASS' })
  leftBy!: string;

  @ApiProperty({ example: 151_200 })
  idleSeconds!: number;

  @ApiProperty({ example: 900 })
  touchSeconds!: number;

  @ApiProperty({ type: [CauseSeconds] })
  causes!: CauseSeconds[];
}

export class BottleneckVisitPage extends ListPage {
  @ApiProperty({ type: [BottleneckVisit] })
  items!: BottleneckVisit[];

  @ApiProperty({ example: 190, description: 'Tickets on all pages; a merged one counts with its root' })
  tickets!: number;
}
