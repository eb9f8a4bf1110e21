import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

const meanings: Record<number, string> = {
  401: 'Nobody is signed in, or the token has expired.',
  403: 'Your role may not do this.',
  404: 'It does not exist, or not for you.',
  409: 'It clashes with what is there.',
  422: 'The body does not fit; `errors` says where.',
  429: 'Too many failed tries; `Retry-After` says how long to wait.',
};

const schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', example: 'urn:stepwise:problem:forbidden' },
    title: { type: 'string', example: 'Not allowed' },
    status: { type: 'integer', example: 403 },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string', example: '/email' }, message: { type: 'string' } },
      },
    },
  },
};

/** Says in the OpenAPI document with which problems an endpoint may answer. */
export function ApiProblems(...statuses: number[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: meanings[status] ?? 'The request was refused.',
        content: { 'application/problem+json': { schema } },
      }),
    ),
  );
}
