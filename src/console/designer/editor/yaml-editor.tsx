import { redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import { EditorSelection, EditorState, Transaction } from '@codemirror/state';
import { isolateHistory } from '@codemirror/commands';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import { useLang, useTexts } from '../../i18n/texts';
import type { Knowledge } from '../yaml/complete';
import type { Edit } from '../yaml/edit-value';
import { changeBetween, editYaml } from '../yaml/edit-yaml';
import type { PlacedFinding } from '../common/findings';
import { keyTexts } from '../common/texts-keys';
import { designerTexts } from '../common/texts';
import { useIsDark } from '../common/use-is-dark';
import { adaptEditor, editorExtensions, type EditorWishes } from './yaml-editor-setup';
import type { Span } from '../yaml/yaml-place';
import styles from './yaml-editor.module.css';

/** The one text of the page and the one history of its changes, whoever makes them. */
export interface TextHandle {
  text: () => string;
  /** Makes edits as one step of the history. Throws NotEditable. */
  edit: (edits: readonly Edit[]) => void;
  /** Puts another text there; undo brings the old one back. */
  replace: (text: string) => void;
  undo: () => void;
  redo: () => void;
  /** Shows a place; `isChosen`: the person goes there to write. */
  reveal: (span: Span, isChosen: boolean) => void;
}

export interface History {
  canUndo: boolean;
  canRedo: boolean;
}

interface Props {
  initial: string;
  findings: readonly PlacedFinding[];
  knowledge: Knowledge | null;
  onText: (text: string, history: History) => void;
  onCursor: (at: number) => void;
  onReady: (handle: TextHandle) => void;
}

export function YamlEditor(props: Props) {
  const say = useTexts(designerTexts);
  const explain = useTexts(keyTexts);
  const lang = useLang();
  const isDark = useIsDark();
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const latest = useRef({ props, explain });
  useEffect(() => {
    latest.current = { props, explain };
  });
  const label = say('editorLabel');

  useEffect(() => {
    const parent = place.current;
    if (!parent) return;
    const { initial, onReady } = latest.current.props;
    const wishes = (): EditorWishes => ({
      onText: (text) => latest.current.props.onText(text, historyOf(made)),
      onCursor: (at) => latest.current.props.onCursor(at),
      knowledge: () => latest.current.props.knowledge,
      explain: latest.current.explain,
      isExplained: (key): key is keyof typeof keyTexts.entries => key in keyTexts.entries,
    });
    const extensions = editorExtensions(wishes, { isDark: false, lang: 'en', label: '' });
    const made = new EditorView({ parent, state: EditorState.create({ doc: initial, extensions }) });
    setView(made);
    onReady(handleOf(made));
    return () => made.destroy();
  }, []);

  useEffect(() => {
    if (view) adaptEditor(view, { isDark, lang, label });
  }, [view, isDark, lang, label]);

  useEffect(() => {
    if (!view) return;
    const most = view.state.doc.length;
    const marks = props.findings.map(({ from, to, severity, message }) => ({
      ...{ from: Math.min(from, most), to: Math.min(to, most), severity, message },
    }));
    view.dispatch(setDiagnostics(view.state, marks));
  }, [view, props.findings]);

  return <div ref={place} className={styles.editor} />;
}

function historyOf(view: EditorView): History {
  return { canUndo: undoDepth(view.state) > 0, canRedo: redoDepth(view.state) > 0 };
}

function handleOf(view: EditorView): TextHandle {
  const write = (after: string, userEvent: string): void => {
    const changes = changeBetween(view.state.doc.toString(), after);
    if (!changes) return;
    const annotations = [isolateHistory.of('full'), Transaction.userEvent.of(userEvent)];
    const effects = EditorView.scrollIntoView(changes.from, { y: 'nearest', yMargin: 48 });
    view.dispatch({ changes, annotations, effects });
  };
  return {
    text: () => view.state.doc.toString(),
    edit: (edits) => write(editYaml(view.state.doc.toString(), edits), 'input.panel'),
    replace: (text) => write(text, 'input.replace'),
    undo: () => void undo(view),
    redo: () => void redo(view),
    reveal: ({ from, to }, isChosen) => {
      const most = view.state.doc.length;
      const range = EditorSelection.range(Math.min(from, most), Math.min(isChosen ? to : from, most));
      view.dispatch({
        selection: range,
        effects: EditorView.scrollIntoView(range, { y: isChosen ? 'center' : 'start', yMargin: 24 }),
      });
      if (isChosen) view.focus();
    },
  };
}
