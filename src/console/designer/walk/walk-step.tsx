import { HourglassOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import { Markdown } from '../../kit/markdown';
import { SchemaForm } from '../../kit/schema-form/schema-form';
import { filledValues, initialValues } from '../../kit/schema-form/model';
import { errorsInData, useFormCheck } from '../../kit/schema-form/use-form-check';
import { useHotkeys, type Hotkeys } from '../../kit/use-hotkeys';
import { takesStepForm, type GuideAction, type GuideStep, type WalkAnswer } from './walk';
import { WalkAction } from './walk-action';
import type { Walk } from './walk-state';
import { WalkWays } from './walk-ways';
import { walkTexts } from './texts-walk';
import card from './card.module.css';
import styles from './walk-step.module.css';

interface Props {
  step: GuideStep;
  walk: Walk;
  answer: WalkAnswer;
  /** The digit of its first way out. */
  firstNo: number;
  /** The calls of an automatic step. */
  children: ReactNode;
}

/** A step as the agent reads it: what to do, check, fill in and say, and the ways out. */
export function WalkStep({ step, walk, answer, firstNo, children }: Props) {
  const say = useTexts(walkTexts);
  const { form } = step;
  const [values, setValues] = useState(() => (form === null ? {} : initialValues(form)));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<GuideAction | null>(null);
  const idPrefix = `walk-form-${step.step}`;
  const { showAll, mayGo } = useFormCheck(form, idPrefix);
  const isHuman = step.kind === 'human';
  const open = step.checklist.filter(({ id }) => !ticked.has(id)).length;
  const errors = useMemo(() => {
    const act = walk.refusal?.act;
    // Parallel steps may share an event.
    const isHere = act?.type === 'event' && (act.step ?? step.step) === step.step;
    const tried = isHere ? step.actions.find(({ event }) => event === act.event) : undefined;
    return tried && walk.refusal && takesStepForm(tried, step)
      ? errorsInData(walk.refusal.problem.errors)
      : [];
  }, [walk.refusal, step]);

  const choose = (action: GuideAction): void => {
    if (!action.enabled) {
      document.getElementById(`walk-way-${action.step}-${action.event}`)?.focus();
      return;
    }
    const takesForm = takesStepForm(action, step);
    if (takesForm && !mayGo(values)) return;
    const hasOwnForm = action.form !== undefined && !takesForm;
    const isUnticked = action.tone === 'primary' && open > 0;
    if (hasOwnForm || action.confirm !== undefined || isUnticked) setAsked(action);
    else void take(action);
  };
  const take = (action: GuideAction, data?: Record<string, unknown>): Promise<boolean> => {
    const own = takesStepForm(action, step) && form ? filledValues(form, values) : data;
    return walk.take({
      type: 'event',
      event: action.event,
      step: action.step,
      ...(own ? { data: own } : {}),
    });
  };

  const keys: Hotkeys = {};
  step.actions.forEach((action, index) => {
    if (firstNo + index <= 9) keys[String(firstNo + index)] = () => choose(action);
  });
  useHotkeys(keys);

  return (
    <section
      className={styles.step}
      data-testid="walk-step"
      data-kind={step.kind}
      aria-labelledby={`walk-${step.step}`}
    >
      <div className={styles.body}>
        <StepHead step={step} now={answer.now} />
        {!isHuman && step.kind !== 'human' && (
          <p className={card.soft}>
            <HourglassOutlined aria-hidden /> {say(`kind_${step.kind}`)}
          </p>
        )}
        {step.instructions !== null && <Markdown text={step.instructions} />}
        {step.checklist.length > 0 && (
          <fieldset className={styles.checks}>
            <legend>{say('checklist')}</legend>
            {step.checklist.map(({ id, text }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={ticked.has(id)}
                  onChange={({ target }) => {
                    const next = new Set(ticked);
                    if (target.checked) next.add(id);
                    else next.delete(id);
                    setTicked(next);
                  }}
                />
                {text}
              </label>
            ))}
          </fieldset>
        )}
        {form !== null && (
          <div>
            <h3>{say('form')}</h3>
            <SchemaForm
              schema={form}
              value={values}
              onChange={(next) => {
                setValues(next);
                if (walk.refusal) walk.forgetRefusal();
              }}
              {...{ idPrefix, errors, showAll }}
            />
          </div>
        )}
        {step.replies.length > 0 && <Replies step={step} />}
        {children}
      </div>
      {step.actions.length > 0 && (
        <WalkWays actions={step.actions} firstNo={firstNo} isBusy={walk.isBusy} onChoose={choose} />
      )}
      {asked && (
        <WalkAction
          action={asked}
          hasOwnForm={asked.form !== undefined && !takesStepForm(asked, step)}
          open={asked.tone === 'primary' ? open : 0}
          walk={walk}
          onTake={(data) => take(asked, data)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function StepHead({ step, now }: { step: GuideStep; now: string }) {
  const say = useTexts(walkTexts);
  const format = useFormat();
  const isOver = step.slaDueAt !== null && Date.parse(step.slaDueAt) <= Date.parse(now);
  return (
    <header className={styles.head}>
      <h2 id={`walk-${step.step}`} tabIndex={-1}>
        {step.title}
      </h2>
      <span className={styles.tags}>
        {step.kind === 'human' && <Tag>{say('place', { team: step.team, tier: step.tier })}</Tag>}
        {step.slaDueAt !== null && (
          <Tag color={isOver ? 'error' : undefined}>
            {say(isOver ? 'overdue' : 'due', { time: format.time(step.slaDueAt) })}
          </Tag>
        )}
      </span>
    </header>
  );
}

function Replies({ step }: { step: GuideStep }) {
  const say = useTexts(walkTexts);
  const lang = useLang();
  return (
    <div>
      <h3 id={`walk-replies-${step.step}`}>{say('replies')}</h3>
      <ul className={styles.replies} aria-labelledby={`walk-replies-${step.step}`}>
        {step.replies.map((reply) => (
          <li key={reply.id}>
            <strong>{reply.title}</strong>
            <p lang={reply.lang === lang ? undefined : reply.lang}>{reply.text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
