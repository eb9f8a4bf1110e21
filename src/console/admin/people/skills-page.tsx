import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client';
import { toProblem } from '../../api/problem';
import { refresh } from '../../api/queries';
import { useLang, useTexts } from '../../i18n/texts';
import { isBlank } from '../../kit/common/blank';
import { useSkillName, useSkills } from '../../kit/common/skill-names';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { useToast } from '../../kit/use-toast';
import { AdminPage } from '../common/admin-page';
import { FindField } from '../common/find-field';
import { NAME } from '../common/vocabulary';
import { useEverybody } from '../common/use-everybody';
import { adminTexts } from '../common/texts';
import { useFocusBack } from '../../kit/use-focus-back';
import form from '../common/form.module.css';
import tableStyles from '../common/table.module.css';
import styles from './skills-page.module.css';

type User = Schemas['UserDto'];
type Title = Schemas['TextDto'];

const LANGS = ['zh-CN', 'en'] as const;

/** The skills that people have, and who has each. */
export function SkillsPage() {
  const say = useTexts(adminTexts);
  const go = useNavigate();
  const { skill } = useParams();
  const skills = useSkills();
  const skillName = useSkillName();
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
      {skills.data?.items.length === 0 && <p className={tableStyles.empty}>{say('skillsEmpty')}</p>}
      {skills.data && skills.data.items.length > 0 && (
        <table className={tableStyles.table} data-testid="admin-table">
          <thead>
            <tr>
              <th scope="col">{say('skill')}</th>
              <th scope="col" className={tableStyles.number}>
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
                    {skillName(one.skill)}
                  </Link>
                </th>
                <td className={tableStyles.number}>{one.people}</td>
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
      {skill !== undefined && !skills.isPending && <SkillEditor key={skill} skill={skill} onClose={close} />}
    </AdminPage>
  );
}

/** How a skill is called, and who has it: marked people have it. A skill exists as soon as somebody has it. */
function SkillEditor({ skill, onClose }: { skill: string; onClose: () => void }) {
  useFocusBack();
  const say = useTexts(adminTexts);
  const toast = useToast();
  const lang = useLang();
  const isNew = skill === 'new';
  const [name, setName] = useState(isNew ? '' : skill);
  const known = useSkills().data?.items.find((one) => one.skill === skill);
  const [before] = useState<Title>(() => known?.title ?? { 'zh-CN': name, en: name });
  const [title, setTitle] = useState<Title | null>(null);
  const shownTitle = title ?? (isNew ? { 'zh-CN': name, en: name } : before);
  const isTitled = LANGS.some((one) => shownTitle[one] !== (isNew ? name : before[one]));
  const isTitleOk = LANGS.every((one) => !isBlank(shownTitle[one]));
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
    const titled = isTitled
      ? [
          api.PUT('/api/skills/{skill}', {
            params: { path: { skill: name } },
            body: { title: { 'zh-CN': shownTitle['zh-CN'].trim(), en: shownTitle.en.trim() } },
          }),
        ]
      : [];
    const results = await Promise.allSettled([
      ...titled,
      ...changed.map(({ id, skills }) =>
        api.PATCH('/api/users/{id}', {
          params: { path: { id } },
          body: { skills: skills.includes(name) ? skills.filter((one) => one !== name) : [...skills, name] },
        }),
      ),
    ]);
    setBusy(false);
    await refresh('/api/users', '/api/skills');
    const failures = results.filter((result) => result.status === 'rejected');
    if (failures.length === results.length && failures.every(({ reason }) => toProblem(reason).isTakenBack))
      return;
    if (failures[0]) {
      setError(failures[0].reason);
      const counts = { done: results.length - failures.length, failed: failures.length };
      return toast.warning(say('skillSome', counts));
    }
    toast.success(say('saved', { name: shownTitle[lang] }));
    onClose();
  };

  return (
    <Drawer
      open
      size={560}
      title={isNew ? say('newSkill') : say('skillTitle', { skill: before[lang] })}
      onClose={onClose}
      footer={
        <div className={form.foot}>
          <span className={form.gap} />
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            type="primary"
            disabled={!isNameOk || !isTitleOk || (changed.length === 0 && !isTitled)}
            loading={isBusy && { delay: 200 }}
            onClick={() => void save()}
          >
            {say('save')}
          </Button>
        </div>
      }
    >
      {isNew && (
        <div className={styles.field}>
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
      {!isNew && (
        <p className="is-soft">
          {say('skillName')} <code>{skill}</code>
        </p>
      )}
      <TitleFields title={shownTitle} onChange={setTitle} />
      {people.error && <ProblemNotice error={people.error} />}
      {people.isPending && <Waiting rows={8} />}
      <FindField value={words} onChange={setWords} />
      <fieldset className={styles.checks}>
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

/** What people read instead of the name, in both languages. */
function TitleFields({ title, onChange }: { title: Title; onChange: (title: Title) => void }) {
  const say = useTexts(adminTexts);
  return (
    <div className={form.pair}>
      {LANGS.map((lang) => (
        <div key={lang} className={styles.field}>
          <label htmlFor={`skill-title-${lang}`}>{say(lang === 'en' ? 'titleEn' : 'titleZh')}</label>
          <Input
            id={`skill-title-${lang}`}
            maxLength={120}
            lang={lang}
            status={isBlank(title[lang]) && title[lang] !== '' ? 'error' : undefined}
            value={title[lang]}
            onChange={(event) => onChange({ ...title, [lang]: event.target.value })}
          />
        </div>
      ))}
    </div>
  );
}
