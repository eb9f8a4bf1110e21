import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { useTexts } from '../../i18n/texts';
import type { PlacedFinding } from '../common/findings';
import type { ReadText } from '../common/use-text';
import { designerTexts } from '../common/texts';

/** Everything that is wrong with the text, errors first; a click leads to the place. */
export function FindingsList(props: { read: ReadText; onGo: (finding: PlacedFinding) => void }) {
  const say = useTexts(designerTexts);
  const { findings } = props.read;
  return (
    <section className="findings" aria-label={say('findings')}>
      <FindingsSummary read={props.read} />
      {findings.length > 0 && (
        <ol className="findings-list">
          {findings.map((finding, index) => (
            <li key={`${finding.code} ${finding.path} ${finding.from} ${index}`}>
              <button type="button" className="finding" onClick={() => props.onGo(finding)}>
                {finding.severity === 'error' ? (
                  <CloseCircleFilled className="finding-error" aria-label={say('error')} />
                ) : (
                  <WarningFilled className="finding-warning" aria-label={say('warning')} />
                )}
                <span className="finding-line">{say('line', { line: finding.at })}</span>
                <span className="finding-message">
                  {finding.message}
                  {finding.trace && finding.trace.length > 0 && (
                    <span className="finding-trace">
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
    <p className="findings-summary" role="status">
      {read.findings.length === 0 && !read.isChecking && (
        <>
          <CheckCircleFilled className="finding-good" aria-hidden /> {say('noFindings')}
        </>
      )}
      {errors > 0 && (
        <span>
          <CloseCircleFilled className="finding-error" aria-hidden /> {say('errors', { count: errors })}
        </span>
      )}
      {warnings > 0 && (
        <span>
          <WarningFilled className="finding-warning" aria-hidden /> {say('warnings', { count: warnings })}
        </span>
      )}
      {read.isAway ? (
        <span>{say('notChecked')}</span>
      ) : (
        read.isChecking && <span className="findings-soft">{say('checking')}</span>
      )}
    </p>
  );
}
