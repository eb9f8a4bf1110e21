import { ApiProperty } from '@nestjs/swagger';

/** What every list behind a figure says of a ticket. */
class ListedTicketHead {
  @ApiProperty({ example: '1042' })
  ticketId!: string;

  @ApiProperty({ example: 'The parcel never came' })
  subject!: string;

  @ApiProperty({ example: 'parcel-late' })
  sop!: string;

  @ApiProperty({ example: 3 })
  version!: number;

  @ApiProperty({ enum: ['open', 'resolved', 'cancelled', 'merged'], description: 'Now' })
  status!: string;

  @ApiProperty({ example: 'logistics' })
  team!: string;
}

/** What every page of a list behind a figure says of the whole list. */
export class ListPage {
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;

  @ApiProperty({ example: 31, description: 'What the figure counts, on all pages' })
  total!: number;

  @ApiProperty({
    example: 0,
    description: 'Of `total`: tickets that the caller may not see. They count and are not listed',
  })
  hidden!: number;
}

/** A ticket in a list behind a figure. */
export class ListedTicket extends ListedTicketHead {
  @ApiProperty({ example: 'Parcel late', description: 'In the language of the caller' })
  sopTitle!: string;

  @ApiProperty({ format: 'date-time', type: String })
  createdAt!: Date;
}

/** A stay of a ticket in a step in a list behind a figure. `team` and `tier` are the visit's. */
export class ListedVisit extends ListedTicketHead {
  @ApiProperty({ example: '1042', description: 'The ticket it counts with, when it was merged' })
  root!: string;

  @ApiProperty({ example: 'inspecting.inspect' })
  step!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Inspect the goods',
    description: 'In the language of the caller',
  })
  title!: string | null;

  @ApiProperty({ example: 2, description: 'Number of the visit in its ticket' })
  no!: number;

  @ApiProperty({ example: 1 })
  tier!: number;
}
