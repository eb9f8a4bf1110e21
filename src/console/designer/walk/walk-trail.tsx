import { RollbackOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useFormat } from '../../i18n/format';
import { useLang, useTexts, type Lang, type Say } from '../../i18n/texts';
import { wordDelay, wordDuration } from '../../kit/sop-diagram/delay-words';
import { useHotkeys } from '../../kit/use-hotkeys';
import { wordCode } from './walk-words';
import {
  cutAfter,
  readTimer,
  readTrail,
  takenActs,
  type TrailMove,
  type WalkAct,
  type WalkAnswer,
} from './walk';
import type { Walk } from './walk-state';
import { walkTexts } from './texts-walk';
import card from './card.module.css';
import styles from './walk-trail.module.css';

/** Everything that has happened in the walk, and the ways back. */
export function WalkTrailList({ walk, answer }: { walk: Walk; answer: WalkAnswer }) {
  const say = useTexts(walkTexts);
  const moves = readTrail(answer.trail);
  const acts = takenActs(walk.kept?.acts ?? [], answer.refusedAct);
  const goBack = (): void => walk.goBackTo(acts.slice(0, -1));
  useHotkeys({ Backspace: () => acts.length > 0 && goBack() });
  return (
    <aside className={styles.trail} aria-labelledby="walk-trail">
      <header className={styles.partHead}>
        <h2 id="walk-trail">{say('trail')}</h2>
        <Button
          size="small"
          icon={<UndoOutlined aria-hidden />}
          disabled={acts.length === 0}
          onClick={goBack}
        >
          {say('stepBack')}
        </Button>
      </header>
      <ol>
        {moves.map((move, index) => (
          <Move
            key={index}
            move={move}
            act={move.act === null ? null : (acts[move.act] ?? null)}
            onBack={() => walk.goBackTo(cutAfter(acts, move.act))}
          />
        ))}
      </ol>
    </aside>
  );
}

function Move({ move, act, onBack }: { move: TrailMove; act: WalkAct | null; onBack: () => void }) {
  const say = useTexts(walkTexts);
  const lang = useLang();
  const format = useFormat();
  const titles = move.to.map(({ title }) => title).join(say('between'));
  const hasMoved = move.to.map(({ step }) => step).join() !== move.from.map(({ step }) => step).join();
  const isMessage = move.name === 'CUSTOMER_MESSAGE';
  const body = act?.data?.['body'];
  return (
    <li className={styles.move} data-did={move.did} aria-current={move.isNewest ? 'step' : undefined}>
      <div className={styles.moveHead}>
        <strong>{wordMove(move, act, say, lang)}</strong>
        {act?.as === 'lead' && <span className={card.soft}>{say('asLead')}</span>}
      </div>
      <time dateTime={move.at}>{format.dateTime(move.at)}</time>
      {isMessage && typeof body === 'string' && <q className={styles.quote}>{body}</q>}
      {hasMoved && titles !== '' && <p>{say('leadsTo', { steps: titles })}</p>}
      {!hasMoved && move.did === 'event' && titles !== '' && (
        <p className={card.soft}>{say('staysIn', { steps: titles })}</p>
      )}
      {move.facts.length > 0 && (
        <ul className={styles.facts}>
          {move.facts.map((fact, index) => (
            <li key={index}>{fact.text}</li>
          ))}
        </ul>
      )}
      {move.isReturn && (
        <button type="button" className={styles.back} onClick={onBack}>
          <RollbackOutlined aria-hidden /> {say('backHere')}
        </button>
      )}
    </li>
  );
}

/** What somebody or something did, in words. */
function wordMove(
  move: TrailMove,
  act: WalkAct | null,
  say: Say<keyof typeof walkTexts.entries>,
  lang: Lang,
): string {
  const { did, name, title } = move;
  switch (did) {
    case 'open':
      return say('did_open');
    case 'event':
      return name === 'CUSTOMER_MESSAGE' ? say('did_message') : (title ?? name);
    case 'result':
      return say('did_result', { name });
    case 'failure':
      return say('did_failure', { name, code: wordCode(act?.code ?? 'http-5xx', say) });
    case 'wait':
      return say('did_wait', { time: wordDuration(name, lang) });
    case 'timer': {
      const { kind, delay } = readTimer(name);
      if (kind === 'after') return say('did_timer', { delay: wordDelay(delay, lang) });
      return say(kind === 'sla-warned' ? 'did_warned' : 'did_breached');
    }
  }
}
