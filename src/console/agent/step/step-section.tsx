import { useId, type KeyboardEvent } from 'react';
import { useTexts } from '../../i18n/texts';
import { Markdown } from '../../kit/markdown';
import { SchemaForm } from '../../kit/schema-form/schema-form';
import { useHotkeys, type Hotkeys } from '../../kit/use-hotkeys';
import { Whose } from '../around/whose';
import { stepClock } from '../common/clocks';
import type { Sender } from '../common/send-event';
import { stepTexts } from '../common/texts-step';
import type { Guide, GuideAction, GuideStep, Ticket } from '../common/ticket-cache';
import { TicketClock } from '../common/ticket-clock';
import { AmountLimits } from './amount-limits';
import { Checklist } from './step-checklist';
import { ActionDialog } from './step-dialog';
import { HoldNotice } from './step-hold';
import { QuickReplies } from './step-replies';
import { StepState } from './step-rest';
import { focusClosedWay, Ways } from './step-ways';
import { useStepWork } from './step-work';
import styles from './step-section.module.css';

interface Props {
  ticket: Ticket;
  guide: Pick<Guide, 'limits' | 'mayNotWrite'>;
  step: GuideStep;
  sender: Sender;
  /** The digit of its first way out. */
  firstNo: number;
  isAlone: boolean;
}

/**
 * One step on one screen: what to do, check, fill in and say, and the ways out. Of a step that is somebody else's it
 * says whose, and offers nothing.
 */
export function StepSection({ ticket, guide, step, sender, firstNo, isAlone }: Props) {
  const say = useTexts(stepTexts);
  const work = useStepWork(ticket, step, sender);
  const whoseId = useId();
  const { mayAct, form } = step;
  const isHuman = step.kind === 'human';
  const isMine = isHuman && mayAct;
  const clock = stepClock(step);
  const titleId = `step-${step.step}`;

  const keys: Hotkeys = {};
  if (mayAct)
    step.actions.forEach((action, index) => {
      const no = firstNo + index;
      if (no <= 9)
        keys[String(no)] = keys[`alt+${no}`] = () =>
          action.enabled ? work.choose(action) : focusClosedWay(action);
    });
  if (isMine) keys['x'] = () => work.tickNext();
  useHotkeys(keys);

  const takeMain = (event: KeyboardEvent): void => {
    const main = step.actions.find((action: GuideAction) => action.tone === 'primary' && action.enabled);
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !main) return;
    event.preventDefault();
    work.choose(main);
  };

  return (
    <section
      className={styles.step}
      data-testid="step"
      data-kind={step.kind}
      data-mine={mayAct}
      aria-labelledby={titleId}
    >
      <div className={styles.body}>
        <header className={styles.head}>
          <h2 id={titleId} tabIndex={-1}>
            {step.title}
          </h2>
          {clock && <TicketClock clock={clock} />}
        </header>
        {!mayAct && (isHuman || step.actions.length > 0) && <Whose step={step} id={whoseId} />}
        <HoldNotice ticketId={ticket.id} step={step} isOnly={isAlone} />
        {!isHuman && <StepState step={step} />}
        {step.instructions !== null && (
          <div className={styles.instructions} data-testid="step-instructions">
            <Markdown text={step.instructions} />
          </div>
        )}
        {isMine && step.checklist.length > 0 && (
          <Checklist items={step.checklist} ticked={work.ticked} onTick={work.tick} />
        )}
        {isHuman && form !== null && (mayAct || work.hasTyped) && (
          <div className={styles.part} onKeyDown={takeMain}>
            <h3>{say('form')}</h3>
            <SchemaForm
              schema={form}
              value={work.values}
              onChange={work.fill}
              errors={work.errors}
              idPrefix={work.idPrefix}
              showAll={work.showAll}
              isDisabled={!mayAct}
            />
            {mayAct && <AmountLimits ticketId={ticket.id} form={form} limits={guide.limits} />}
          </div>
        )}
        {isMine && guide.mayNotWrite === null && step.replies.length > 0 && (
          <QuickReplies ticketId={ticket.id} replies={step.replies} />
        )}
      </div>
      {step.actions.length > 0 && (
        <Ways
          actions={step.actions}
          firstNo={firstNo}
          isSticky={isAlone && mayAct}
          sending={sender.standing.kind === 'sending' ? sender.standing.action : null}
          closedBy={mayAct ? null : whoseId}
          note={step.takesOver ? say('actsAsLead') : null}
          onChoose={work.choose}
        />
      )}
      {work.asked && (
        <ActionDialog
          key={work.asked.event}
          {...{ ticket, step, sender }}
          limits={guide.limits}
          action={work.asked}
          unticked={work.unticked}
          data={work.formDataFor(work.asked)}
          onClose={work.forgetAsked}
        />
      )}
    </section>
  );
}
