import { ClockCircleOutlined, FastForwardOutlined, MessageOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import { wordDelay } from '../../kit/sop-diagram/delay-words';
import { waitFor, waitUntil, type WaitUnit, type WalkAnswer } from './walk';
import type { Walk } from './walk-state';
import { walkTexts } from './texts-walk';
import { isBlank } from '../../kit/common/blank';
import { WholeNumber } from '../../kit/common/whole-number';
import card from './card.module.css';
import styles from './walk-world.module.css';

const UNITS = ['M', 'H', 'D'] as const;

/** What the customer and the clock do to the ticket. */
export function WalkWorld({ walk, answer }: { walk: Walk; answer: WalkAnswer }) {
  const say = useTexts(walkTexts);
  return (
    <section className={styles.world} aria-label={say('world')}>
      <Clock walk={walk} answer={answer} />
      <CustomerMessage walk={walk} />
    </section>
  );
}

function CustomerMessage({ walk }: { walk: Walk }) {
  const say = useTexts(walkTexts);
  const [body, setBody] = useState('');
  const send = async (): Promise<void> => {
    if (isBlank(body)) return;
    // What was typed stays as long as the ticket has not taken it.
    const isTaken = await walk.take({ type: 'event', event: 'CUSTOMER_MESSAGE', data: { body } });
    if (isTaken) setBody('');
  };
  return (
    <form
      className={styles.customer}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 id="walk-customer">{say('customer')}</h2>
      <Input.TextArea
        aria-labelledby="walk-customer"
        rows={2}
        maxLength={4000}
        value={body}
        placeholder={say('customerPlaceholder')}
        onChange={({ target }) => setBody(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
        }}
      />
      <Button htmlType="submit" icon={<MessageOutlined aria-hidden />} disabled={isBlank(body)}>
        {say('sendMessage')}
      </Button>
    </form>
  );
}

function Clock({ walk, answer }: { walk: Walk; answer: WalkAnswer }) {
  const say = useTexts(walkTexts);
  const lang = useLang();
  const format = useFormat();
  const { now, timers, trail } = answer;
  const length = Date.parse(now) - Date.parse(trail[0]?.at ?? now);
  return (
    <div className={styles.clock}>
      <h2>{say('clock')}</h2>
      <p className={styles.now} data-testid="walk-now">
        <ClockCircleOutlined aria-hidden /> <time dateTime={now}>{format.dateTime(now)}</time>
        {length > 0 && (
          <span className={card.soft}>{say('sinceOpening', { time: format.duration(length) })}</span>
        )}
      </p>
      {timers.length === 0 ? (
        <p className={card.soft}>{say('noTimers')}</p>
      ) : (
        <ol className={styles.timers} aria-label={say('timers')}>
          {timers.map(({ id, title, kind, event, dueAt }) => {
            const words = say(`timer_${kind}`, {
              title,
              delay: wordDelay(event.replace(/^after /, ''), lang),
            });
            return (
              <li key={id}>
                <span>{words}</span>
                <span className={card.soft} title={format.dateTime(dueAt)}>
                  {say('timerIn', { time: format.duration(Date.parse(dueAt) - Date.parse(now)) })}
                </span>
                <Button
                  size="small"
                  icon={<FastForwardOutlined aria-hidden />}
                  aria-label={`${say('skipTo')}: ${words}`}
                  onClick={() => void walk.take({ type: 'wait', for: waitUntil(now, dueAt) })}
                >
                  {say('skipTo')}
                </Button>
              </li>
            );
          })}
        </ol>
      )}
      <WaitRow walk={walk} />
    </div>
  );
}

function WaitRow({ walk }: { walk: Walk }) {
  const say = useTexts(walkTexts);
  const [count, setCount] = useState(1);
  const [unit, setUnit] = useState<WaitUnit>('H');
  return (
    <form
      className={styles.wait}
      onSubmit={(event) => {
        event.preventDefault();
        void walk.take({ type: 'wait', for: waitFor(count, unit) });
      }}
    >
      <WholeNumber
        aria-label={say('waitLength')}
        min={1}
        max={999}
        value={count}
        onChange={(value) => setCount(value ?? 1)}
      />
      <Segmented<WaitUnit>
        aria-label={say('waitUnit')}
        value={unit}
        onChange={setUnit}
        options={UNITS.map((one) => ({ value: one, label: say(`unit_${one}`) }))}
      />
      <Button htmlType="submit" icon={<FastForwardOutlined aria-hidden />}>
        {say('wait')}
      </Button>
    </form>
  );
}
