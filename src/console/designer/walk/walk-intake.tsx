import { PlayCircleOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { SopDefinition } from '../../../engine/common/sop-format';
import type { ApiProblem } from '../../api/problem';
import { useTexts } from '../../i18n/texts';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { SchemaForm } from '../../kit/schema-form/schema-form';
import { asSchema, filledValues } from '../../kit/schema-form/model';
import { errorsInData, useFormCheck } from '../../kit/schema-form/use-form-check';
import { exampleValues, type WalkBegin } from './walk';
import type { Walk } from './walk-state';
import { walkTexts } from './texts-walk';
import { classes } from '../../kit/common/classes';
import card from './card.module.css';
import styles from './walk-intake.module.css';

interface Props {
  definition: SopDefinition;
  /** How the walk before this one began. */
  last: WalkBegin | null;
  walk: Walk;
}

const TIERS = ['standard', 'gold', 'vip'] as const;

/** How the made-up ticket begins: the intake form, the customer, and the hour. */
export function WalkIntake({ definition, last, walk }: Props) {
  const say = useTexts(walkTexts);
  const form = useMemo(() => asSchema(definition.meta?.intake?.form), [definition]);
  const [values, setValues] = useState(() => last?.data ?? exampleValues(form));
  const [name, setName] = useState(last?.customer.name ?? say('customerExample'));
  const [tier, setTier] = useState<string>(last?.customer.tier ?? 'standard');
  const [at, setAt] = useState(() => toField(new Date()));
  const { showAll, mayGo } = useFormCheck(form, 'walk-intake');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const isEmpty = Object.keys(asSchema(form['properties'])).length === 0;
  const errors = problem ? errorsInData(problem.errors) : [];

  const begin = async (): Promise<void> => {
    if (!mayGo(values)) return;
    const start = fromField(at) ?? new Date();
    const customer = { id: 'customer', name: name.trim() || say('customerExample'), tier };
    setProblem(await walk.begin({ data: filledValues(form, values), customer, start: start.toISOString() }));
  };

  return (
    <main className={styles.intake} data-testid="walk-intake">
      <p className={card.soft}>{say('intro')}</p>
      <form
        className={classes(card.card, styles.start)}
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <h2>{say('intake')}</h2>
        {isEmpty ? (
          <p className={card.soft}>{say('noIntake')}</p>
        ) : (
          <SchemaForm
            schema={form}
            value={values}
            onChange={(next) => {
              setValues(next);
              setProblem(null);
            }}
            idPrefix="walk-intake"
            {...{ errors, showAll }}
          />
        )}
        <h2>{say('around')}</h2>
        <div className={styles.fields}>
          <label className={card.field}>
            <span>{say('customerName')}</span>
            <Input value={name} maxLength={80} onChange={({ target }) => setName(target.value)} />
          </label>
          <div className={card.field}>
            <span aria-hidden>{say('customerTier')}</span>
            <Segmented
              aria-label={say('customerTier')}
              value={tier}
              onChange={setTier}
              options={TIERS.map((one) => ({ value: one, label: say(`tier_${one}`) }))}
            />
          </div>
          <label className={card.field}>
            <span>{say('openedAt')}</span>
            <input
              type="datetime-local"
              className={styles.date}
              value={at}
              onChange={({ target }) => setAt(target.value)}
            />
          </label>
        </div>
        <p className={card.soft}>{say('openedAtHelp')}</p>
        {problem && <ProblemNotice error={problem} />}
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          icon={<PlayCircleOutlined aria-hidden />}
          loading={walk.isBusy && { delay: 200 }}
        >
          {say('begin')}
        </Button>
      </form>
    </main>
  );
}

/** What a date field of the browser holds: local time, to the minute. */
function toField(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function fromField(value: string): Date | null {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}
