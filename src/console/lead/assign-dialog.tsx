import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/late';
import { ProblemNotice } from '../kit/problem-notice';
import { useToast } from '../kit/use-toast';
import { mayServe, type BoardPerson } from './lanes';
import { Presence } from './people-list';
import { sortCandidates } from './people';
import { ReasonField } from './reason-field';
import { leadTexts } from './texts';
import { useAct } from './use-act';
import { useHumanLanes } from './use-board';

interface Props {
  ticketId: string;
  subject: string;
  people: BoardPerson[];
  /** Who has it now. */
  holder: string | null;
  onClose: () => void;
}

/** Gives a ticket to a person who may do its step, with a reason. */
export function AssignDialog({ ticketId, subject, people, holder, onClose }: Props) {
  const say = useTexts(leadTexts);
  const toast = useToast();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const { lanes, version } = useHumanLanes(ticketId);
  const able = sortCandidates(
    people.filter((one) => one.id !== holder && lanes.every((lane) => mayServe(one, lane))),
  );
  const name = able.find(({ id }) => id === to)?.name;
  const { act, error, isBusy } = useAct(async (key) => {
    // Whoever changed the ticket meanwhile may have had a reason too: they are not overruled unseen.
    const header = { 'If-Match': `"${String(version)}"`, 'Idempotency-Key': key };
    await api.POST('/api/tickets/{id}/transfer', {
      params: { path: { id: ticketId }, header },
      body: { to: { userId: to }, reason: reason.trim() },
    });
    toast.success(say('assigned', { id: ticketId, name: name ?? '' }));
    onClose();
  });
  const isComplete = name !== undefined && reason.trim() !== '' && version !== null;
  const send = (): void => {
    if (isComplete) void act(JSON.stringify([version, to, reason]));
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
      <p className="dialog-subject">{subject}</p>
      <p className="is-soft">{say('assignHelp')}</p>
      {version === null || lanes.length === 0 ? (
        <Waiting rows={4} />
      ) : (
        <fieldset className="candidates">
          <legend>{say('person')}</legend>
          {able.length === 0 && <p className="board-empty">{say('nobodyFits')}</p>}
          <Radio.Group
            value={to}
            onChange={(event) => setTo(String(event.target.value))}
            options={able.map((one) => ({ value: one.id, label: <Candidate person={one} /> }))}
          />
        </fieldset>
      )}
      <ReasonField value={reason} onChange={setReason} onSend={send} />
      {error !== null && <ProblemNotice error={error} />}
    </Modal>
  );
}

function Candidate({ person }: { person: BoardPerson }) {
  const say = useTexts(leadTexts);
  const { held } = person;
  return (
    <span className="candidate">
      <span className="candidate-name">{person.name}</span>
      <Presence person={person} />
      {held.length > 0 && <span className="is-soft">{say('inHand', { count: held.length })}</span>}
    </span>
  );
}
