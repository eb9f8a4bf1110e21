import { keepPreviousData } from '@tanstack/react-query';
import { Button, Segmented, Tooltip } from 'antd';
import { useSearchParams } from 'react-router';
import { $api, api } from '../../api/client';
import { useLang, useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { asCsv, CsvButton } from '../common/csv-button';
import { useSops } from '../common/filter-bar';
import { busiestVersion, COLOURS, type Colour } from '../common/heat';
import { HeatMap } from './heat-map';
import { NoCases } from '../common/no-cases';
import { PageHead } from '../common/page-head';
import { StepsTable } from './steps-table';
import { managerTexts } from '../common/texts';
import { stepTexts } from '../common/texts-steps';
import type { FilterRoom } from '../common/use-filters';
import { classes } from '../../kit/common/classes';
import panel from '../common/panel.module.css';
import styles from './steps-page.module.css';

/** Where the time goes in an SOP: its diagram as a heat map, and the same as a table. */
export function StepsPage({ room }: { room: FilterRoom }) {
  const { sop } = room.filters;
  return sop === null ? <ChooseSop room={room} /> : <StepsOf key={sop} sop={sop} room={room} />;
}

function StepsOf({ sop, room }: { sop: string; room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(stepTexts);
  const [params, setParams] = useSearchParams();
  const colour = COLOURS.find((one) => one === params.get('colour')) ?? 'share';
  const query = { ...room.query, sop };
  const { data, error, refetch, isPlaceholderData } = $api.useQuery(
    'get',
    '/api/metrics/steps',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const version = room.filters.version ?? busiestVersion(data?.steps ?? []);
  const steps = data?.steps.filter((row) => row.version === version) ?? [];
  const paint = (next: Colour): void => {
    const said = new URLSearchParams(params);
    said.set('colour', next);
    setParams(said, { replace: true });
  };
  return (
    <div className={styles.page}>
      <PageHead title={say('steps')} room={room} definition="steps" answer={data}>
        <span id="colour-by" className="is-soft">
          {tell('colourBy')}
        </span>
        <Segmented<Colour>
          aria-label={tell('colourBy')}
          aria-labelledby="colour-by"
          value={colour}
          onChange={paint}
          options={COLOURS.map((one) => ({
            value: one,
            label: <Tooltip title={tell(`${one}Help`)}>{tell(one)}</Tooltip>,
          }))}
        />
        <CsvButton
          name={`${sop}-${say('steps')}`}
          room={room}
          fetchFile={() => api.GET('/api/metrics/steps', { params: { query }, ...asCsv })}
        />
      </PageHead>
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting rows={12} />}
      {data && (version === null || steps.length === 0) && <NoCases room={room} />}
      {data && version !== null && steps.length > 0 && (
        <div className={isPlaceholderData ? classes(styles.steps, panel.isOld) : styles.steps}>
          <HeatMap
            {...{ sop, version, steps, colour, room }}
            flows={data.flows.filter((flow) => flow.version === version)}
            hasOthers={data.steps.length > steps.length}
          />
          <StepsTable {...{ sop, version, steps, colour, room }} />
        </div>
      )}
    </div>
  );
}

function ChooseSop({ room }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(stepTexts);
  const lang = useLang();
  const { data, error, refetch } = useSops();
  return (
    <>
      <PageHead title={say('steps')} room={room} />
      <section className={styles.chooseSop} data-testid="choose-sop">
        <h2>{tell('chooseSop')}</h2>
        <p className="is-soft">{tell('chooseSopHelp')}</p>
        {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        <ul>
          {data?.items
            .filter(({ version }) => version !== null)
            .map(({ id, titles, descriptions }) => (
              <li key={id}>
                <Button block onClick={() => room.change({ sop: id })}>
                  <strong>{titles[lang]}</strong>
                  <span>{descriptions[lang]}</span>
                </Button>
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}
