import { Empty, Tag } from 'antd';
import { Link } from 'react-router';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/common/late';
import { ProblemNotice } from '../kit/problems/problem-notice';
import { useTeamName } from '../kit/common/team-names';
import { SampleList } from './sample-list';
import { NewSopButton } from './new-sop';
import { designerTexts } from './common/texts';
import { useSops } from './common/use-sops';
import page from './common/page.module.css';
import sopTable from './common/sop-table.module.css';

/** All SOPs with their newest version and whether somebody is working on them. */
export default function SopList() {
  const say = useTexts(designerTexts);
  const format = useFormat();
  const nameOfTeam = useTeamName();
  const sops = useSops();
  return (
    <div className={page.page}>
      <header className={page.head}>
        <div>
          <h1>{say('sops')}</h1>
          <p>{say('sopsHelp')}</p>
        </div>
        {sops.data && <NewSopButton taken={sops.data.items.map(({ id }) => id)} />}
      </header>
      {sops.error && <ProblemNotice error={sops.error} onRetry={() => void sops.refetch()} />}
      {sops.isPending && <Waiting rows={8} />}
      {sops.data?.items.length === 0 && <Empty description={say('noSops')} />}
      {sops.data && sops.data.items.length > 0 && (
        <table className={sopTable.table}>
          <thead>
            <tr>
              <th scope="col">{say('name')}</th>
              <th scope="col">{say('state')}</th>
              <th scope="col">{say('team')}</th>
              <th scope="col">{say('published')}</th>
              <th scope="col" aria-label={say('edit')} />
            </tr>
          </thead>
          <tbody>
            {sops.data.items.map((sop) => (
              <tr key={sop.id}>
                <th scope="row">
                  <Link to={`/designer/${sop.id}`}>{sop.title}</Link>
                  <span className={sopTable.about}>{sop.description}</span>
                </th>
                <td className={sopTable.state}>
                  {sop.version === null ? (
                    <Tag>{say('neverPublished')}</Tag>
                  ) : (
                    <Link to={`/designer/${sop.id}/versions`}>
                      {say('version', { version: sop.version })}
                    </Link>
                  )}
                  {sop.hasDraft && <Tag color="processing">{say('draft')}</Tag>}
                </td>
                <td>{nameOfTeam(sop.team)}</td>
                <td>{sop.publishedAt === null ? '–' : format.dateTime(sop.publishedAt)}</td>
                <td className={sopTable.acts}>
                  <Link to={`/designer/${sop.id}`} aria-label={say('editNamed', { title: sop.title })}>
                    {say('edit')}
                  </Link>
                  <Link to={`/designer/${sop.id}/walk`}>{say('walk')}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sops.data && <SampleList taken={sops.data.items.map(({ id }) => id)} />}
    </div>
  );
}
