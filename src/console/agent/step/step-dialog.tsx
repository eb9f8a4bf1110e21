import { Modal } from 'antd';
import type { ApiProblem } from '../../api/problem';
import { useTexts } from '../../i18n/texts';
import { useNamedProblem } from '../../kit/problems/named-problem';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { SchemaForm } from '../../kit/schema-form/schema-form';
import type { Values } from '../../kit/schema-form/model';
import { errorsInData, useFormCheck } from '../../kit/schema-form/use-form-check';
import { DialogFocus } from '../common/dialog-focus';
import { formDraftKey, useDraft } from '../common/drafts';
import type { Sender } from '../common/send-event';
import { stepTexts } from '../common/texts-step';
import type { GuideAction, GuideStep, Schemas, Ticket } from '../common/ticket-cache';
import { atTheTop, limitReached, notAnEscalation } from '../../../words/problem-kinds';
import { useActionForm } from './action-form';
import { apartFrom, useFirstFault } from './form-faults';
import { AmountLimits } from './amount-limits';
import { useFocusBack } from '../../kit/use-focus-back';
import actDialog from './act-dialog.module.css';
import stepWays from './step-ways.module.css';

interface Props {
  ticket: Ticket;
  /** The step whose way out it is. */
  step: GuideStep;
  limits: Schemas['GuideLimit'][];
  sender: Sender;
  action: GuideAction;
  unticked: Schemas['ChecklistItem'][];
  /** What the step's own form gives to this action; undefined when it has another form, or none. */
  data: Values | undefined;
  onClose: () => void;
}

/** Asks what a way out needs: its form, a confirmation, or whether to go on although checks are open. */
export function ActionDialog(props: Props) {
  useFocusBack();
  const { ticket, step, limits, sender, action, unticked, data, onClose } = props;
  const say = useTexts(stepTexts);
  const named = useNamedProblem([step]);
  const form = useActionForm(data === undefined ? action : null, step);
  const ownForm = form.schema;
  const draftKey = formDraftKey(ticket.id, action.step, action.event);
  const [kept, keepValues] = useDraft<Values>(draftKey, form.empty);
  const values = form.shown(kept);
  const { standing } = sender;
  const problem = standing.kind === 'failed' ? standing.problem : null;
  const idPrefix = `act-${action.event}`;
  const { showAll, mayGo } = useFormCheck(ownForm, idPrefix);
  const { atFields, beside } = apartFrom(ownForm, problem ? form.errors(errorsInData(problem.errors)) : []);
  useFirstFault(problem, idPrefix, atFields);
  const isUnticked = action.tone === 'primary' && unticked.length > 0;

  const close = (): void => {
    if (problem) sender.settle();
    onClose();
  };
  const send = async (): Promise<void> => {
    if (form.targets?.length === 0 || !mayGo(values)) return;
    const end = await sender.send(action, ownForm ? form.filled(values) : data);
    // What can be mended or tried again here stays open; everything else is explained on the page.
    const mayStay = end.kind === 'failed' && canBeMended(end.problem);
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
        disabled: form.targets?.length === 0,
        loading: standing.kind === 'sending' && { delay: 200 },
      }}
      onOk={() => void send()}
      onCancel={close}
      // Somebody who does this all day does not wait for a dialog to fly in.
      transitionName=""
      maskTransitionName=""
    >
      <div
        className={actDialog.dialog}
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
        <DialogFocus isForTyping={form.targets !== null} />
        {form.targets?.every(({ isSpecialist }) => isSpecialist) && (
          <p className={stepWays.note} data-testid="ways-note">
            {say(form.targets.length > 0 ? 'escalateTop' : 'escalateNobody')}
          </p>
        )}
        {step.takesOver && (
          <p className={stepWays.note} data-testid="ways-note">
            {say('actsAsLead')}
          </p>
        )}
        {ownForm && (
          <SchemaForm
            schema={ownForm}
            value={values}
            onChange={(next) => {
              keepValues(next);
              if (problem) sender.settle();
            }}
            errors={atFields}
            {...{ idPrefix, showAll }}
          />
        )}
        {ownForm && <AmountLimits ticketId={ticket.id} form={ownForm} limits={limits} />}
        {problem && (atFields.length === 0 || beside.length > 0) && (
          <ProblemNotice error={named(problem)} errors={beside} />
        )}
      </div>
    </Modal>
  );
}

/** Another answer, or another try, may be taken. */
function canBeMended({ isPassing, errors, slug }: ApiProblem): boolean {
  return isPassing || errors.length > 0 || MENDED.some((one) => one === slug);
}
const MENDED = [limitReached, notAnEscalation, atTheTop].map(({ slug }) => slug);
