import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { $api, api, type Schemas } from '../../api/client';
import { toProblem } from '../../api/problem';
import { refresh } from '../../api/queries';
import { hasRole, useMe } from '../../api/session';
import { useLang, useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/late';
import { useNamedProblem } from '../../kit/named-problem';
import { ProblemNotice } from '../../kit/problem-notice';
import { SchemaForm } from '../../kit/schema-form';
import { filledValues, initialValues, type Values } from '../../kit/schema-form-model';
import { useFormCheck } from '../../kit/use-form-check';
import { useToast } from '../../kit/use-toast';
import { dropDraft, useDraft } from '../common/drafts';
import { caseSchema, type CaseWords } from './new-ticket-schema';
import { agentTexts } from '../common/texts';
import { useCustomerTier } from '../common/ticket-marks';

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
    <section className="list new-ticket">
      <header>
        <h1 className="plain-title">{say('newTicket')}</h1>
        <p>{say('newHelp')}</p>
      </header>
      {sops.error ? (
        <ProblemNotice error={sops.error} onRetry={() => void sops.refetch()} />
      ) : !sops.data ? (
        <Waiting rows={5} />
      ) : published.length === 0 ? (
        <p className="list-empty">{say('noSops')}</p>
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
          <div className="new-sops" role="radiogroup" aria-labelledby="new-sop">
            {shown.map((sop) => (
              <label key={sop.id} className="sf-option new-sop">
                <input
                  type="radio"
                  name="sop"
                  checked={sop.id === chosen?.id}
                  onChange={() => setSearch({ sop: sop.id }, { replace: true })}
                />
                <span>
                  <strong>{sop.title}</strong>
                  <span className="new-sop-about">{sop.description}</span>
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

function CaseForm({ sop }: { sop: Sop }) {
  const say = useTexts(agentTexts);
  const lang = useLang();
  const tier = useCustomerTier();
  const named = useNamedProblem();
  const toast = useToast();
  const go = useNavigate();
  const words: CaseWords = {
    subject: say('subject'),
    channel: say('channel'),
    channels: {
      phone: say('channel_phone'),
      chat: say('channel_chat'),
      email: say('channel_email'),
      web: say('channel_web'),
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
  const check = useFormCheck(schema, 'new');
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);

  const open = async (): Promise<void> => {
    if (!check.mayGo(values)) return;
    const body = { sop: sop.id, ...filledValues(schema, values) } as Schemas['OpenTicketDto'];
    setSending(true);
    setError(null);
    try {
      const { data } = await api.POST('/api/tickets', { body });
      dropDraft(draftKey);
      void refresh('/api/desk', '/api/tickets');
      if (!data) return;
      toast.success(say('opened', { number: data.number }));
      void go(`/agent/tickets/${data.id}`);
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
  };
  const errors = error === null ? [] : toProblem(error).errors;

  return (
    <form
      className="new-form"
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
          setError(null);
        }}
        errors={errors}
        idPrefix="new"
        showAll={check.showAll}
      />
      {error !== null && <ProblemNotice error={named(error)} />}
      <div className="new-acts">
        <Button type="primary" size="large" htmlType="submit" loading={isSending && { delay: 200 }}>
          {say('open')}
        </Button>
        <Button
          size="large"
          onClick={() => {
            dropDraft(draftKey);
            check.forget();
          }}
        >
          {say('discardNew')}
        </Button>
      </div>
    </form>
  );
}
