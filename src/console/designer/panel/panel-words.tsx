import { useTexts } from '../../i18n/texts';
import { wordsAt } from '../yaml/edit-value';
import { Field, TextPair, Typed } from './panel-fields';
import { MoveButtons } from './panel-moves';
import { usePanelRoom, useValue } from './panel-room';
import { panelTexts } from './texts-panel';
import styles from './parts.module.css';

const NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** The quick replies of a step. */
export function WordsTab() {
  return <ItemList list="replies" />;
}

/** The checklist or the quick replies of a step: add, move, change, take out. */
export function ItemList({ list }: { list: 'checklist' | 'replies' }) {
  const say = useTexts(panelTexts);
  const { path, edit } = usePanelRoom();
  const at = [...path, 'meta', list];
  const { value } = useValue(at);
  const items: unknown[] = Array.isArray(value) ? value : [];
  const isReply = list === 'replies';
  const ids = items.map((item) => wordsAt(item, ['id']));
  const add = (): void => {
    const empty = { en: '', 'zh-CN': '' };
    const id = freeName(isReply ? 'reply' : 'item', ids);
    const item = isReply ? { id, title: empty, text: empty } : { id, text: empty };
    edit([
      {
        act: 'set',
        path: items.length === 0 ? at : [...at, items.length],
        value: items.length === 0 ? [item] : item,
      },
    ]);
  };
  return (
    <section className={styles.group} aria-label={say(list)}>
      <h3>{say(list)}</h3>
      {items.map((_, index) => {
        const label = say(isReply ? 'reply' : 'item', { nth: index + 1 });
        return (
          <div key={index} className={styles.item} role="group" aria-label={label} data-item>
            <div className={styles.itemHead}>
              <IdField label={`${label}: ${say('id')}`} at={[...at, index, 'id']} others={ids} />
              <MoveButtons
                {...{ label, index, count: items.length }}
                onMove={(to) => edit([{ act: 'swap', path: at, a: index, b: to }])}
                onRemove={() => edit([{ act: 'remove', path: [...at, index], keep: at.length }])}
              />
            </div>
            {isReply && <TextPair label={say('title')} path={[...at, index, 'title']} />}
            <TextPair label={say('text')} path={[...at, index, 'text']} isLong={isReply} />
          </div>
        );
      })}
      <button type="button" className={styles.add} data-testid="panel-add" onClick={add}>
        + {say(isReply ? 'addReply' : 'addItem')}
      </button>
    </section>
  );
}

function IdField(props: { label: string; at: (string | number)[]; others: readonly string[] }) {
  const say = useTexts(panelTexts);
  const { value, set } = useValue(props.at);
  const own = wordsAt(value, []);
  return (
    <Typed
      isCode
      label={props.label}
      value={own}
      refuse={(name) => checkName(name, own, props.others, say)}
      onCommit={set}
    />
  );
}

/** Why a name cannot be taken; null when it can. */
export function checkName(
  name: string,
  own: string,
  taken: readonly string[],
  say: (key: 'taken' | 'badName') => string,
): string | null {
  if (!NAME.test(name)) return say('badName');
  return name !== own && taken.includes(name) ? say('taken') : null;
}

/** `item`, `item-2`, …: the first that is free. */
export function freeName(stem: string, taken: readonly string[]): string {
  for (let nth = taken.length + 1; ; nth += 1) {
    const name = `${stem}-${nth}`;
    if (!taken.includes(name)) return name;
  }
}

/** Asks for the name of something new and adds it. */
export function NewName(props: {
  label: string;
  button: string;
  check: (name: string) => string | null;
  onAdd: (name: string) => void;
}) {
  return (
    <Field label={props.label}>
      <Typed
        isCode
        label={props.label}
        value=""
        placeholder={props.button}
        refuse={(name) => (name === '' ? null : props.check(name))}
        onCommit={(name) => name !== '' && props.onAdd(name)}
      />
    </Field>
  );
}
