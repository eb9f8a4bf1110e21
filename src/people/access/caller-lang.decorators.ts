import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import { pickLang, type Lang } from '../../engine/common/text.js';
import type { CallerRequest } from './access.decorators.js';

/** The caller's language: what Accept-Language asks for, else the person's own, else English. */
export const CallerLang = createParamDecorator((_: unknown, context: ExecutionContext): Lang => {
  const { headers, person } = context.switchToHttp().getRequest<CallerRequest>();
  const asked = headers['accept-language'];
  const wish = Array.isArray(asked) ? asked.join(',') : asked;
  if (wish !== undefined && /\b(?:zh|en)\b/i.test(wish)) return pickLang(wish);
  return person?.lang ?? 'en';
});
