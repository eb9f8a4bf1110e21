import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/texts';
import { KeptTexts } from './kept-texts';
import { useSender } from '../common/send-event';
import { StandingNotice } from './step-notices';
import { StepSection } from './step-section';
import { Ended, NothingToDo } from './step-rest';
import { stepTexts } from '../common/texts-step';
import type { Guide, GuideStep, Ticket } from '../common/ticket-cache';
import { useMe } from '../../api/session';
import styles from './step-panel.module.css';

/** What is to be done now: every step in which the ticket is, the reader's own first. */
export function StepPanel({ ticket, guide, onNext }: { ticket: Ticket; guide: Guide; onNext: () => void }) {
  const say = useTexts(stepTexts);
  const me = useMe();
  const sender = useSender(ticket.id);
  const panel = useRef<HTMLElement>(null);
  useFocusOnNextStep(panel, guide);
  const steps = inOrder(guide.steps, me.id);
  const mayAct = steps.some((step) => step.kind === 'human' && step.mayAct);
  let firstNo = 1;
  return (
    <section className={styles.panel} ref={panel} data-scrolls aria-label={say('stepTarget')}>
      <p className="sr-only" role="status">
        {say('nowAt', {
          step: ticket.stepTitles.join(' / ') || ticket.outcomeTitle || say('ended_resolved'),
        })}
      </p>
      <div className={styles.notices}>
        <StandingNotice {...{ ticket, sender }} steps={guide.steps} />
      </div>
      {steps.map((step) => {
        const no = firstNo;
        // What cannot be chosen needs no digit.
        if (step.mayAct) firstNo += step.actions.length;
        return (
          <StepSection
            key={`${step.step}@${step.enteredAt}`}
            {...{ ticket, guide, step, sender }}
            firstNo={no}
            isAlone={steps.length === 1 && step.kind === 'human'}
          />
        );
      })}
      {ticket.status !== 'open' && <Ended {...{ ticket, guide, onNext }} />}
      {ticket.status === 'open' && !mayAct && <NothingToDo onNext={onNext} />}
      <KeptTexts ticketId={ticket.id} steps={guide.steps.map(({ step }) => step)} />
    </section>
  );
}

/** What the reader holds, what they may act in, what other people do, and what goes on by itself. */
function inOrder(steps: readonly GuideStep[], myId: string): GuideStep[] {
  const rank = ({ kind, mayAct, holder }: GuideStep): number =>
    kind !== 'human' ? 3 : holder === myId ? 0 : mayAct ? 1 : 2;
  return [...steps].sort((one, other) => rank(one) - rank(other));
}

/**
 * When the ticket has moved on, the button that had the focus is gone. The focus then goes to the new step's title, so
 * that the next key press is not lost and a screen reader reads on there.
 */
function useFocusOnNextStep(panel: React.RefObject<HTMLElement | null>, guide: Guide): void {
  const place = guide.steps.map(({ step, enteredAt }) => `${step}@${enteredAt}`).join(' ');
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) panel.current?.querySelector<HTMLElement>('h2[tabindex]')?.focus({ preventScroll: true });
    panel.current?.scrollTo({ top: 0 });
  }, [place, panel]);
}
