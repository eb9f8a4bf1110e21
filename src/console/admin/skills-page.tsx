import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { $api, api, type Schemas } from '../api/client';
import { refresh } from '../api/queries';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/late';
import { ProblemNotice } from '../kit/problem-notice';
import { useToast } from '../kit/use-toast';
import { AdminPage } from './admin-page';
import { FindField } from './find-field';
import { NAME } from './person-form';
import { adminTexts } from './texts';

type User = Schemas['UserDto'];

/** The skills that people have, and who has each. */
export function SkillsPage() {
  const say = useTexts(adminTexts);
  const go = useNavigate();
  const { skill } = useParams();
  const skills = $api.useQuery('get', '/api/skills');
  const people = useEverybody().data ?? [];
  const close = (): void => void go('/admin/skills');
  return (
    <AdminPage
      title={say('skills')}
      help={say('skillsHelp')}
      act={
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => void go('/admin/skills/new')}
        >
          {say('newSkill')}
        </Button>
      }
    >
      {skills.error && <ProblemNotice error={skills.error} onRetry={() => void skills.refetch()} />}
      {skills.isPending && <Waiting rows={5} />}
      {skills.data?.items.length === 0 && <p className="admin-empty">{say('skillsEmpty')}</p>}
      {skills.data && skills.data.items.length > 0 && (
        <table className="admin-table">
          <thead>
            <tr>
              <th scope="col">{say('skill')}</th>
              <th scope="col" className="is-number">
                {say('peopleWith')}
              </th>
              <th scope="col">{say('whoHas')}</th>
            </tr>
          </thead>
          <tbody>
            {skills.data.items.map((one) => (
              <tr key={one.skill} onClick={() => void go(`/admin/skills/${one.skill}`)}>
                <th scope="row">
                  <Link to={`/admin/skills/${one.skill}`} onClick={(event) => event.stopPropagation()}>
                    {one.skill}
                  </Link>
                </th>
                <td className="is-number">{one.people}</td>
                <td className="is-soft">
                  {people
                    .filter((user) => user.skills.includes(one.skill))
                    .map(({ name }) => name)
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {skill !== undefined && <SkillEditor key={skill} skill={skill} onClose={close} />}
    </AdminPage>
  );
}

/** Who has a skill: marked people have it. A skill exists as soon as somebody has it. */
function SkillEditor({ skill, onClose }: { skill: string; onClose: () => void }) {
  const say = useTexts(adminTexts);
  const toast = useToast();
  const isNew = skill === 'new';
  const [name, setName] = useState(isNew ? '' : skill);
  const [words, setWords] = useState('');
  const [marks, setMarks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const people = useEverybody();
  const has = (user: User): boolean => marks.get(user.id) ?? user.skills.includes(name);
  const changed = (people.data ?? []).filter((user) => has(user) !== user.skills.includes(name));
  const isNameOk = NAME.test(name);
  const shown = (people.data ?? []).filter(({ name: who, email }) =>
    `${who} ${email}`.toLowerCase().includes(words.trim().toLowerCase()),
  );

  const save = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const results = await Promise.allSettled(
      changed.map(({ id, skills }) =>
        api.PATCH('/api/users/{id}', {
          params: { path: { id } },
          body: { skills: skills.includes(name) ? skills.filter((one) => one !== name) : [...skills, name] },
        }),
      ),
    );
    setBusy(false);
    await refresh('/api/users', '/api/skills');
    const failures = results.filter((result) => result.status === 'rejected');
    if (failures[0]) {
      setError(failures[0].reason);
      const counts = { done: results.length - failures.length, failed: failures.length };
      return toast.warning(say('skillSome', counts));
    }
    toast.success(say('saved', { name }));
    onClose();
  };

  return (
    <Drawer
      open
      size={560}
      rootClassName="admin-drawer"
      title={isNew ? say('newSkill') : say('skillTitle', { skill })}
      onClose={onClose}
      footer={
        <div className="admin-foot">
          <span className="admin-gap" />
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            type="primary"
            disabled={!isNameOk || changed.length === 0}
            loading={isBusy && { delay: 200 }}
            onClick={() => void save()}
          >
            {say('save')}
          </Button>
        </div>
      }
    >
      {isNew && (
        <div className="admin-field">
          <label htmlFor="skill-name">{say('skillName')}</label>
          <Input
            id="skill-name"
            maxLength={40}
            status={name !== '' && !isNameOk ? 'error' : undefined}
            aria-describedby="skill-rule"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <span id="skill-rule" className={name !== '' && !isNameOk ? 'is-bad' : 'is-soft'}>
            {say('badName')}
          </span>
        </div>
      )}
      {people.error && <ProblemNotice error={people.error} />}
      {people.isPending && <Waiting rows={8} />}
      <FindField value={words} onChange={setWords} />
      <fieldset className="admin-checks">
        <legend>{say('allPeople')}</legend>
        {shown.map((user) => (
          <Checkbox
            key={user.id}
            checked={has(user)}
            onChange={(event) => setMarks(new Map(marks).set(user.id, event.target.checked))}
          >
            {user.name} <span className="is-soft">{user.email}</span>
          </Checkbox>
        ))}
      </fieldset>
      {error !== null && <ProblemNotice error={error} />}
    </Drawer>
  );
}

/** All active people, all pages. */
export function useEverybody() {
  return useQuery({
    queryKey: ['get', '/api/users', 'everybody'],
    queryFn: async ({ signal }) => {
      const all: User[] = [];
      let cursor: string | undefined;
      do {
        const query = { active: true, limit: 200, cursor };
        const { data } = await api.GET('/api/users', { params: { query }, signal });
        all.push(...(data?.items ?? []));
        cursor = data?.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return all;
    },
  });
}
