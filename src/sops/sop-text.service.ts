import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { RouteConfig } from '@nestjs/platform-fastify';
import { formatOfMediaType } from './sop-text.js';

/** Media type under which the texts of SOPs travel inside the server. */
const INNER_TYPE = 'application/vnd.stepwise.sop';

/** Marks an endpoint whose body is the text of an SOP: it arrives unparsed, as `SopTextParts`. */
export const KeepsSopText = (): MethodDecorator => RouteConfig({ keepsSopText: true });

/**
 * Lets SOPs in as text. The server's own JSON parser would lose lines and columns, and refuse broken JSON before
 * anybody could say where it breaks; there is none for YAML.
 */
@Injectable()
export class SopTextParser implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // A process without HTTP (a command, a worker) has no adapter.
    const adapter = this.host.httpAdapter as FastifyAdapter | undefined;
    if (adapter === undefined) return;
    const server = adapter.getInstance();
    server.addContentTypeParser(INNER_TYPE, { parseAs: 'string' }, (request, body, done) => {
      done(null, { text: body, format: request.headers['x-sop-format'] });
    });
    server.addHook('onRequest', (request, _reply, done) => {
      const config = request.routeOptions.config as { keepsSopText?: boolean };
      const format = config.keepsSopText ? formatOfMediaType(request.headers['content-type']) : null;
      if (format !== null) {
        request.headers['x-sop-format'] = format;
        request.headers['content-type'] = INNER_TYPE;
      }
      done();
    });
  }
}
