import { Modal } from 'antd';
import { useMemo } from 'react';
import { useLang, useTexts } from '../../i18n/texts';
import { ProblemNotice } from '../../kit/problem-notice';
import { SchemaForm } from '../../kit/schema-form';
import { asSchema, filledValues, initialValues, type Schema, type Values } from '../../kit/schema-form-model';
import { errorsInData, useFormCheck } from '../../kit/use-form-check';
import { DialogFocus } from '../common/dialog-focus';
import { formDraftKey, useDraft } from '../common/drafts';
import type { Sender } from '../common/send-event';
import { useTeams } from '../../kit/team-names';
import { agentTexts } from '../common/texts';
import { stepTexts } from '../common/texts-step';
import type { GuideAction, Schemas, Ticket } from '../common/ticket-cache';

interface Props {
  ticket: Ticket;
  sender: Sender;
  action: GuideAction;
  unticked: Schemas['ChecklistItem'][];
  /** What the step's own form gives to this action; undefined when it has another form, or none. */
  data: Values | undefined;
  onClose: () => void;
}

/** Asks what a way out needs: its form, a confirmation, or whether to go on although checks are open. */
export function ActionDialog({ ticket, sender, action, unticked, data, onClose }: Props) {
  const say = useTexts(stepTexts);
  const ownForm = useActionForm(data === undefined ? action : null);
  const empty = useMemo(() => (ownForm ? initialValues(ownForm) : {}), [ownForm]);
  const [values, keepValues] = useDraft<Values>(formDraftKey(ticket.id, action.step, action.event), empty);
  const { standing } = sender;
  const problem = standing.kind === 'failed' ? standing.problem : null;
  const idPrefix = `act-${action.event}`;
  const { showAll, mayGo } = useFormCheck(ownForm, idPrefix);
  const isUnticked = action.tone === 'primary' && unticked.length > 0;

  const close = (): void => {
    if (problem) sender.settle();
    onClose();
  };
  const send = async (): Promise<void> => {
    if (!mayGo(values)) return;
    const end = await sender.send(action, ownForm ? filledValues(ownForm, values) : data);
    // What can be mended or tried again here stays open; everything else is explained on the page.
    const mayStay = end.kind === 'failed' && (end.problem.isPassing || end.problem.errors.length > 0);
    if (!mayStay) onClose();
  };

  return (
    <Modal
      open
      title={action.title}
      destroyOnHidden
      okText={isUnticked ? say('doItAnyway', { title: action.title }) : action.title}
      cancelText={say('cancel')}
      okButtonProps={{
        danger: action.tone === 'danger',
        loading: standing.kind === 'sending' && { delay: 200 },
      }}
      onOk={() => void send()}
      onCancel={close}
      // Somebody who does this all day does not wait for a dialog to fly in.
      transitionName=""
      maskTransitionName=""
    >
      <div
        className="act-dialog"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
        }}
      >
        {action.confirm !== undefined && <p>{action.confirm}</p>}
        {isUnticked && (
          <div>
            <p>{say('unticked', { count: unticked.length })}</p>
            <ul>
              {unticked.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </div>
        )}
        <DialogFocus />
        {ownForm && (
          <SchemaForm
            schema={ownForm}
            value={values}
            onChange={(next) => {
              keepValues(next);
              if (problem) sender.settle();
            }}
            errors={problem ? errorsInData(problem.errors) : []}
            {...{ idPrefix, showAll }}
          />
        )}
        {problem && <ProblemNotice error={problem} />}
      </div>
    </Modal>
  );
}

/** The action's form; where it asks for a team, the teams are there to choose from. */
function useActionForm(action: GuideAction | null): Schema | null {
  const lang = useLang();
  const teams = useTeams().data?.items;
  const tierName = useTexts(agentTexts)('tier', { tier: 0 });
  const form = action?.form;
  return useMemo(() => {
    if (form === undefined) return null;
    const choices = (teams ?? []).map(({ id, title }) => ({ id, title: title[lang] }));
    const tiers = TIERS.map((id) => ({ id, title: tierName.replace('0', String(id)) }));
    return withTeams(form, action?.event === 'ESCALATE' ? choices : [], tiers);
  }, [form, action?.event, teams, lang, tierName]);
}

const TIERS = [1, 2, 3];
interface Named {
  id: string | number;
  title: string;
}
const titles = (all: Named[]) => Object.fromEntries(all.map(({ id, title }) => [id, title]));

function withTeams(form: Schema, teams: Named[], tiers: Named[]): Schema {
  const properties = asSchema(form['properties']);
  const to = asSchema(properties['to']);
  const places = asSchema(to['properties']);
  if (teams.length === 0 || !('team' in places)) return form;
  const team = {
    ...asSchema(places['team']),
    enum: teams.map(({ id }) => id),
    'x-enum-titles': titles(teams),
  };
  const tier = {
    ...asSchema(places['tier']),
    enum: tiers.map(({ id }) => id),
    'x-enum-titles': titles(tiers),
  };
  return { ...form, properties: { ...properties, to: { ...to, properties: { ...places, team, tier } } } };
}
