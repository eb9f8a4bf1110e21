import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { PASSWORD_MAX } from '../passwords/rule.js';
import type { ListedSession } from './sessions.service.js';

export class SessionDto {
  @ApiProperty({ format: 'uuid', example: '0b6f7a3e-3f0c-4f57-9f0a-0d3f0a1c2b3d' })
  id!: string;

  @ApiProperty({ format: 'date-time', description: 'When it began with the password' })
  since!: string;

  @ApiProperty({ format: 'date-time', description: 'When it was used last, by the minute' })
  usedAt!: string;

  @ApiProperty({ description: 'From where it began', example: '203.0.113.7' })
  address!: string;

  @ApiProperty({ description: 'With what; empty when it did not say', example: 'Firefox 140, Windows' })
  device!: string;

  @ApiProperty({ description: 'The one that asks' })
  current!: boolean;
}

export class SessionListDto {
  @ApiProperty({ type: [SessionDto], description: 'Those that go on, the last used first' })
  items!: SessionDto[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;
}

/** As they go over the wire. `currentId`: of the session that asks. */
export function renderSessions(sessions: ListedSession[], currentId: string | undefined): SessionListDto {
  const items = sessions.map(({ since, usedAt, ...session }) => ({
    ...session,
    since: since.toISOString(),
    usedAt: usedAt.toISOString(),
    current: session.id === currentId,
  }));
  return { items, nextCursor: null };
}

export class ProveDto {
  @ApiProperty({ example: 'correct horse battery' })
  @IsString()
  @Length(1, PASSWORD_MAX)
  password!: string;
}

export class ProvedDto {
  @ApiProperty({ format: 'date-time', description: 'Until then sensitive acts do not ask again' })
  provedUntil!: string;
}
