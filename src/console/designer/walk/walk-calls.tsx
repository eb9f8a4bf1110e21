import { ApiOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { useTexts } from '../../i18n/texts';
import type { Walk } from './walk-state';
import { FAILURES, wordCode } from './walk-words';
import { walkTexts } from './texts-walk';
import { classes } from '../../kit/common/classes';
import editorBar from '../common/bar.module.css';
import card from './card.module.css';
import styles from './walk-calls.module.css';

type Call = Schemas['WalkCall'];
type Output = Schemas['WalkAct']['output'];

/** Calls to other systems that wait for an answer: the walk plays the systems. */
export function WalkCalls({ walk, calls }: { walk: Walk; calls: Call[] }) {
  return calls.map((call) => <CallCard key={call.id} {...{ walk, call }} />);
}

function CallCard({ walk, call }: { walk: Walk; call: Call }) {
  const say = useTexts(walkTexts);
  const sample = JSON.stringify(call.sample, null, 2);
  const [text, setText] = useState(sample);
  const [code, setCode] = useState<string>(FAILURES[0]);
  const answer = readJson(text);
  const isRefused = walk.refusal?.act.type === 'result' && walk.refusal.act.id === call.id;
  const { connection, method, path, ...more } = call.request;
  const id = `walk-call-${call.id}`;
  return (
    <section className={classes(card.card, styles.call)} data-testid="walk-call" aria-labelledby={id}>
      <h3 id={id}>
        <ApiOutlined aria-hidden /> {say('callOf', { id: call.id, connection: String(connection) })}
      </h3>
      <p className={styles.request}>
        <code>
          {String(method)} {String(path)}
        </code>
      </p>
      <Sent parts={more} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (answer.isJson) void walk.take({ type: 'result', id: call.id, output: answer.value });
        }}
      >
        <label className={card.field}>
          <span>{say('answer')}</span>
          <Input.TextArea
            className={styles.json}
            spellCheck={false}
            status={!answer.isJson || isRefused ? 'error' : undefined}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              if (isRefused) walk.forgetRefusal();
            }}
          />
        </label>
        {!answer.isJson && <p className={styles.fault}>{say('answerFault')}</p>}
        {isRefused && (
          <ul className={styles.fault} role="alert">
            {walk.refusal?.problem.errors.map(({ pointer, message }) => (
              <li key={pointer + message}>
                <code>{pointer.replace(/^\/output/, '') || '/'}</code> {message}
              </li>
            ))}
          </ul>
        )}
        <div className={styles.acts}>
          <Button type="primary" htmlType="submit" disabled={!answer.isJson}>
            {say('giveAnswer')}
          </Button>
          {text !== sample && <Button onClick={() => setText(sample)}>{say('sampleAgain')}</Button>}
          <span className={editorBar.room} />
          <Select
            aria-label={say('failWith')}
            className={styles.code}
            value={code}
            onChange={setCode}
            options={FAILURES.map((one) => ({ value: one, label: wordCode(one, say) }))}
          />
          <Button danger onClick={() => void walk.take({ type: 'failure', id: call.id, code })}>
            {say('fail')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** Query and body of the request; the schema of the answer and the patience are the SOP's own business. */
function Sent({ parts }: { parts: Record<string, unknown> }) {
  const say = useTexts(walkTexts);
  const sent = Object.entries(parts).filter(
    ([name, value]) => ['query', 'body'].includes(name) && !isNothing(value),
  );
  if (sent.length === 0) return null;
  return (
    <details className={styles.sent} open>
      <summary>{say('request')}</summary>
      {sent.map(([name, value]) => (
        <pre key={name}>{JSON.stringify(value, null, 2)}</pre>
      ))}
    </details>
  );
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function readJson(text: string): { isJson: boolean; value: Output } {
  try {
    return { isJson: true, value: JSON.parse(text) as Output };
  } catch {
    return { isJson: false, value: null };
  }
}
