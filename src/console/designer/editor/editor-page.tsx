import { Alert, Button } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { refresh } from '../../api/queries';
import { useLang, useTexts } from '../../i18n/texts';
import { FaultWall } from '../../kit/problems/fault-wall';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice, useProblemWords } from '../../kit/problems/problem-notice';
import { SopDiagram } from '../../kit/sop-diagram/sop-diagram';
import { useHotkeys } from '../../kit/use-hotkeys';
import { useToast } from '../../kit/use-toast';
import { ConflictDialog } from './conflict-dialog';
import type { Edit } from '../yaml/edit-value';
import { valueAt } from '../yaml/edit-value';
import { EditorBar } from './editor-bar';
import type { PlacedFinding } from '../common/findings';
import { FindingsList } from './findings-list';
import { Panel } from '../panel/panel';
import { takeTyped } from '../panel/panel-fields';
import { chosenAt } from './place-param';
import { PublishActs } from '../versions/publish-acts';
import { designerTexts } from '../common/texts';
import { keepUnsaved, readUnsaved } from '../common/unsaved';
import { useChosen, usePanes } from '../common/use-chosen';
import { useDraft } from '../common/use-draft';
import { useKnowledge } from './use-knowledge';
import { useSopSource, type SopSource } from '../common/use-sop-source';
import { useText } from '../common/use-text';
import { YamlEditor, type History, type TextHandle } from './yaml-editor';
import { pathAt, pathOfPointer, pointerOfPath, spanOf, type Span } from '../yaml/yaml-place';
import { readYaml, type YamlPath } from '../yaml/yaml-text';
import page from '../common/page.module.css';
import styles from './editor-page.module.css';

/** An SOP as diagram, YAML and details side by side. */
export default function EditorPage() {
  const { sopId = '' } = useParams();
  const source = useSopSource(sopId);
  if (source.data) return <Editor key={sopId} sop={sopId} source={source.data} />;
  if (source.error) {
    return (
      <div className={page.page}>
        <ProblemNotice error={source.error} onRetry={() => void source.refetch()} />
      </div>
    );
  }
  return <Waiting rows={10} />;
}

