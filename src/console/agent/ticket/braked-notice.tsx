import { Alert } from 'antd';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { useHistory } from '../../kit/ticket-story/data';
import { brakedTexts } from '../common/texts-braked';
import type { HistoryEntry, Ticket } from '../common/ticket-cache';

/** So many of the newest entries tell what repeats. */
const LOOKED_AT = 50;

/** Says on the ticket itself that it ran on without anybody and was slowed down. */
export function BrakedNotice({ ticket }: { ticket: Ticket }) {
  const say = useTexts(brakedTexts);
  const format = useFormat();
  const history = useHistory(ticket.id).data ?? [];
  if (ticket.brakedAt === null) return null;
  const steps = repeatedSteps(history);
  return (
    <Alert
      type="warning"
      showIcon
      banner
      title={say('title', { time: format.dateTime(ticket.brakedAt) })}
      description={`${steps.length > 0 ? say('repeats', { steps: steps.join(' → ') }) : ''}${say('help')}`}
    />
  );
}

/** The steps that clocks and calls brought the ticket to more than once of late, in the order of the ticket's way. */
export function repeatedSteps(history: readonly Pick<HistoryEntry, 'cause' | 'stepTitles'>[]): string[] {
  const counts = new Map<string, number>();
  for (const { cause, stepTitles } of history.slice(-LOOKED_AT)) {
    if (cause !== 'clock' && cause !== 'automation') continue;
    for (const title of stepTitles) counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([title]) => title);
}
