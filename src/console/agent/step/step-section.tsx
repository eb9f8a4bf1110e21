import type { KeyboardEvent } from 'react';
import { useMe } from '../../api/session';
import { useTexts } from '../../i18n/texts';
import { Countdown } from '../../kit/countdown';
import { Markdown } from '../../kit/markdown';
import { SchemaForm } from '../../kit/schema-form';
import { useHotkeys, type Hotkeys } from '../../kit/use-hotkeys';
import type { Sender } from '../common/send-event';
import { ActionDialog } from './step-dialog';
import { Checklist } from './step-checklist';
import { QuickReplies } from './step-replies';
import { StepState } from './step-rest';
import { useStepWork } from './step-work';
import { focusClosedWay, Ways } from './step-ways';
import { stepTexts } from '../common/texts-step';
import type { GuideAction, GuideStep, Ticket } from '../common/ticket-cache';

interface Props {
  ticket: Ticket;
  step: GuideStep;
  sender: Sender;
  /** The digit of its first way out. */
  firstNo: number;
  isAlone: boolean;
}

/** One step on one screen: what to do, check, fill in and say, and the ways out. */
export function StepSection({ ticket, step, sender, firstNo, isAlone }: Props) {
  const say = useTexts(stepTexts);
  const me = useMe();
  const work = useStepWork(ticket, step, sender);
  const isHuman = step.kind === 'human';
  const titleId = `step-${step.step}`;
  const isOthers =
    step.holder !== null && step.holder !== me.id && !me.roles.some((role) => role !== 'agent');

  const keys: Hotkeys = {};
  step.actions.forEach((action, index) => {
    const no = firstNo + index;
    if (no <= 9)
      keys[String(no)] = keys[`alt+${no}`] = () =>
        action.enabled ? work.choose(action) : focusClosedWay(action);
  });
  if (isHuman) keys['x'] = () => work.tickNext();
  useHotkeys(keys);

  const takeMain = (event: KeyboardEvent): void => {
    const main = step.actions.find((action: GuideAction) => action.tone === 'primary' && action.enabled);
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !main) return;
    event.preventDefault();
    work.choose(main);
  };

  return (
    <section className="step" data-kind={step.kind} aria-labelledby={titleId}>
      <div className="step-body">
        <header className="step-head">
          <h2 id={titleId} tabIndex={-1}>
            {step.title}
          </h2>
          {step.slaDueAt !== null && <Countdown to={step.slaDueAt} label={say('stepTarget')} />}
        </header>
        {!isHuman && <StepState step={step} />}
        {isHuman && step.instructions !== null && (
          <div className="step-instructions">
            <Markdown text={step.instructions} />
          </div>
        )}
        {isHuman && step.checklist.length > 0 && (
          <Checklist items={step.checklist} ticked={work.ticked} onTick={work.tick} />
        )}
        {isHuman && step.form !== null && (
          <div className="step-part" onKeyDown={takeMain}>
            <h3>{say('form')}</h3>
            <SchemaForm
              schema={step.form}
              value={work.values}
              onChange={work.fill}
              errors={work.errors}
              idPrefix={work.idPrefix}
              showAll={work.showAll}
              isDisabled={isOthers}
            />
          </div>
        )}
        {isHuman && step.replies.length > 0 && <QuickReplies ticketId={ticket.id} replies={step.replies} />}
      </div>
      {step.actions.length > 0 && (
        <Ways
          actions={step.actions}
          firstNo={firstNo}
          isSticky={isAlone}
          sending={sender.standing.kind === 'sending' ? sender.standing.action : null}
          blockedBy={isOthers ? say('heldByOther', { name: step.holderName ?? '' }) : null}
          onChoose={work.choose}
        />
      )}
      {work.asked && (
        <ActionDialog
          key={work.asked.event}
          {...{ ticket, sender }}
          action={work.asked}
          unticked={work.unticked}
          data={work.formDataFor(work.asked)}
          onClose={work.forgetAsked}
        />
      )}
    </section>
  );
}