function Editor({ sop, source }: { sop: string; source: SopSource }) {
  const say = useTexts(designerTexts);
  const lang = useLang();
  const toast = useToast();
  const wordsOf = useProblemWords();
  const [begin] = useState(() => {
    const unsaved = readUnsaved(sop);
    return unsaved && unsaved.text !== source.text
      ? { text: unsaved.text, base: { ...source, revision: unsaved.revision }, isRestored: true }
      : { text: source.text, base: source, isRestored: false };
  });
  const [draft, acts] = useDraft(sop, begin.base);
  const [read, setText] = useText(begin.text);
  const [isDirty, setDirty] = useState(begin.isRestored);
  const [isRestored, setRestored] = useState(begin.isRestored);
  const [history, setHistory] = useState<History>({ canUndo: false, canRedo: false });
  const handle = useRef<TextHandle | null>(null);
  /** The last answer of the server that this page has taken note of. */
  const [seen, setSeen] = useState(source);
  const newest = useRef(source);
  useEffect(() => {
    newest.current = source;
  });
  const [chosen, choose] = useChosen();
  const [panes, showPanes] = usePanes();
  /** A place that somebody wants to see in the YAML. */
  const [wanted, setWanted] = useState<YamlPath | null>(null);
  const knowledge = useKnowledge(read.definition);
  const saved = draft.base;

  const onText = (text: string, next: History): void => {
    setText(text);
    setHistory(next);
    setDirty(text !== saved.text);
    keepUnsaved(sop, text === saved.text ? null : { text, revision: saved.revision });
  };
  const save = async (over?: SopSource): Promise<void> => {
    takeTyped();
    const text = handle.current?.text() ?? '';
    if (draft.isSaving || (text === saved.text && !isDirty && !over)) return;
    if (!(await acts.save(text, over))) return;
    // What was fetched before is older than what has just been saved.
    setSeen(newest.current);
    void refresh('/api/sops');
    const isSame = handle.current?.text() === text;
    setDirty(!isSame);
    setRestored(false);
    if (isSame) keepUnsaved(sop, null);
    toast.success(say('saved'));
  };
  const take = (theirs: SopSource): void => {
    acts.adopt(theirs);
    setSeen(newest.current);
    handle.current?.replace(theirs.text);
    setDirty(false);
    setRestored(false);
    keepUnsaved(sop, null);
  };
  const isNewer = source !== seen && (source.revision !== saved.revision || source.version !== saved.version);
  useEffect(() => {
    if (source === seen || draft.isSaving || draft.conflict) return;
    // What this page has saved itself comes back too, and a text that nobody has touched may follow.
    if (isNewer && source.text !== saved.text) {
      if (isDirty) return;
      handle.current?.replace(source.text);
    }
    acts.adopt(source);
    setSeen(source);
  }, [isNewer, source, seen, saved.text, isDirty, draft.isSaving, draft.conflict, acts]);
  useEffect(() => {
    if (draft.error) toast.error(wordsOf(draft.error).title);
  }, [draft.error]);

  useHotkeys({ 'mod+s': () => void save() });

  /** Shows a place of the definition in the text and on the diagram. */
  const goTo = useCallback(
    (pointer: string, isChosen: boolean, span?: Span) => {
      choose(chosenAt(asPath(pointer)));
      const yaml = readYaml(handle.current?.text() ?? '');
      handle.current?.reveal(span ?? spanOf(yaml, pathOfPointer(pointer)), isChosen);
    },
    [choose],
  );
  const isYamlShown = panes.includes('yaml');
  const showInYaml = (path: YamlPath): void => {
    if (!isYamlShown) showPanes([...panes, 'yaml']);
    setWanted(path);
  };
  useEffect(() => {
    if (!wanted || !isYamlShown) return;
    // It has no size before it is seen.
    const frame = requestAnimationFrame(() => {
      goTo(pointerOfPath(wanted), true);
      setWanted(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, isYamlShown, goTo]);
  const onCursor = (at: number): void => choose(chosenAt(pathAt(readYaml(handle.current?.text() ?? ''), at)));
  const onFinding = (finding: PlacedFinding): void => goTo(finding.path, true, finding);
  const edit = useCallback(
    (edits: readonly Edit[]) => {
      try {
        handle.current?.edit(edits);
        setText(handle.current?.text() ?? '', true);
      } catch {
        toast.warning(say('notEditable'));
      }
    },
    [toast, say, setText],
  );
  const marks = useMemo(
    () => read.findings.map(({ path, severity }) => ({ path, severity })),
    [read.findings],
  );
  const title = valueAt(read.definition, ['meta', 'title', lang]);

  return (
    <div className={styles.editor}>
      <EditorBar
        {...{ sop, draft, isDirty, history }}
        title={typeof title === 'string' && title !== '' ? title : sop}
        onSave={() => void save()}
        onUndo={() => handle.current?.undo()}
        onRedo={() => handle.current?.redo()}
      >
        <PublishActs
          {...{ sop, draft, read, isDirty }}
          title={typeof title === 'string' && title !== '' ? title : sop}
          onSave={() => void save()}
          onGo={onFinding}
          onTake={take}
        />
      </EditorBar>
      {isRestored && isDirty && (
        <Alert
          banner
          type="info"
          title={say('restored')}
          action={<Button onClick={() => take(source)}>{say('dropRestored')}</Button>}
        />
      )}
      {isNewer && isDirty && !draft.isSaving && source.text !== saved.text && (
        <Alert
          banner
          type="warning"
          title={
            source.revision === null
              ? say('newerVersion', { version: source.version ?? 0 })
              : say('newerDraft', { name: source.by ?? say('somebody') })
          }
          action={<Button onClick={() => take(source)}>{say('takeTheirs')}</Button>}
        />
      )}
      <div className={styles.panesRoom} data-panes={panes.join(' ')}>
        {panes.includes('diagram') && (
          <div className={styles.diagram}>
            <FaultWall name="diagram">
              {read.definition ? (
                <SopDiagram
                  definition={read.definition}
                  lang={lang}
                  selected={chosen.pointer === '' ? null : chosen.pointer}
                  onSelect={(choice) => goTo(choice?.pointer ?? '', false)}
                  findings={marks}
                />
              ) : (
                <p className={page.empty}>{say('noDiagram')}</p>
              )}
            </FaultWall>
            {read.isOld && (
              <p className={styles.old} role="status">
                {say('oldDiagram')}
              </p>
            )}
          </div>
        )}
        <div className={styles.yaml} data-testid="editor-yaml" hidden={!panes.includes('yaml')}>
          <YamlEditor
            initial={begin.text}
            findings={read.findings}
            knowledge={knowledge}
            onText={onText}
            onCursor={onCursor}
            onReady={(ready) => {
              handle.current = ready;
              // A link leads to its place as soon as the text has its size.
              if (chosen.pointer !== '') requestAnimationFrame(() => goTo(chosen.pointer, false));
            }}
          />
        </div>
        {panes.includes('panel') && (
          <FaultWall name="panel">
            <Panel
              {...{ chosen, knowledge, edit }}
              value={read.yaml.value}
              onChoose={(pointer) => goTo(pointer, false)}
              onShow={showInYaml}
              onUndo={() => handle.current?.undo()}
              onRedo={() => handle.current?.redo()}
            />
          </FaultWall>
        )}
      </div>
      <FindingsList read={read} onGo={onFinding} />
      <ConflictDialog
        theirs={draft.conflict}
        onTake={take}
        onOverwrite={(theirs) => void save(theirs)}
        onClose={acts.leaveConflict}
      />
    </div>
  );
}

/** The keys of a pointer; those that are places in lists as numbers. */
function asPath(pointer: string): (string | number)[] {
  return pathOfPointer(pointer).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
