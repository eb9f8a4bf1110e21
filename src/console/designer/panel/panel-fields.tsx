import { Input, Select } from 'antd';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { wordsAt } from '../yaml/edit-value';
import { usePanelRoom, useValue } from './panel-room';
import { panelTexts } from './texts-panel';
import { isRecord } from '../yaml/yaml-render';
import type { YamlPath } from '../yaml/yaml-text';
import styles from './parts.module.css';

/** A pause in typing after which the words go into the text, so that undo takes back words and not letters. */
const PAUSE_MS = 400;

interface TypedProps {
  value: string;
  label: string;
  isLong?: boolean;
  isCode?: boolean;
  placeholder?: string;
  /** What is wrong with a value; such a one is not taken. */
  refuse?: (value: string) => string | null;
  onCommit: (value: string) => void;
}

/** What the inputs of the panel hold that is in no text yet. */
const typing = new Set<() => void>();

/** Hands over what was typed a moment ago, before the text is saved. */
export function takeTyped(): void {
  for (const commit of typing) commit();
}

/**
 * An input whose words go into the text with a pause, when it is left, and before an undo or a save. While it has the
 * focus it shows them as they were typed, also blanks and line breaks that the text does not keep at its end; what is
 * being composed (pinyin that is no word yet) goes nowhere.
 */
export function Typed({ value, onCommit, refuse, ...props }: TypedProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [isComposing, setComposing] = useState(false);
  const latest = useRef({ draft, isComposing, onCommit, refuse, value });
  /** The words that the text has been told. */
  const told = useRef<string | null>(null);
  useEffect(() => {
    latest.current = { draft, isComposing, onCommit, refuse, value };
  });
  const commit = (): void => {
    const { draft: words, isComposing: isHalf, onCommit: tell, refuse: check, value: old } = latest.current;
    if (words === null || isHalf || words === told.current || check?.(words)) return;
    told.current = words;
    if (words !== old) tell(words);
  };
  const leave = (): void => {
    commit();
    told.current = null;
    setDraft(null);
  };
  useEffect(() => {
    // A name is taken over when it is complete, other words as they come.
    if (draft === null || refuse || isComposing) return;
    const timer = setTimeout(commit, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, refuse, isComposing]);
  useEffect(() => {
    // Somebody else has changed the text since.
    if (draft !== null && draft === told.current && draft.trim() !== value.trim()) setDraft(null);
  }, [value]);
  useEffect(() => {
    typing.add(commit);
    return () => {
      typing.delete(commit);
      commit();
    };
  }, []);
  const fault = draft === null ? null : (refuse?.(draft) ?? null);
  const shared = {
    'aria-label': props.label,
    'aria-invalid': fault !== null,
    status: fault === null ? ('' as const) : ('error' as const),
    placeholder: props.placeholder,
    value: draft ?? value,
    className: props.isCode ? styles.code : undefined,
    onBlur: leave,
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: () => setComposing(false),
  };
  return (
    <>
      {props.isLong ? (
        <Input.TextArea {...shared} onChange={({ target }) => setDraft(target.value)} />
      ) : (
        <Input
          {...shared}
          onChange={({ target }) => setDraft(target.value)}
          onPressEnter={({ nativeEvent }) => nativeEvent.isComposing || commit()}
        />
      )}
      {fault !== null && (
        <span className={styles.fault} role="alert">
          {fault}
        </span>
      )}
    </>
  );
}

/** One field with its label above it. */
export function Field({ label, help, children }: { label: string; help?: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      {children}
      {help !== undefined && <span className={styles.help}>{help}</span>}
    </div>
  );
}

interface PathProps {
  label: string;
  path: YamlPath;
  help?: string;
}

/** A word or a line at a path; without words it goes. */
export function WordField(props: PathProps & { isCode?: boolean; placeholder?: string }) {
  const { value, set, clear } = useValue(props.path);
  const words = wordsAt(value, []);
  return (
    <Field label={props.label} help={props.help}>
      <Typed
        {...{ label: props.label, isCode: props.isCode, placeholder: props.placeholder, value: words }}
        onCommit={(next) => (next.trim() === '' ? clear() : set(next.trim()))}
      />
    </Field>
  );
}

/** A text in both languages, side by side. `isOptional`: without words in either it goes. */
export function TextPair(props: PathProps & { isLong?: boolean; isOptional?: boolean }) {
  const say = useTexts(panelTexts);
  const { edit } = usePanelRoom();
  const { value, set, clear } = useValue(props.path);
  const text: Record<string, unknown> = isRecord(value) ? value : {};
  const write = (lang: 'en' | 'zh-CN', words: string): void => {
    const old = text[lang];
    // A text of several lines ends with a line break in the file; nobody wants to type it.
    const isBlock = typeof old === 'string' ? old.endsWith('\n') : false;
    const next = words !== '' && (isBlock || words.includes('\n')) ? `${words.trimEnd()}\n` : words;
    const both = { en: text['en'] ?? '', 'zh-CN': text['zh-CN'] ?? '', [lang]: next };
    if (props.isOptional && both.en === '' && both['zh-CN'] === '') clear();
    else if (isRecord(value)) edit([{ act: 'set', path: [...props.path, lang], value: next }]);
    else set(both);
  };
  return (
    <Field label={props.label} help={props.help}>
      <div className={styles.pair}>
        {(['zh-CN', 'en'] as const).map((lang) => {
          const words = text[lang];
          return (
            <div key={lang} lang={lang}>
              <Typed
                isLong={props.isLong}
                value={typeof words === 'string' ? words.replace(/\n$/, '') : ''}
                label={say('inLang', { label: props.label, lang: say(lang) })}
                placeholder={say(lang)}
                onCommit={(next) => write(lang, next)}
              />
            </div>
          );
        })}
      </div>
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One of several values at a path. `none`: what it means when nothing is chosen; absent: something must be. */
export function ChoiceField(props: PathProps & { options: Option[]; none?: string; isNumber?: boolean }) {
  const say = useTexts(panelTexts);
  const { value, set, clear } = useValue(props.path);
  const id = useId();
  const chosen = wordsAt(value, []) || undefined;
  return (
    <Field label={props.label} help={props.help}>
      <Select
        id={id}
        aria-label={props.label}
        value={chosen}
        placeholder={props.none}
        allowClear={props.none !== undefined && { label: say('clear') }}
        options={withUnknown(props.options, chosen)}
        onChange={(next: string | undefined) =>
          next === undefined ? clear() : set(props.isNumber ? Number(next) : next)
        }
      />
    </Field>
  );
}

/** What stands in the text is shown, also when it is none of the choices. */
function withUnknown(options: Option[], chosen: string | undefined): Option[] {
  if (chosen === undefined || options.some(({ value }) => value === chosen)) return options;
  return [...options, { value: chosen, label: chosen }];
}
