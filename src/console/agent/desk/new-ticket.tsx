import { Alert, Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { $api, api, newKey, type Schemas } from '../../api/client';
import { toProblem } from '../../api/problem';
import { refresh } from '../../api/queries';
import { hasRole, useMe } from '../../api/session';
import { useLang, useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { useNamedProblem } from '../../kit/problems/named-problem';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { focusFirst } from '../../kit/schema-form/place';
import { SchemaForm } from '../../kit/schema-form/schema-form';
import { filledValues, hasField, initialValues, type Values } from '../../kit/schema-form/model';
import { useFormCheck } from '../../kit/schema-form/use-form-check';
import { storyTexts } from '../../kit/ticket-story/texts';
import { channelWord } from '../../kit/ticket-story/words';
import { useToast } from '../../kit/use-toast';
import { dropDraft, useDraft } from '../common/drafts';
import { idempotencyKeyReused } from '../../../words/problem-kinds';
import { keyOfTry, type Try } from './new-ticket-key';
import { caseSchema, type CaseWords } from './new-ticket-schema';
import { agentTexts } from '../common/texts';
import { useCustomerTier } from '../common/ticket-marks';
import { classes } from '../../kit/common/classes';
import plainTitle from '../common/plain-title.module.css';
import styles from './new-ticket.module.css';
import ticketList from './ticket-list.module.css';
import stepPanel from '../step/step-panel.module.css';
import schemaForm from '../../kit/schema-form/schema-form.module.css';

type Sop = Schemas['SopSummary'];

/** Opens a ticket for a customer who came by a way of their own: what it is about, who, and the SOP's intake form. */
export function NewTicket() {
  const say = useTexts(agentTexts);
  const [search, setSearch] = useSearchParams();
  const sops = $api.useQuery('get', '/api/sops');
  const [words, setWords] = useState('');
  const published = (sops.data?.items ?? []).filter((sop) => sop.version !== null);
  const chosen = published.find(({ id }) => id === search.get('sop'));
  const shown = published.filter(({ title, description }) =>
    `${title} ${description}`.includes(words.trim()),
  );
  return (
    <section className={classes(ticketList.list, styles.newTicket)}>
      <header>
        <h1 className={plainTitle.title}>{say('newTicket')}</h1>
        <p>{say('newHelp')}</p>
      </header>
      {sops.error ? (
        <ProblemNotice error={sops.error} onRetry={() => void sops.refetch()} />
      ) : !sops.data ? (
        <Waiting rows={5} />
      ) : published.length === 0 ? (
        <p className={ticketList.empty} data-testid="list-empty">
          {say('noSops')}
        </p>
      ) : (
        <>
          <h2 id="new-sop">{say('sop')}</h2>
          {published.length > 12 && (
            <Input
              type="search"
              aria-label={say('sop')}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          )}
          <div className={styles.sops} role="radiogroup" aria-labelledby="new-sop">
            {shown.map((sop) => (
              <label key={sop.id} className={classes(schemaForm.option, styles.sop)}>
                <input
                  type="radio"
                  name="sop"
                  checked={sop.id === chosen?.id}
                  onChange={() => setSearch({ sop: sop.id }, { replace: true })}
                />
                <span>
                  <strong>{sop.title}</strong>
                  <span className={styles.sopAbout}>{sop.description}</span>
                </span>
              </label>
            ))}
          </div>
          {chosen && <CaseForm key={chosen.id} sop={chosen} />}
        </>
      )}
    </section>
  );
}

/** The form is longer than the window: what went wrong may stand below it. */
function bringUp(node: HTMLElement | null): void {
  node?.scrollIntoView({ block: 'nearest' });
}

function CaseForm({ sop }: { sop: Sop }) {
  const say = useTexts(agentTexts);
  const sayStory = useTexts(storyTexts);
  const lang = useLang();
  const tier = useCustomerTier();
  const named = useNamedProblem();
  const toast = useToast();
  const go = useNavigate();
  const words: CaseWords = {
    subject: say('subject'),
    channel: say('channel'),
    channels: {
      phone: channelWord('phone', { say: sayStory }),
      chat: channelWord('chat', { say: sayStory }),
      email: channelWord('email', { say: sayStory }),
      web: channelWord('web', { say: sayStory }),
    },
    customer: say('customer'),
    customerId: say('customerId'),
    customerName: say('customerName'),
    customerTier: say('customerTier'),
    tiers: { standard: tier('standard'), gold: tier('gold'), vip: tier('vip') },
    priority: say('priority'),
    priorities: {
      low: say('priority_low'),
      normal: say('priority_normal'),
      high: say('priority_high'),
      urgent: say('priority_urgent'),
    },
    lang: say('customerLang'),
    body: say('body'),
    data: say('caseData'),
  };
  const maySetPriority = hasRole(useMe(), 'lead', 'manager');
  const spoken = JSON.stringify(words);
  const schema = useMemo(
    () => caseSchema(sop.intake.form ?? null, JSON.parse(spoken) as CaseWords, maySetPriority),
    [sop.intake.form, spoken, maySetPriority],
  );
  const draftKey = `new/${sop.id}`;
  const empty = useMemo(() => ({ channel: 'phone', lang, ...initialValues(schema) }), [schema, lang]);
  const [values, keep] = useDraft<Values>(draftKey, empty);
  const [tried, keepTried, dropTried] = useDraft<Try | null>(`try/${sop.id}`, null);
  const check = useFormCheck(schema, 'new');
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);

  const open = async (): Promise<void> => {
    if (!check.mayGo(values)) return;
    const body = { sop: sop.id, ...filledValues(schema, values) } as Schemas['OpenTicketDto'];
    const said = JSON.stringify(body);
    const key = keyOfTry(tried, said, newKey);
    keepTried({ said, key });
    setSending(true);
    setError(null);
    try {
      const { data } = await api.POST('/api/tickets', {
        params: { header: { 'Idempotency-Key': key } },
        body,
      });
      dropTried();
      dropDraft(draftKey);
      void refresh('/api/desk', '/api/tickets');
      if (!data) return;
      toast.success(say('opened', { number: data.number }));
      void go(`/agent/tickets/${data.id}`);
    } catch (failure) {
      const problem = toProblem(failure);
      if (problem.isUnknown) keepTried({ said, key, isUnknown: true });
      else dropTried();
      setError(failure);
      focusFirst(
        'new',
        problem.errors.map(({ pointer }) => pointer),
      );
    } finally {
      setSending(false);
    }
  };
  const problem = error === null ? null : named(error);
  const errors = problem?.errors ?? [];
  const isUnknown = problem?.isUnknown === true || tried?.isUnknown === true;

  return (
    <form
      className={styles.form}
      data-testid="new-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <SchemaForm
        schema={schema}
        value={values}
        onChange={(next) => {
          keep(next);
          if (!isUnknown) setError(null);
        }}
        errors={errors}
        idPrefix="new"
        showAll={check.showAll}
      />
      {problem && (
        <div ref={errors.length === 0 ? bringUp : null}>
          <ProblemNotice error={problem} errors={errors.filter(({ pointer }) => !hasField(schema, pointer))}>
            {problem.isUnknown && <p className={stepPanel.noticeMore}>{say('unknownOpened')}</p>}
            {problem.slug === idempotencyKeyReused.slug && (
              <p className={stepPanel.noticeMore}>{say('formerOpened')}</p>
            )}
          </ProblemNotice>
        </div>
      )}
      {!problem && isUnknown && <Alert type="warning" showIcon title={say('unknownOpened')} />}
      <div className={styles.acts}>
        <Button type="primary" size="large" htmlType="submit" loading={isSending && { delay: 200 }}>
          {say('open')}
        </Button>
        <Button
          size="large"
          onClick={() => {
            dropDraft(draftKey);
            dropTried();
            setError(null);
            check.forget();
          }}
        >
          {say('discardNew')}
        </Button>
      </div>
    </form>
  );
}
