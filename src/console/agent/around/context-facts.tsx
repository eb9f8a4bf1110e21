import { useFormat, type Format } from '../../i18n/format';
import { useLang, useTexts, type Say } from '../../i18n/texts';
import { useDefinition, useHistory } from '../../kit/ticket-story/data';
import { wordAnswers } from '../../kit/ticket-story/fields';
import { Quote } from '../../kit/ticket-story/quote';
import type { Schemas } from '../../api/client';
import { CopyButton } from './context-copy';
import { orderOf } from './context-order';
import { Limits, useMoney } from './limits';
import { aroundTexts } from '../common/texts-around';
import { useGuide, type Ticket } from '../common/ticket-cache';
import styles from './context-facts.module.css';
import contextPanel from './context-panel.module.css';
import small from '../common/small.module.css';

type Fact = Pick<Schemas['GuideFact'], 'value' | 'valueTitle' | 'type'>;
type SayAround = Say<keyof typeof aroundTexts.entries>;

/** What is known about the case, as the SOP names it, and what was ordered. */
export function CaseFacts({ ticket }: { ticket: Ticket }) {
  const say = useTexts(aroundTexts);
  const guide = useGuide(ticket.id).data;
  const asked = useAsked(ticket);
  const said = guide?.facts ?? [];
  const facts = [...said, ...asked.filter(({ name }) => said.every((fact) => fact.name !== name))];
  const named = new Set(facts.map(({ name }) => name));
  const rest = Object.entries(ticket.data).filter(([name, value]) => !named.has(name) && isSaid(value));
  return (
    <section className={contextPanel.card} data-testid="around-card" aria-label={say('case')}>
      <h2>{say('case')}</h2>
      {facts.length === 0 && rest.length === 0 && <p className={small.none}>{say('noFacts')}</p>}
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(({ name, title, ...fact }) => (
            <div key={name}>
              <dt>{title}</dt>
              <dd>
                <Value fact={fact} />
                {isNumber(fact.value) && <CopyButton what={title} text={fact.value} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <OrderLines ticketId={ticket.id} />
      {guide && <Limits ticketId={ticket.id} limits={guide.limits} />}
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{say('moreData')}</summary>
          <dl className={styles.facts}>
            {rest.map(([name, value]) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>
                  <Value fact={{ value: value as Fact['value'], valueTitle: null, type: null }} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

/** What was answered in the form of the new ticket, for SOPs that name no facts themselves. */
function useAsked(ticket: Ticket): Schemas['GuideFact'][] {
  const lang = useLang();
  const say = useTexts(aroundTexts);
  const definition = useDefinition(ticket);
  if (definition === null) return [];
  const opening = { steps: [], event: 'opened', data: ticket.data };
  return wordAnswers(definition, opening, lang, (is) => say(is ? 'yes' : 'no')).map(
    ({ name, title, value }) => ({
      ...{ name, title, type: null },
      value,
      valueTitle: value,
    }),
  );
}

/** An order's or parcel's number: what is looked up in other systems. */
function isNumber(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{2,5}-?\d{4,}$/.test(value);
}

function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}

function Value({ fact }: { fact: Fact }) {
  const say = useTexts(aroundTexts);
  const format = useFormat();
  return <Quote text={wordValue(fact, say, format)} />;
}

function wordValue({ value, valueTitle, type }: Fact, say: SayAround, format: Format): string {
  if (valueTitle !== null) return valueTitle;
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (typeof value === 'number') return format.number(value, 2);
  if (typeof value !== 'string') return JSON.stringify(value);
  const isInstant = !Number.isNaN(Date.parse(value));
  if (type === 'date-time' && isInstant) return format.dateTime(value);
  if (type === 'date' && isInstant) return format.day(value);
  return value;
}

function OrderLines({ ticketId }: { ticketId: string }) {
  const say = useTexts(aroundTexts);
  const format = useFormat();
  const money = useMoney(ticketId);
  const order = orderOf(useHistory(ticketId).data ?? []);
  if (order === null) return null;
  return (
    <>
      <h3>{say('order')}</h3>
      <ul className={styles.orderLines}>
        {order.lines.map(({ name, quantity, price }, index) => (
          <li key={index}>
            <span dir="auto">{name}</span>
            <span className={styles.orderCount}>{say('pieces', { count: format.number(quantity) })}</span>
            {price !== null && <span className={styles.orderPrice}>{money(price)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
