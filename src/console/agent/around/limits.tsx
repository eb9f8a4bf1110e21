import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { useHistory } from '../../kit/ticket-story-data';
import { aroundTexts } from '../common/texts-around';
import type { Schemas } from '../common/ticket-cache';
import { orderOf } from './context-order';

/** What is used up of limits that count for several tickets, such as all refunds on one order, and what is left. */
export function Limits({ ticketId, limits }: { ticketId: string; limits: Schemas['GuideLimit'][] }) {
  const say = useTexts(aroundTexts);
  const money = useMoney(ticketId);
  if (limits.length === 0) return null;
  return (
    <ul className="limits">
      {limits.map(({ id, title, key, used, most, left }) => (
        <li key={`${id} ${key}`} title={key} data-used-up={left <= 0}>
          <span className="limit-title">{title}</span>
          <span className="limit-used">{say('limitUsed', { used: money(used), most: money(most) })}</span>
          <strong>{left <= 0 ? say('limitNothing') : say('limitLeft', { left: money(left) })}</strong>
        </li>
      ))}
    </ul>
  );
}

/** Amounts as the order's prices are written; without a currency where no system told one. */
export function useMoney(ticketId: string): (amount: number) => string {
  const format = useFormat();
  const currency = orderOf(useHistory(ticketId).data ?? [])?.currency ?? null;
  return (amount) => (currency === null ? format.number(amount, 2) : format.money(amount, currency));
}
