import { QuestionCircleOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { changeOf } from '../common/compare';
import { definitionAt } from '../common/definition-link';
import { ChangeSign, Filled, TooFew } from '../common/figure-words';
import type { Tile } from './tile-parts';
import { managerTexts } from '../common/texts';
import { figureTexts, type FigureKey } from '../common/texts-figures';
import styles from './overview-tile.module.css';

/** One figure of the overview: each of its numbers leads to what it counts. */
export function TileView({ tile, isCompared }: { tile: Tile; isCompared: boolean }) {
  const say = useTexts(managerTexts);
  return (
    <li className={styles.tile} data-testid="tile">
      <h2>
        {tile.title}
        <Tooltip title={tile.help}>
          <Link
            className={styles.help}
            data-testid="tile-help"
            to={definitionAt(tile.definition)}
            aria-label={`${say('definitionOf', { of: tile.title })}. ${tile.help}`}
          >
            <QuestionCircleOutlined aria-hidden />
          </Link>
        </Tooltip>
      </h2>
      <p className={styles.value}>
        <Link to={tile.to} title={say('ticketsOf')} aria-label={`${tile.title}: ${tile.value}`}>
          {tile.value}
        </Link>
      </p>
      {isCompared && <Compared tile={tile} />}
      <p className={styles.n} data-testid="tile-n">
        <Spread tile={tile} />
      </p>
      <dl className={styles.lines} data-testid="tile-lines">
        {tile.lines.map(({ label, numbers }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {numbers.map(({ value, to, name }, i) => (
                <span key={to}>
                  {i > 0 && ' · '}
                  <Link
                    to={to}
                    {...(name === undefined ? {} : { title: name, 'aria-label': `${name}: ${value}` })}
                  >
                    {value}
                  </Link>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <LeftOut excluded={tile.excluded} />
    </li>
  );
}

function Compared({ tile: { comparison, good, before } }: { tile: Tile }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(figureTexts);
  const format = useFormat();
  if (comparison === null) return <p className={styles.change} data-testid="tile-change" />;
  const change = changeOf(comparison, good);
  return (
    <p className={styles.change} data-testid="tile-change">
      {change === null || before === null ? (
        <span className="is-soft">
          <TooFew comparison={comparison} />
        </span>
      ) : (
        <>
          <ChangeSign change={change} />{' '}
          <Link className="is-soft" to={before.to}>
            {tell('before', { value: before.value, n: say('n', { n: format.number(before.n) }) })}
          </Link>
        </>
      )}
    </p>
  );
}

function Spread({ tile: { n, to, count, interval } }: { tile: Tile }) {
  const say = useTexts(managerTexts);
  const format = useFormat();
  const all = <Link to={to}>{format.number(n)}</Link>;
  if (count === null) return <Filled word={(values) => say('n', values)} slots={{ n: all }} />;
  const low = format.percent(interval?.low ?? 0);
  const high = format.percent(interval?.high ?? 1);
  const met = <Link to={count.to}>{format.number(count.n)}</Link>;
  return (
    <>
      <Filled word={(values) => say('countOf', values)} slots={{ count: met, n: all }} />
      {interval !== null && ` · ${say('interval', { low, high })}`}
    </>
  );
}

function LeftOut({ excluded }: { excluded: Tile['excluded'] }) {
  const tell = useTexts(figureTexts);
  const format = useFormat();
  if (excluded.length === 0) return null;
  const list = excluded.map(({ reason, n, to }, i) => {
    const key = `out_${reason}`;
    return (
      <span key={reason}>
        {i > 0 && ' · '}
        <Link to={to}>{isKnown(key) ? tell(key, { count: format.number(n) }) : format.number(n)}</Link>
      </span>
    );
  });
  return (
    <p className={styles.out}>
      <Filled word={(values) => tell('leftOut', values)} slots={{ list }} />
    </p>
  );
}

function isKnown(key: string): key is FigureKey {
  return key in figureTexts.entries;
}
