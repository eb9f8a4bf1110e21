import { Input, Modal } from 'antd';
import { useId, useRef, useState } from 'react';
import { newKey } from '../../api/client';
import { toProblem } from '../../api/problem';
import { refresh } from '../../api/queries';
import { useLang, useTexts } from '../../i18n/texts';
import { ProblemNotice } from '../../kit/problem-notice';
import { DialogFocus } from '../common/dialog-focus';
import { dropDraft, useDraft } from '../common/drafts';
import { useTeams } from '../../kit/team-names';
import { useToast } from '../../kit/use-toast';
import { agentTexts } from '../common/texts';
import { stepTexts } from '../common/texts-step';
import { doTicketAct, isComplete, labelOf, type ActAnswers, type TicketAct } from './ticket-act';
import type { Ticket } from '../common/ticket-cache';

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

/** Asks for what an act needs, most of all its reason. */
export function TicketActDialog(props: { act: TicketAct; ticket: Ticket; onClose: () => void }) {
  const { act, ticket, onClose } = props;
  const say = useTexts(stepTexts);
  const toast = useToast();
  const draftKey = `act/${ticket.id}/${act}`;
  const [answers, keep] = useDraft<ActAnswers>(draftKey, {
    ...{ reason: '', team: '', into: '' },
    priority: ticket.priority,
  });
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const key = useRef({ said: '', key: '' });

  const send = async (): Promise<void> => {
    if (!isComplete(act, answers) || isSending) return;
    const said = JSON.stringify([ticket.version, answers]);
    if (key.current.said !== said) key.current = { said, key: newKey() };
    setSending(true);
    setError(null);
    try {
      await doTicketAct(act, ticket, answers, key.current.key);
      dropDraft(draftKey);
      toast.success(say(`done_${act}`));
      onClose();
    } catch (failure) {
      setError(failure);
      if (!toProblem(failure).isPassing) void refresh('/api/tickets/{id}');
    } finally {
      setSending(false);
      void refresh('/api/desk', '/api/tickets');
    }
  };

  return (
    <Modal
      open
      destroyOnHidden
      transitionName=""
      maskTransitionName=""
      title={say(labelOf(act))}
      okText={say(labelOf(act))}
      cancelText={say('cancel')}
      okButtonProps={{
        danger: act === 'cancel',
        disabled: !isComplete(act, answers),
        loading: isSending && { delay: 200 },
      }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p>{say(`${act === 'cancel' ? 'cancelTicket' : act}Help`)}</p>
      <form
        className="act-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
        }}
      >
        <DialogFocus />
        <ActFields act={act} ticket={ticket} answers={answers} onChange={keep} />
      </form>
      {error !== null && <ProblemNotice error={error} />}
    </Modal>
  );
}

interface FieldsProps {
  act: TicketAct;
  ticket: Ticket;
  answers: ActAnswers;
  onChange: (answers: ActAnswers) => void;
}

function ActFields({ act, ticket, answers, onChange }: FieldsProps) {
  const say = useTexts(stepTexts);
  const sayAgent = useTexts(agentTexts);
  const lang = useLang();
  const teams = useTeams().data?.items ?? [];
  const id = useId();
  return (
    <div className="sf">
      {act === 'transfer' && (
        <Choice
          title={say('toTeam')}
          options={teams
            .filter((team) => team.id !== ticket.team)
            .map((team) => ({ value: team.id, label: team.title[lang] }))}
          value={answers.team}
          onChange={(team) => onChange({ ...answers, team })}
        />
      )}
      {act === 'prioritise' && (
        <Choice
          title={sayAgent('priority')}
          options={PRIORITIES.map((one) => ({ value: one, label: sayAgent(`priority_${one}`) }))}
          value={answers.priority}
          onChange={(priority) => onChange({ ...answers, priority })}
        />
      )}
      {act === 'merge' ? (
        <div className="sf-field">
          <label className="sf-label" htmlFor={id}>
            {say('mergeInto')}
          </label>
          <Input
            id={id}
            inputMode="numeric"
            value={answers.into}
            onChange={({ target }) => onChange({ ...answers, into: target.value })}
          />
        </div>
      ) : (
        <div className="sf-field">
          <label className="sf-label" htmlFor={id}>
            {say('reason')}
          </label>
          <Input.TextArea
            id={id}
            className="sf-long"
            maxLength={2_000}
            value={answers.reason}
            onChange={({ target }) => onChange({ ...answers, reason: target.value })}
          />
        </div>
      )}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  title: string;
  options: { value: T; label: string }[];
  value: string;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ title, options, value, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <div className="sf-field">
      <span className="sf-label" id={name}>
        {title}
      </span>
      <div className="sf-options" role="radiogroup" aria-labelledby={name}>
        {options.map((option) => (
          <label key={option.value} className="sf-option">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
