import { Input } from 'antd';
import { useId } from 'react';
import { useLang, useTexts } from '../../i18n/texts';
import { usePlaceWords } from '../../kit/problems/named-problem';
import { useTeams } from '../../kit/common/team-names';
import { agentTexts } from '../common/texts';
import { actTexts } from '../common/texts-acts';
import { stepTexts } from '../common/texts-step';
import type { GuideStep, Ticket } from '../common/ticket-cache';
import { Choice } from './choice';
import type { ActAnswers, AskedAct } from './act-answers';
import actDialog from '../step/act-dialog.module.css';
import stepWays from '../step/step-ways.module.css';
import styles from '../../kit/schema-form/schema-form.module.css';

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

interface Props {
  act: AskedAct;
  ticket: Ticket;
  answers: ActAnswers;
  /** The steps that can be meant; none for acts on the whole ticket. */
  candidates: GuideStep[];
  step: GuideStep | null | undefined;
  onChange: (answers: ActAnswers) => void;
}

/** What an act asks for: first which step, then what becomes of it, then why. */
export function ActFields({ act, ticket, answers, candidates, step, onChange }: Props) {
  const say = useTexts(actTexts);
  const sayAgent = useTexts(agentTexts);
  const sayStep = useTexts(stepTexts);
  const lang = useLang();
  const teams = useTeams().data?.items ?? [];
  const id = useId();
  const from = step?.team ?? ticket.team;
  return (
    <div className={styles.form}>
      {candidates.length > 1 && (
        <Choice
          title={say('whichStep')}
          options={candidates.map((one) => ({ value: one.step, label: one.title }))}
          value={step?.step ?? ''}
          onChange={(chosen) => onChange({ ...answers, step: chosen })}
        />
      )}
      {act === 'handBack' && step && <BackTo step={step} />}
      {act === 'transfer' && (
        <Choice
          title={say('toTeam')}
          options={teams
            .filter((team) => team.id !== from)
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
      {step?.takesOver && (
        <p className={stepWays.note} data-testid="ways-note">
          {sayStep('actsAsLead')}
        </p>
      )}
      <div className={styles.field}>
        <label className={styles.label} htmlFor={id}>
          {say('reason')}
        </label>
        <Input.TextArea
          id={id}
          className={styles.long}
          maxLength={2_000}
          value={answers.reason}
          onChange={({ target }) => onChange({ ...answers, reason: target.value })}
        />
      </div>
    </div>
  );
}

/** To whom a step goes back: those who knew the case before. */
function BackTo({ step: { cameFrom } }: { step: GuideStep }) {
  const say = useTexts(actTexts);
  const placeOf = usePlaceWords();
  return cameFrom && <p className={actDialog.target}>{say('backTo', { place: placeOf(cameFrom) })}</p>;
}
