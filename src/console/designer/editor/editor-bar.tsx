import { ArrowLeftOutlined, RedoOutlined, SaveOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Checkbox, Tag, Tooltip } from 'antd';
import { Link } from 'react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { designerTexts } from '../common/texts';
import { PANES, usePanes } from '../common/use-chosen';
import type { Draft } from '../common/use-draft';
import type { History } from './yaml-editor';
import styles from '../common/bar.module.css';

interface Props {
  sop: string;
  title: string;
  draft: Draft;
  isDirty: boolean;
  history: History;
  onSave: () => void;
  onUndo: () => void;
  onRedo: () => void;
  /** What else can be done with the draft. */
  children?: ReactNode;
}

const MOD = /Mac/.test(navigator.platform) ? '⌘' : 'Ctrl+';

/** The head of the editor: which SOP, how its text stands, what can be done with it. */
export function EditorBar(props: Props) {
  const say = useTexts(designerTexts);
  const [panes, show] = usePanes();
  const { sop, history, draft } = props;
  return (
    <header className={styles.bar}>
      <Link to="/designer" className={styles.back} aria-label={say('back')} title={say('back')}>
        <ArrowLeftOutlined aria-hidden />
      </Link>
      <h1 title={props.title}>{props.title}</h1>
      <DraftState draft={draft} isDirty={props.isDirty} />
      <span className={styles.room} />
      <fieldset className={styles.panes} aria-label={say('panes')}>
        {PANES.map((pane) => (
          <Checkbox
            key={pane}
            checked={panes.includes(pane)}
            onChange={({ target }) =>
              show(target.checked ? [...panes, pane] : panes.filter((one) => one !== pane))
            }
          >
            {say(pane)}
          </Checkbox>
        ))}
      </fieldset>
      <Tooltip title={`${say('undo')} ${MOD}Z`}>
        <Button
          type="text"
          icon={<UndoOutlined aria-hidden />}
          aria-label={say('undo')}
          disabled={!history.canUndo}
          onClick={props.onUndo}
        />
      </Tooltip>
      <Tooltip title={`${say('redo')} ${MOD}Y`}>
        <Button
          type="text"
          icon={<RedoOutlined aria-hidden />}
          aria-label={say('redo')}
          disabled={!history.canRedo}
          onClick={props.onRedo}
        />
      </Tooltip>
      <nav className={styles.ways} data-testid="editor-ways">
        <Link to={`/designer/${sop}/walk`}>{say('walk')}</Link>
        <Link to={`/designer/${sop}/compare`}>{say('compare')}</Link>
        <Link to={`/designer/${sop}/versions`}>{say('versions')}</Link>
      </nav>
      <Tooltip title={`${MOD}S`}>
        <Button
          type={props.isDirty ? 'primary' : 'default'}
          icon={<SaveOutlined aria-hidden />}
          loading={draft.isSaving && { delay: 200 }}
          disabled={!props.isDirty}
          onClick={props.onSave}
        >
          {say('save')}
        </Button>
      </Tooltip>
      {props.children}
    </header>
  );
}

function DraftState({ draft, isDirty }: { draft: Draft; isDirty: boolean }) {
  const say = useTexts(designerTexts);
  const format = useFormat();
  const { revision, version, at, by } = draft.base;
  const state =
    revision !== null && at !== null
      ? by === null
        ? say('savedAt', { time: format.time(at) })
        : say('draftBy', { time: format.time(at), name: by })
      : say('unchanged');
  return (
    <span className={styles.state} data-testid="editor-state" role="status">
      <Tag color={revision === null ? undefined : 'processing'}>
        {revision === null ? say('version', { version: version ?? 0 }) : say('draft')}
      </Tag>
      <span className={styles.stateWords}>{isDirty ? say('unsaved') : state}</span>
    </span>
  );
}
