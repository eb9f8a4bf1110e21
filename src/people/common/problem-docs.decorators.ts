import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto.js';

const meanings: Record<number, string> = {
  400: 'A header says nothing that is understood.',
  401: 'Nobody is signed in, or the token has expired.',
  403: 'Your role may not do this.',
  404: 'It does not exist, or not for you.',
  409: 'It clashes with what is there.',
  412: 'It has changed since you saw it.',
  422: 'The body does not fit; `errors` says where.',
  503: 'Too much is under way; `Retry-After` says when to ask again.',
  429: 'Too many failed tries; `Retry-After` says how long to wait.',
};

/** Says in the OpenAPI document with which problems an endpoint may answer. */
export function ApiProblems(...statuses: number[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiExtraModels(ProblemDto),
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: meanings[status] ?? 'The request was refused.',
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
      }),
    ),
  );
}
