import { PassThrough } from 'node:stream';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotAudited } from '../../audit/audited.decorators.js';
import type { CallerRequest } from '../../people/access/access.decorators.js';
import { Access, Caller } from '../../people/access/access.decorators.js';
import { Unauthenticated } from '../../people/access/access-problems.js';
import type { Person } from '../../people/common/model.js';
import { ApiProblems } from '../../people/common/problem-docs.decorators.js';
import { LIVE_EVENTS } from './live.dto.js';
import { StreamNotAccepted } from './live-problems.js';
import type { Outlet } from './live-stream.js';
import { LiveStreams } from './live-streams.service.js';

/** What a reader may be behind before they are let go (bytes). */
const BEHIND_BYTES = 512 * 1024;

interface Reply {
  headers(values: Record<string, string>): Reply;
  send(body: PassThrough): unknown;
}

const DESCRIPTION = `Server-sent events; \`Accept: text/event-stream\` is required. Each event has a name and JSON data:
\`hello\` (LiveHello) at the beginning, \`ticket\` (LiveTicket), \`ticket-gone\` (LiveTicketGone), \`desk\` (a lane of the caller's, or what they hold, changed), \`sops\` (LiveSop), \`people\` (people or teams changed), \`resync\` (something may have been missed: read again what is shown), \`bye\` (LiveBye) at the end.
They are hints: what changed is read with the other endpoints. What happens at the same moment comes together, and in any case within a second. A comment comes at least every 15 s.`;

/** What others do, as it happens. */
@NotAudited('hints about what changed; what is fetched is recorded')
@ApiTags('live')
@Controller('live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  @Get()
  @Access('profile.self')
  @ApiOperation({ summary: 'Hints of what changes, as an event stream', description: DESCRIPTION })
  @ApiExtraModels(...LIVE_EVENTS)
  @ApiOkResponse({
    description: 'The stream',
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example: 'event: hello\ndata: {"now":"2026-11-22T08:30:00.000Z"}\n\n',
      },
    },
  })
  @ApiProblems(406, 429, 503)
  live(@Caller() person: Person, @Req() request: CallerRequest, @Res() reply: Reply): void {
    const { session } = request;
    if (!session) throw new Unauthenticated();
    if (!/\btext\/event-stream\b/i.test(String(request.headers['accept'] ?? '')))
      throw new StreamNotAccepted();
    const body = new PassThrough();
    const close = this.streams.open(person, session, outletOf(body));
    body.once('close', close);
    void reply
      .headers({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Proxies that gather answers would keep the events.
        'x-accel-buffering': 'no',
      })
      .send(body);
  }
}

function outletOf(body: PassThrough): Outlet {
  return {
    push(text) {
      if (body.writable) body.write(text);
      return body.writableLength + body.readableLength <= BEHIND_BYTES;
    },
    end: () => void body.end(),
    cut: () => void body.destroy(),
  };
}
