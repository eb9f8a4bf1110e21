import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { $api, api, type Schemas } from '../api/client';
import { refresh } from '../api/queries';
import { useTexts } from '../i18n/texts';
import { ProblemNotice } from '../kit/problems/problem-notice';
import { designerTexts } from './common/texts';
import styles from './common/sop-table.module.css';

type Sample = Schemas['SopSample'];

/** The SOPs that ship and are not here yet: a draft can begin with each. `taken`: ids that are in use. */
export function SampleList({ taken }: { taken: readonly string[] }) {
  const say = useTexts(designerTexts);
  const navigate = useNavigate();
  const { data } = $api.useQuery('get', '/api/sops/samples');
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const samples = (data?.items ?? []).filter(({ id }) => !taken.includes(id));
  if (samples.length === 0) return null;

  const begin = async ({ id, source }: Sample): Promise<void> => {
    setBusy(id);
    setError(null);
    try {
      await api.PUT('/api/sops/{id}/draft', {
        params: { path: { id }, header: { 'If-None-Match': '*' } },
        body: { source, format: 'yaml' },
      });
      void refresh('/api/sops');
      void navigate(`/designer/${id}`);
    } catch (failure) {
      setError(failure);
      setBusy(null);
    }
  };
  return (
    <section className={styles.samples} aria-labelledby="samples">
      <h2 id="samples">{say('samples')}</h2>
      <p>{say('samplesHelp')}</p>
      {error !== null && <ProblemNotice error={error} />}
      <table className={styles.table}>
        <tbody>
          {samples.map((sample) => (
            <tr key={sample.id}>
              <th scope="row">
                {sample.title}
                <span className={styles.about}>{sample.description}</span>
              </th>
              <td className={styles.acts}>
                <Button
                  disabled={busy !== null}
                  loading={busy === sample.id && { delay: 200 }}
                  aria-label={say('beginWithNamed', { title: sample.title })}
                  onClick={() => void begin(sample)}
                >
                  {say('beginWith')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
