import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/common/late';
import { useNamedProblem } from '../kit/problems/named-problem';
import { ProblemNotice } from '../kit/problems/problem-notice';
import { useToast } from '../kit/use-toast';
import { mayServe, type BoardPerson, type HumanStep } from './lanes';
import { NotYours } from './not-yours';
import { Presence } from './people-list';
import { sortCandidates } from './people';
import { ReasonField } from './reason-field';
import { StepChoice } from './step-choice';
import { leadTexts } from './texts';
import { useAct } from './use-act';
import { useHumanSteps } from './use-board';
import { useFocusBack } from '../kit/use-focus-back';
import { isBlank } from '../kit/common/blank';
import boardHalf from './board-half.module.css';
import dialog from './dialog.module.css';

interface Props {
  ticketId: string;
  subject: string;
  people: BoardPerson[];
  /** Who has it now. */
  holder: string | null;
  /** Those of the ticket's steps that are meant here: one that somebody holds, or what waits in a lane. */
  isMeant: (step: HumanStep) => boolean;
  onClose: () => void;
}

/** Gives a step of a ticket to a person who may do it, with a reason. */
export function AssignDialog({ ticketId, subject, people, holder, isMeant, onClose }: Props) {
  useFocusBack();
  const say = useTexts(leadTexts);
  const toast = useToast();
  const [to, setTo] = useState('');
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const known = useHumanSteps(ticketId);
  const named = useNamedProblem(known?.steps);
  const steps = known?.steps.filter(isMeant) ?? [];
  const step = steps.length === 1 ? steps[0] : steps.find((one) => one.step === chosen);
  const able = step ? sortCandidates(people.filter((one) => one.id !== holder && mayServe(one, step))) : [];
  const name = able.find(({ id }) => id === to)?.name;
  const mayGive = known?.mayTransfer === true && step?.mayAct === true;
  const { act, error, isBusy } = useAct(async () => {
    // Whoever changed the ticket meanwhile may have had a reason too: they are not overruled unseen.
    const header = { 'If-Match': `"${String(known?.version)}"` };
    await api.POST('/api/tickets/{id}/transfer', {
      params: { path: { id: ticketId }, header },
      body: { to: { userId: to }, reason: reason.trim(), ...(step && { step: step.step }) },
    });
    toast.success(say('assigned', { id: ticketId, name: name ?? '' }));
    onClose();
  });
  const isComplete = mayGive && name !== undefined && !isBlank(reason);
  const send = (): void => {
    if (isComplete) void act();
  };
  return (
    <Modal
      open
      width={560}
      title={say('assignTitle', { id: ticketId })}
      okText={say('assign')}
      cancelText={say('cancel')}
      okButtonProps={{ disabled: !isComplete, loading: isBusy && { delay: 200 } }}
      onOk={send}
      onCancel={onClose}
    >
      <p className={dialog.subject} data-testid="dialog-subject">
        {subject}
      </p>
      {steps.length === 1 && <p className="is-soft">{step?.title}</p>}
      <p className="is-soft">{say('assignHelp')}</p>
      {known === null && <Waiting rows={4} />}
      {known !== null && steps.length === 0 && <p className={boardHalf.empty}>{say('stepGone')}</p>}
      {steps.length > 1 && <StepChoice {...{ steps, chosen }} onChoose={setChosen} />}
      {step && !mayGive && <NotYours step={step} />}
      {step && mayGive && (
        <fieldset className={dialog.candidates}>
          <legend>{say('person')}</legend>
          {able.length === 0 && <p className={boardHalf.empty}>{say('nobodyFits')}</p>}
          <Radio.Group
            value={to}
            onChange={(event) => setTo(String(event.target.value))}
            options={able.map((one) => ({ value: one.id, label: <Candidate person={one} /> }))}
          />
        </fieldset>
      )}
      <ReasonField value={reason} onChange={setReason} onSend={send} />
      {error !== null && <ProblemNotice error={named(error)} />}
    </Modal>
  );
}

function Candidate({ person }: { person: BoardPerson }) {
  const say = useTexts(leadTexts);
  const { held } = person;
  return (
    <span className={dialog.candidate}>
      <span className={dialog.candidateName}>{person.name}</span>
      <Presence person={person} />
      {held.length > 0 && <span className="is-soft">{say('inHand', { count: held.length })}</span>}
    </span>
  );
}
