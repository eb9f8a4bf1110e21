import {
  snippet,
  type Completion as Option,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { defaultHighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { oneDarkHighlightStyle } from '@codemirror/theme-one-dark';
import { EditorView, keymap } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import type { Lang, Say } from '../../i18n/texts';
import { completeAt, type Candidate, type Knowledge } from '../yaml/complete';
import type { keyTexts } from '../common/texts-keys';
import { phraseTexts } from '../common/texts';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const looks = new Compartment();
const languages = new Compartment();

const shape = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', backgroundColor: 'var(--paper)', color: 'var(--ink)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--ink-soft)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent-soft) 45%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--accent-soft)', color: 'var(--ink)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 28%, transparent) !important',
  },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--paper)',
  },
  '.cm-completionInfo': { padding: '6px 10px', fontFamily: 'inherit' },
});

function lookOf(isDark: boolean): Extension {
  return [
    EditorView.darkTheme.of(isDark),
    syntaxHighlighting(isDark ? oneDarkHighlightStyle : defaultHighlightStyle),
  ];
}

function languageOf(lang: Lang, label: string): Extension {
  const phrases = Object.fromEntries(
    Object.entries(phraseTexts.entries).map(([key, text]) => [key, text[lang]]),
  );
  return [
    EditorState.phrases.of(phrases),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  ];
}

/** How the editor looks and speaks now. */
export interface EditorSurroundings {
  isDark: boolean;
  lang: Lang;
  label: string;
}

export function adaptEditor(view: EditorView, { isDark, lang, label }: EditorSurroundings): void {
  view.dispatch({
    effects: [looks.reconfigure(lookOf(isDark)), languages.reconfigure(languageOf(lang, label))],
  });
}

/** What the page wants to hear of, and what completion may ask it. Read anew each time. */
export interface EditorWishes {
  onText: (text: string) => void;
  /** The cursor was moved by the person who writes. */
  onCursor: (at: number) => void;
  knowledge: () => Knowledge | null;
  explain: Say<keyof (typeof keyTexts)['entries']>;
  isExplained: (key: string) => key is keyof (typeof keyTexts)['entries'];
}

export function editorExtensions(wishes: () => EditorWishes, { isDark, lang, label }: EditorSurroundings) {
  // One and the same function each time: what it found is kept by it.
  const sources = [{ autocomplete: (context: CompletionContext) => complete(context, wishes()) }];
  return [
    nonce === undefined ? [] : EditorView.cspNonce.of(nonce),
    basicSetup,
    yaml(),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    keymap.of([indentWithTab]),
    EditorState.languageData.of(() => sources),
    lintGutter(),
    shape,
    looks.of(lookOf(isDark)),
    languages.of(languageOf(lang, label)),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) wishes().onText(update.state.doc.toString());
      const isOwn = update.transactions.some(
        (one) => one.isUserEvent('select') || one.isUserEvent('input.type'),
      );
      if (update.selectionSet && isOwn) wishes().onCursor(update.state.selection.main.head);
    }),
  ];
}

function complete(context: CompletionContext, wishes: EditorWishes): CompletionResult | null {
  const knowledge = wishes.knowledge();
  if (!knowledge) return null;
  const found = completeAt(context.state.doc.toString(), context.pos, knowledge);
  if (!found) return null;
  // Nothing pops up where nobody has begun to write, unless it is asked for or a value is due.
  const before = context.state.sliceDoc(Math.max(0, found.from - 2), found.from);
  if (!context.explicit && found.from === context.pos && !/[:.[{-] ?$/.test(before)) return null;
  return {
    from: found.from,
    options: found.candidates.map((candidate, index) => toOption(candidate, index, wishes)),
    validFor: /^[\p{L}\p{N}_#.-]*$/u,
  };
}

const TYPES: Record<Candidate['kind'], string> = {
  key: 'property',
  value: 'enum',
  step: 'class',
  event: 'method',
  name: 'variable',
};

function toOption({ label, kind, insert, about }: Candidate, index: number, wishes: EditorWishes): Option {
  const needsQuotes = kind === 'step' && label.startsWith('#');
  const words = about !== null && wishes.isExplained(about) ? wishes.explain(about) : undefined;
  return {
    label,
    type: TYPES[kind],
    detail: words,
    boost: -index / 100,
    apply: needsQuotes ? `'${label}'` : insert.includes('${}') ? snippet(numberHoles(insert)) : insert,
  };
}

/** Holes without a name count as one; each is to be filled on its own. */
function numberHoles(insert: string): string {
  let hole = 0;
  return insert.replaceAll('${}', () => `\${${(hole += 1)}:}`).replaceAll('\n  ', '\n\t');
}
