import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvalidBody } from '../../../src/problems/http-problems.js';
import type { PeopleRig } from './people-rig.js';
import { SECOND, newUser, openPeople } from './people-rig.js';

const refunds = { en: 'Refunds', 'zh-CN': '退款' };

describe('how skills are called', () => {
  let rig: PeopleRig;
  beforeAll(async () => {
    rig = await openPeople();
    await rig.here.people.createUser(newUser('a@skills', { skills: ['refunds', 'yaml'] }));
  });
  afterAll(() => rig.close());

  it('is their name until somebody says more, and then the title, also of one that nobody has', async () => {
    const plain = (skill: string) => ({ skill, title: { en: skill, 'zh-CN': skill }, people: 1 });
    expect(await rig.here.skills.list()).toEqual([plain('refunds'), plain('yaml')]);
    expect(await rig.here.skills.setTitle('refunds', refunds)).toEqual({
      skill: 'refunds',
      title: refunds,
      people: 1,
    });
    const fax = { en: 'Fax', 'zh-CN': '传真' };
    await rig.here.skills.setTitle('fax', fax);
    expect(await rig.here.skills.list()).toEqual([
      { skill: 'fax', title: fax, people: 0 },
      { skill: 'refunds', title: refunds, people: 1 },
      plain('yaml'),
    ]);
  });

  it('counts at once here and within two seconds elsewhere', async () => {
    const there = async () => (await rig.there.people.skillNaming())('zh');
    rig.clock.pass(2 * SECOND);
    expect(await there()).toEqual({ en: 'zh', 'zh-CN': 'zh' });
    await rig.here.skills.setTitle('zh', { en: 'Chinese', 'zh-CN': '中文' });
    expect((await rig.here.people.skillNaming())('zh')).toEqual({ en: 'Chinese', 'zh-CN': '中文' });
    rig.clock.pass(2 * SECOND);
    expect(await there()).toEqual({ en: 'Chinese', 'zh-CN': '中文' });
  });

  it('is kept where it is ensured', async () => {
    await rig.here.people.ensureSkillTitle('refunds', { en: 'Other', 'zh-CN': '其他' });
    await rig.here.people.ensureSkillTitle('en', { en: 'English', 'zh-CN': '英语' });
    const titles = Object.fromEntries(await rig.here.people.skillTitles());
    expect(titles).toMatchObject({ refunds, en: { 'zh-CN': '英语' } });
  });

  it('is said only of what can be a skill', async () => {
    for (const name of ['Ä', 'two words', '', 'x'.repeat(41)])
      await expect(rig.here.skills.setTitle(name, refunds)).rejects.toThrow(InvalidBody);
  });
});
