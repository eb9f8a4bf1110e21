import { useTexts } from '../../i18n/texts';
import { renameStep } from './edit-references';
import { faultOfName, groupOf, namesIn } from './edit-steps';
import { Field, Typed } from './panel-fields';
import { usePanelRoom } from './panel-room';
import { panelTexts } from './texts-panel';

/** The id of the chosen state in its group; everything that names it changes with it. */
export function StepId() {
  const say = useTexts(panelTexts);
  const { value, step, edit, follow } = usePanelRoom();
  const group = groupOf(step);
  const own = step.split('.').at(-1) ?? '';
  const others = namesIn(value, group).filter((name) => name !== own);
  const rename = (to: string): void => {
    edit(renameStep(value, step, to));
    follow(group === '' ? to : `${group}.${to}`);
  };
  return (
    <Field label={say('id')} help={say('idHelp')}>
      <Typed
        isCode
        label={say('id')}
        value={own}
        refuse={(name) => {
          const fault = faultOfName(name, others);
          return fault === null ? null : say(fault);
        }}
        onCommit={rename}
      />
    </Field>
  );
}
