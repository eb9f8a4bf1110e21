import type { Schemas } from '../api/client';
import { useTexts } from '../i18n/texts';
import { recordTexts } from './texts-record';

type Row = Schemas['AuditRowDto'];

/** What else a row says: values as they were written, so that nothing is lost in words of ours. */
export function RecordDetails({ row }: { row: Row }) {
  const say = useTexts(recordTexts);
  const personal = Object.entries(row.personal ?? {});
  const data = Object.entries(row.data);
  return (
    <details className="record-details">
      <summary>{say('details')}</summary>
      <dl>
        <dt>{say('number')}</dt>
        <dd>{row.seq}</dd>
        {personal.map(([name, value]) => (
          <Fact key={name} name={wordPersonal(name, say)} value={value} />
        ))}
        {data.map(([name, value]) => (
          <Fact key={name} name={name} value={JSON.stringify(value)} isCode />
        ))}
        {row.tickets.length > 1 && <Fact name={say('about')} value={row.tickets.join(', ')} isCode />}
        {row.requestId !== null && <Fact name={say('request')} value={row.requestId} isCode />}
      </dl>
    </details>
  );
}

function Fact({ name, value, isCode = false }: { name: string; value: string; isCode?: boolean }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{isCode ? <code>{value}</code> : value}</dd>
    </>
  );
}

const PERSONAL = ['address', 'why', 'email', 'name', 'emailBefore', 'nameBefore'] as const;

function wordPersonal(name: string, say: (key: `personal_${(typeof PERSONAL)[number]}`) => string): string {
  const known = PERSONAL.find((one) => one === name);
  return known === undefined ? name : say(`personal_${known}`);
}
