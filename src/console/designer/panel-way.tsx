import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useLang, useTexts } from '../i18n/texts';
import { valueAt, wordsAt } from './edit-value';
import { removeInWay, removeWay, setCondition, setInWay, setTarget, type PanelWay } from './edit-ways';
import { Field, TextPair, Typed } from './panel-fields';
import { FormFields } from './panel-form';
import { usePanelRoom } from './panel-room';
import { listStates, resolveTarget, writeTarget } from './targets';
import { panelTexts } from './texts-panel';
import { isRecord } from './yaml-render';

const STAYS = '::stays';
const TONES = ['primary', 'neutral', 'danger'] as const;

/** One way out: its event, where it leads, when it is open, what the agent sees of it. */
export function WayEditor(props: {
  way: PanelWay;
  isOpen: boolean;
  check: (event: string) => string | null;
}) {
  const say = useTexts(panelTexts);
  const lang = useLang();
  const { edit } = usePanelRoom();
  const { way } = props;
  const [isOpen, setOpen] = useState(props.isOpen);
  const [wasChosen, setWasChosen] = useState(props.isOpen);
  if (props.isOpen !== wasChosen) {
    setWasChosen(props.isOpen);
    if (props.isOpen) setOpen(true);
  }
  const words = way.group === 'on' ? way.key : say(`group-${way.group}`, { key: way.key });
  const title = valueAt(way.def, ['meta', 'title', lang]);
  const name = typeof title === 'string' && title !== '' ? title : words;
  return (
    <details
      className="panel-item"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      data-chosen={props.isOpen || undefined}
    >
      <summary>
        <strong>{name}</strong>
        <span className="panel-help">
          {name === words ? '' : `${words} `}
          {way.nth !== null && say('nth', { nth: way.nth })}
          <TargetWords way={way} />
        </span>
      </summary>
      {isOpen && (
        <div className="panel-fields">
          <div className="panel-row">
            {(way.group === 'on' || way.group === 'after') && (
              <Field label={say(way.group === 'on' ? 'event' : 'delay')}>
                <Typed
                  isCode
                  label={say(way.group === 'on' ? 'event' : 'delay')}
                  value={way.key}
                  refuse={(next) =>
                    next === way.key || (way.group === 'after' && next !== '') ? null : props.check(next)
                  }
                  onCommit={(to) => edit([{ act: 'rename', path: way.keyPath, to }])}
                />
              </Field>
            )}
            <TargetField way={way} />
          </div>
          {way.group === 'on' && <ButtonFields way={way} />}
          <ConditionFields way={way} />
          <Button
            type="text"
            size="small"
            className="panel-remove-way"
            icon={<DeleteOutlined />}
            aria-label={say('removeNamed', { name: words })}
            onClick={() => edit(removeWay(way))}
          >
            {say('remove')}
          </Button>
        </div>
      )}
    </details>
  );
}

/** All states by the names that people know, and what a target of this step means. */
function useStates(way: PanelWay) {
  const { value, step } = usePanelRoom();
  const lang = useLang();
  const states = useMemo(() => listStates(value).slice(1), [value]);
  const sop = wordsAt(value, ['id']);
  const target = way.def['target'];
  const ids = useMemo(() => new Set(states.map(({ id }) => id)), [states]);
  const written = typeof target === 'string' ? target : null;
  const resolved = written === null ? null : resolveTarget(ids, sop, step, written);
  const nameOf = (id: string): string => {
    const title = valueAt(states.find((state) => state.id === id)?.def, ['meta', 'title', lang]);
    return typeof title === 'string' && title !== '' ? title : id;
  };
  return { states, sop, step, written, resolved, nameOf };
}

function TargetWords({ way }: { way: PanelWay }) {
  const { written, resolved, nameOf } = useStates(way);
  if (written === null) return null;
  return <> → {resolved === null ? written : nameOf(resolved)}</>;
}

function TargetField({ way }: { way: PanelWay }) {
  const say = useTexts(panelTexts);
  const { edit } = usePanelRoom();
  const { states, sop, step, written, resolved, nameOf } = useStates(way);
  const options = [
    { value: STAYS, label: say('stays') },
    ...states.map(({ id }) => ({ value: id, label: nameOf(id) === id ? id : `${nameOf(id)} · ${id}` })),
  ];
  if (written !== null && resolved === null) {
    options.push({ value: written, label: say('unknown', { target: written }) });
  }
  return (
    <Field label={say('target')}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={say('target')}
        status={written !== null && resolved === null ? 'error' : undefined}
        value={written === null ? STAYS : (resolved ?? written)}
        options={options}
        popupMatchSelectWidth={320}
        onChange={(to: string) => edit(setTarget(way, to === STAYS ? null : writeTarget(sop, step, to)))}
      />
    </Field>
  );
}

/** What the agent sees: the button, what it asks for, and what is asked before. */
function ButtonFields({ way }: { way: PanelWay }) {
  const say = useTexts(panelTexts);
  const { edit } = usePanelRoom();
  const meta = valueAt(way.def, ['meta']);
  const form = valueAt(meta, ['form']);
  const tone = valueAt(meta, ['tone']);
  const kind = form === true ? 'formStep' : isRecord(form) ? 'formOwn' : 'formNone';
  const setForm = (next: string): void => {
    if (next === 'formNone') edit(removeInWay(way, ['meta', 'form']));
    else if (next === 'formStep') edit(setInWay(way, ['meta', 'form'], true));
    else if (!isRecord(form)) {
      const note = { type: 'string', 'x-title': { en: '', 'zh-CN': '' } };
      edit(setInWay(way, ['meta', 'form'], { type: 'object', properties: { note } }));
    }
  };
  return (
    <>
      <TextPair label={say('title')} path={[...way.path, 'meta', 'title']} isOptional />
      <div className="panel-row">
        <Field label={say('tone')}>
          <Select
            aria-label={say('tone')}
            value={typeof tone === 'string' ? tone : 'neutral'}
            options={TONES.map((one) => ({ value: one, label: say(one) }))}
            onChange={(next: string) =>
              edit(
                next === 'neutral'
                  ? removeInWay(way, ['meta', 'tone'])
                  : setInWay(way, ['meta', 'tone'], next),
              )
            }
          />
        </Field>
        <Field label={say('form')}>
          <Select
            aria-label={say('form')}
            value={kind}
            options={(['formNone', 'formStep', 'formOwn'] as const).map((one) => ({
              value: one,
              label: say(one),
            }))}
            onChange={setForm}
          />
        </Field>
      </div>
      {isRecord(form) && <FormFields at={[...way.path, 'meta', 'form']} />}
      <TextPair label={say('confirm')} path={[...way.path, 'meta', 'confirm']} isLong isOptional />
    </>
  );
}

function ConditionFields({ way }: { way: PanelWay }) {
  const say = useTexts(panelTexts);
  const { edit } = usePanelRoom();
  const expr = valueAt(way.def, ['guard', 'params', 'expr']);
  return (
    <>
      <Field label={say('condition')} help={say('conditionHelp')}>
        <Typed
          isLong
          isCode
          label={say('condition')}
          value={typeof expr === 'string' ? expr : ''}
          onCommit={(next) => edit(setCondition(way, next.trim()))}
        />
      </Field>
      {typeof expr === 'string' && (
        <TextPair label={say('why')} path={[...way.path, 'guard', 'params', 'why']} isLong />
      )}
    </>
  );
}
