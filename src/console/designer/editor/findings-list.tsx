import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { useTexts } from '../../i18n/texts';
import type { PlacedFinding } from '../common/findings';
import type { ReadText } from '../common/use-text';
import { designerTexts } from '../common/texts';
import styles from '../common/findings.module.css';

/** Everything that is wrong with the text, errors first; a click leads to the place. */
export function FindingsList(props: { read: ReadText; onGo: (finding: PlacedFinding) => void }) {
  const say = useTexts(designerTexts);
  const { findings } = props.read;
  return (
    <section className={styles.findings} data-testid="findings" aria-label={say('findings')}>
      <FindingsSummary read={props.read} />
      {findings.length > 0 && (
        <ol className={styles.list}>
          {findings.map((finding, index) => (
            <li key={`${finding.code} ${finding.path} ${finding.from} ${index}`}>
              <button type="button" className={styles.finding} onClick={() => props.onGo(finding)}>
                {finding.severity === 'error' ? (
                  <CloseCircleFilled
                    className="is-bad"
                    data-testid="finding-error"
                    aria-label={say('error')}
                  />
                ) : (
                  <WarningFilled
                    className="is-warn"
                    data-testid="finding-warning"
                    aria-label={say('warning')}
                  />
                )}
                <span className={styles.line} data-testid="finding-line">
                  {say('line', { line: finding.at })}
                </span>
                <span>
                  {finding.message}
                  {finding.trace && finding.trace.length > 0 && (
                    <span className={styles.trace}>
                      {say('trace', { events: finding.trace.join(' → ') })}
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function FindingsSummary({ read }: { read: ReadText }) {
  const say = useTexts(designerTexts);
  const errors = read.findings.filter(({ severity }) => severity === 'error').length;
  const warnings = read.findings.length - errors;
  return (
    <p className={styles.summary} role="status">
      {read.findings.length === 0 && !read.isChecking && (
        <>
          <CheckCircleFilled className="is-good" data-testid="finding-good" aria-hidden /> {say('noFindings')}
        </>
      )}
      {errors > 0 && (
        <span>
          <CloseCircleFilled className="is-bad" data-testid="finding-error" aria-hidden />{' '}
          {say('errors', { count: errors })}
        </span>
      )}
      {warnings > 0 && (
        <span>
          <WarningFilled className="is-warn" data-testid="finding-warning" aria-hidden />{' '}
          {say('warnings', { count: warnings })}
        </span>
      )}
      {read.isAway ? (
        <span>{say('notChecked')}</span>
      ) : (
        read.isChecking && <span className={styles.soft}>{say('checking')}</span>
      )}
    </p>
  );
}
