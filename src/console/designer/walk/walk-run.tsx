import { FlagFilled } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { SopDefinition } from '../../../engine/common/sop-format';
import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import { FaultWall } from '../../kit/problems/fault-wall';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import type { DecorateEdge, DecorateNode } from '../../kit/sop-diagram/decoration';
import { pointerOfStep } from '../../kit/sop-diagram/graph';
import { SopDiagram } from '../../kit/sop-diagram/sop-diagram';
import { passedPlaces, type WalkAnswer } from './walk';
import { WalkCalls } from './walk-calls';
import { WalkFacts } from './walk-facts';
import type { Walk } from './walk-state';
import { WalkStep } from './walk-step';
import { WalkTrailList } from './walk-trail';
import { WalkWorld } from './walk-world';
import { walkTexts } from './texts-walk';
import page from '../common/page.module.css';
import card from './card.module.css';
import styles from './walk-run.module.css';

interface Props {
  definition: SopDefinition;
  walk: Walk;
  onRestart: () => void;
}

/** The walk itself: the way so far, the step as its people read it, and the place on the diagram. */
export function WalkRun({ definition, walk, onRestart }: Props) {
  const say = useTexts(walkTexts);
  const { answer } = walk;
  if (!answer) {
    if (!walk.error)
      return (
        <div className={page.page}>
          <Waiting rows={10} />
        </div>
      );
    return (
      <div className={page.page}>
        <ProblemNotice error={walk.error}>
          <p>
            <Button onClick={onRestart}>{say('again')}</Button>
          </p>
        </ProblemNotice>
      </div>
    );
  }
  return (
    <div className={styles.run}>
      <WalkTrailList walk={walk} answer={answer} />
      <WalkPlace walk={walk} answer={answer} />
      <div className={styles.side}>
        <FaultWall name="diagram">
          <WalkDiagram definition={definition} answer={answer} />
        </FaultWall>
        <WalkWorld walk={walk} answer={answer} />
      </div>
    </div>
  );
}

function WalkPlace({ walk, answer }: { walk: Walk; answer: WalkAnswer }) {
  const say = useTexts(walkTexts);
  const format = useFormat();
  const place = useRef<HTMLElement>(null);
  const { trail } = answer;
  const taken = trail.length;
  useEffect(() => {
    // The button that was pressed is gone; the next key press belongs to the step that has come.
    if (document.activeElement === document.body || document.activeElement === null)
      place.current?.querySelector<HTMLElement>('h2[tabindex]')?.focus({ preventScroll: true });
    place.current?.scrollTo({ top: 0 });
  }, [taken]);
  const length = Date.parse(answer.now) - Date.parse(trail[0]?.at ?? answer.now);
  // An answer that does not fit is explained beside the answer.
  const isSaidInPlace = walk.refusal?.act.type === 'result' && walk.refusal.problem.errors.length > 0;
  let firstNo = 1;
  return (
    <main className={styles.place} aria-label={say('step')} ref={place}>
      <div className={styles.notices}>
        {answer.refusedAct !== null && answer.refused && (
          <Alert
            type="warning"
            showIcon
            title={say('brokenOff', { act: answer.refusedAct + 1 })}
            description={answer.refused.detail}
          />
        )}
        {walk.refusal && !isSaidInPlace && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={say('refused')}
            description={walk.refusal.problem.detail || walk.refusal.problem.title}
            closable={{ onClose: () => walk.forgetRefusal() }}
          />
        )}
      </div>
      {answer.ended && (
        <section className={styles.ended}>
          <h2 tabIndex={-1}>
            <FlagFilled aria-hidden />{' '}
            {say('ended', { title: answer.place.map(({ title }) => title).join(say('between')) })}
          </h2>
          <p className={card.soft}>{say('endedHelp', { time: format.duration(length) })}</p>
        </section>
      )}
      {answer.steps.map((step) => {
        const no = firstNo;
        firstNo += step.actions.length;
        return (
          <WalkStep key={`${step.step} ${step.enteredAt} ${taken}`} {...{ step, walk, answer }} firstNo={no}>
            <WalkCalls walk={walk} calls={answer.calls.filter((call) => call.step === step.step)} />
          </WalkStep>
        );
      })}
      <WalkCalls
        walk={walk}
        calls={answer.calls.filter((call) => answer.steps.every(({ step }) => step !== call.step))}
      />
      <WalkFacts answer={answer} />
    </main>
  );
}

function WalkDiagram({ definition, answer }: { definition: SopDefinition; answer: WalkAnswer }) {
  const say = useTexts(walkTexts);
  const lang = useLang();
  const passed = useMemo(() => passedPlaces(answer.trail), [answer.trail]);
  const here = useMemo(() => new Set(answer.place.map(({ step }) => step)), [answer.place]);
  const badge = say('here');
  const decorate = useCallback<DecorateNode>(
    (id) => (here.has(id) ? { tone: 'here', badge } : passed.steps.has(id) ? { tone: 'passed' } : undefined),
    [here, passed, badge],
  );
  const edgeDecorate = useCallback<DecorateEdge>(
    ({ source, target }) => (passed.ways.has(`${source} ${target}`) ? { tone: 'passed' } : undefined),
    [passed],
  );
  const [first] = answer.place;
  return (
    <section className={styles.diagram} aria-label={say('diagram')}>
      <SopDiagram
        {...{ definition, lang, decorate, edgeDecorate }}
        selected={first ? pointerOfStep(first.step) : null}
      />
    </section>
  );
}
