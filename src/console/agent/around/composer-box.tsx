import { LockOutlined, SendOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '../../api/session';
import { useTexts } from '../../i18n/texts';
import { kitTexts } from '../../kit/common/texts';
import { useIsLate } from '../../kit/common/late';
import { useNamedProblem } from '../../kit/problems/named-problem';
import { useProblemWords } from '../../kit/problems/problem-notice';
import { useHotkeys } from '../../kit/use-hotkeys';
import { useToast } from '../../kit/use-toast';
import { idempotencyKeyReused } from '../../../words/problem-kinds';
import { offerComposer } from './composer';
import {
  EMPTY_DRAFT,
  insertAt,
  MAX_LENGTH,
  MODES,
  openDraft,
  textOf,
  withText,
  type MessageDraft,
} from './composer-draft';
import { useSend } from './composer-send';
import { useWhyNotWrite } from './why-not-write';
import { useDraft } from '../common/drafts';
import { aroundTexts } from '../common/texts-around';
import type { Guide, Ticket } from '../common/ticket-cache';
import { isBlank } from '../../kit/common/blank';
import styles from './composer-box.module.css';

/** Where the next message is written: to the customer, for colleagues, or what the customer said elsewhere. */
export function Composer(props: { ticketId: string; ticket: Ticket | undefined; guide: Guide | undefined }) {
  const { ticketId, ticket, guide } = props;
  const say = useTexts(aroundTexts);
  const whyNot = useWhyNotWrite(ticket, guide);
  if (ticket?.status === 'cancelled' || ticket?.status === 'merged')
    return <p className={styles.closed}>{say('closed')}</p>;
  return <Box {...{ ticketId, whyNot }} lang={ticket?.lang} steps={guide?.steps ?? []} />;
}

interface BoxProps {
  ticketId: string;
  lang: Ticket['lang'] | undefined;
  /** Why nothing may be written to the customer by this person; notes stay possible. */
  whyNot: string | null;
  steps: Guide['steps'];
}

function Box({ ticketId, lang, whyNot, steps }: BoxProps) {
  const say = useTexts(aroundTexts);
  const toast = useToast();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const me = useMe();
  const [kept, keep] = useDraft<MessageDraft>(`message/${ticketId}`, EMPTY_DRAFT);
  const draft = openDraft(kept, whyNot === null);
  const { mode } = draft;
  const text = textOf(draft);
  const { send, isSending, error } = useSend(ticketId, kept, keep, (sent) => {
    toast.success(say(`sent_${sent}`));
    field.current?.focus();
  });
  const isLate = useIsLate(isSending);
  useOffer(field, draft, keep, whyNot === null);
  const tooMany = text.length - MAX_LENGTH;
  const maySend = !isBlank(text) && tooMany <= 0 && !isSending;
  const submit = (): void => {
    if (maySend) void send(draft);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') {
      field.current?.blur();
    }
  };
  return (
    <form
      className={styles.composer}
      data-mode={mode}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset className={styles.modes} disabled={isSending}>
        <legend className="sr-only">{say('writeFor')}</legend>
        {MODES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`${id}-mode`}
              checked={one === mode}
              disabled={one === 'reply' && whyNot !== null}
              onChange={() => keep({ ...draft, mode: one })}
            />
            <span>
              {one === 'reply' && whyNot !== null && <LockOutlined aria-hidden />}
              {say(`mode_${one}`)}
              {one !== mode && !isBlank(textOf(draft, one)) && (
                <i className={styles.unsent} title={say('unsent')} aria-label={say('unsent')} role="img" />
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {whyNot !== null && <p className={styles.why}>{whyNot}</p>}
      {mode === 'heard' && <p className={styles.why}>{say('heardHelp', { name: me.name })}</p>}
      {error !== null && <NotSent {...{ error, steps }} />}
      <textarea
        ref={field}
        dir="auto"
        rows={2}
        value={text}
        readOnly={isSending}
        aria-label={say(`mode_${mode}`)}
        aria-invalid={tooMany > 0}
        aria-describedby={`${id}-long`}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        placeholder={say(`place_${mode}`)}
        onChange={({ target }) => keep(withText(draft, target.value))}
        onKeyDown={press}
      />
      <div className={styles.foot}>
        <span id={`${id}-long`} className={styles.long} role="status">
          {tooMany > 0 && say('tooLong', { count: tooMany, max: MAX_LENGTH })}
        </span>
        {mode === 'reply' && lang && tooMany <= 0 && (
          <span className={styles.lang}>{say(lang === 'en' ? 'customerReads_en' : 'customerReads_zh')}</span>
        )}
        <span className={styles.keys} aria-hidden>
          {navigator.platform.startsWith('Mac') ? '⌘ ↵' : 'Ctrl ↵'}
        </span>
        <Button
          // The step's way on is what is filled on this page; a reply is sent beside it.
          color={mode === 'reply' ? 'primary' : 'default'}
          variant="outlined"
          htmlType="submit"
          icon={<SendOutlined aria-hidden />}
          disabled={!maySend && !isSending}
          loading={isLate}
        >
          {say(`send_${mode}`)}
        </Button>
      </div>
    </form>
  );
}

/** In few words, because the text that was not sent stands right below. */
function NotSent({ error, steps }: { error: unknown; steps: Guide['steps'] }) {
  const named = useNamedProblem(steps);
  const say = useTexts(aroundTexts);
  const kit = useTexts(kitTexts);
  const { title, detail, problem } = useProblemWords()(named(error));
  const isReused = problem.slug === idempotencyKeyReused.slug;
  return (
    <div role="alert" className={styles.error}>
      <WarningFilled aria-hidden />
      <div>
        <b>{!isReused && title}</b> {!problem.isPassing && !isReused && detail}{' '}
        {isReused ? say('formerSent') : problem.isUnknown ? kit('unknownSent') : say('notSent')}
        {problem.errors.map(({ pointer, message }) => (
          <div key={pointer}>{message}</div>
        ))}
      </div>
    </div>
  );
}

/** Lets the page put quick replies here and come here by key: `r` to write to the customer, `i` for an internal note. */
function useOffer(
  field: React.RefObject<HTMLTextAreaElement | null>,
  draft: MessageDraft,
  keep: (draft: MessageDraft) => void,
  mayWrite: boolean,
): void {
  const latest = useRef(draft);
  const [search, setSearch] = useSearchParams();
  /** On a narrow page something else may be shown in its place. */
  const reveal = (): void => {
    if (!search.has('side')) return;
    const rest = new URLSearchParams(search);
    rest.delete('side');
    setSearch(rest, { replace: true, flushSync: true });
  };
  const show = useRef(reveal);
  useEffect(() => {
    latest.current = draft;
    show.current = reveal;
  });
  const focus = (mode: MessageDraft['mode']): void => {
    show.current();
    if (latest.current.mode !== mode) keep({ ...latest.current, mode });
    field.current?.focus();
  };
  useHotkeys({ ...(mayWrite ? { r: () => focus('reply') } : {}), i: () => focus('note') });
  useEffect(
    () =>
      offerComposer({
        focus,
        insert: (inserted) => {
          show.current();
          const { current } = field;
          const old = textOf(latest.current, 'reply');
          const isThere = latest.current.mode === 'reply' && current !== null;
          const end = old.length;
          const range = isThere
            ? { start: current.selectionStart, end: current.selectionEnd }
            : { start: end, end };
          const { text, caret } = insertAt(old, range, inserted);
          keep({ ...withText(latest.current, text, 'reply'), mode: 'reply' });
          requestAnimationFrame(() => {
            current?.focus();
            current?.setSelectionRange(caret, caret);
          });
        },
      }),
    // The box stays the same as long as it is on the page.
    [],
  );
}
