import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { useHistory } from '../../kit/ticket-story/data';
import { limitTexts } from '../common/texts-limits';
import type { Schemas } from '../common/ticket-cache';
import { orderOf } from './context-order';
import styles from './limits.module.css';

/** What is used up of limits that count for several tickets, such as all refunds on one order, and what is left. */
export function Limits({ ticketId, limits }: { ticketId: string; limits: Schemas['GuideLimit'][] }) {
  const say = useTexts(limitTexts);
  const format = useFormat();
  const money = useMoney(ticketId);
  if (limits.length === 0) return null;
  return (
    <ul className={styles.limits} data-testid="limits">
      {limits.map(({ id, title, key, used, most, left, unit, isKnown }) => {
        const amount = unit === 'money' ? money : (count: number) => format.number(count);
        const isUsedUp = isKnown && left <= 0;
        return (
          <li key={`${id} ${key}`} title={key} data-used-up={isUsedUp}>
            <span className={styles.title}>{title}</span>
            <span className={styles.used}>
              {isKnown ? say('used', { used: amount(used), most: amount(most) }) : amount(used)}
            </span>
            <strong>{wordLeft()}</strong>
          </li>
        );

        function wordLeft(): string {
          if (!isKnown) return say('unknown');
          return isUsedUp ? say('nothing') : say('left', { left: amount(left) });
        }
      })}
    </ul>
  );
}

/** Amounts as the order's prices are written; without a currency where no system told one. */
export function useMoney(ticketId: string): (amount: number) => string {
  const format = useFormat();
  const currency = orderOf(useHistory(ticketId).data ?? [])?.currency ?? null;
  return (amount) => (currency === null ? format.number(amount, 2) : format.money(amount, currency));
}
