import { asSchema, type Schema } from '../../kit/schema-form/model';
import { Limits } from '../around/limits';
import type { Schemas } from '../common/ticket-cache';

interface Props {
  ticketId: string;
  form: Schema;
  limits: Schemas['GuideLimit'][];
}

/** What is left of the limits, where somebody is about to enter an amount. */
export function AmountLimits({ ticketId, form, limits }: Props) {
  return asksForAmount(form) ? <Limits ticketId={ticketId} limits={limits} /> : null;
}

/** Is a number asked for? Which of them counts for a limit only the server knows. */
export function asksForAmount(form: Schema): boolean {
  return Object.values(asSchema(form['properties'])).some((part) =>
    ['number', 'integer'].includes(String(asSchema(part)['type'])),
  );
}
