import { Select } from 'antd';
import { useMemo } from 'react';
import { useLang, useTexts } from '../../i18n/texts';
import { valueAt, wordsAt } from '../yaml/edit-value';
import { setTarget, type PanelWay } from './edit-ways';
import { Field } from './panel-fields';
import { usePanelRoom } from './panel-room';
import { listStates, resolveTarget, writeTarget } from '../yaml/targets';
import { panelTexts } from './texts-panel';

const STAYS = '::stays';

/** All states by the names that people know, and how they are named from the chosen one. */
export function useStates() {
  const { value, step } = usePanelRoom();
  const lang = useLang();
  const states = useMemo(() => listStates(value).slice(1), [value]);
  const ids = useMemo(() => new Set(states.map(({ id }) => id)), [states]);
  const sop = wordsAt(value, ['id']);
  const nameOf = (id: string): string => {
    const title = valueAt(states.find((state) => state.id === id)?.def, ['meta', 'title', lang]);
    return typeof title === 'string' && title !== '' ? title : id;
  };
  return {
    states,
    sop,
    nameOf,
    /** What stands in a list of steps: its name, and its id where that says more. */
    options: states.map(({ id }) => ({
      value: id,
      label: nameOf(id) === id ? id : `${nameOf(id)} · ${id}`,
    })),
    resolve: (written: string): string | null => resolveTarget(ids, sop, step, written),
    write: (to: string): string => writeTarget(sop, step, to),
  };
}

function writtenTarget(way: PanelWay): string | null {
  const target = way.def['target'];
  return typeof target === 'string' ? target : null;
}

/** Where ways lead, each place once. */
export function TargetWords({ ways }: { ways: readonly PanelWay[] }) {
  const { resolve, nameOf } = useStates();
  const names = ways.flatMap((way) => {
    const written = writtenTarget(way);
    if (written === null) return [];
    const resolved = resolve(written);
    return [resolved === null ? written : nameOf(resolved)];
  });
  return names.length === 0 ? null : <> → {[...new Set(names)].join(' / ')}</>;
}

export function TargetField({ way }: { way: PanelWay }) {
  const { edit } = usePanelRoom();
  const { write } = useStates();
  return (
    <TargetSelect
      written={writtenTarget(way)}
      onChange={(to) => edit(setTarget(way, to === null ? null : write(to)))}
    />
  );
}

/** `written`: as it stands in the text; null: it stays; undefined: nobody has said so far. */
export function TargetSelect(props: {
  written: string | null | undefined;
  onChange: (to: string | null) => void;
}) {
  const say = useTexts(panelTexts);
  const { options, resolve } = useStates();
  const { written } = props;
  const resolved = typeof written === 'string' ? resolve(written) : null;
  const isUnknown = typeof written === 'string' && resolved === null;
  return (
    <Field label={say('target')}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={say('target')}
        placeholder={say('choose')}
        status={isUnknown ? 'error' : undefined}
        value={written === null ? STAYS : (resolved ?? written)}
        options={[
          { value: STAYS, label: say('stays') },
          ...options,
          ...(isUnknown ? [{ value: written, label: say('unknown', { target: written }) }] : []),
        ]}
        popupMatchSelectWidth={320}
        onChange={(to: string) => props.onChange(to === STAYS ? null : to)}
      />
    </Field>
  );
}
