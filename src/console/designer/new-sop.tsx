import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { $api, api } from '../api/client';
import { toProblem } from '../api/problem';
import { refresh } from '../api/queries';
import { useLang, useTexts } from '../i18n/texts';
import { ProblemNotice } from '../kit/problems/problem-notice';
import { idFromTitle, isSopId, newSopYaml, type NewSop } from './common/new-sop-yaml';
import { versionTexts } from './versions/texts-versions';
import { useFocusBack } from '../kit/use-focus-back';
import styles from './versions/help.module.css';

/** The button and the dialog that begin a new SOP. `taken`: ids that are in use. */
export function NewSopButton({ taken }: { taken: readonly string[] }) {
  const say = useTexts(versionTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {say('newSop')}
      </Button>
      {isOpen && <NewSopDialog taken={taken} onClose={() => setOpen(false)} />}
    </>
  );
}

function NewSopDialog({ taken, onClose }: { taken: readonly string[]; onClose: () => void }) {
  useFocusBack();
  const say = useTexts(versionTexts);
  const lang = useLang();
  const navigate = useNavigate();
  const teams = $api.useQuery('get', '/api/teams', {}).data?.items ?? [];
  const [form] = Form.useForm<NewSop>();
  const [isOwnId, setOwnId] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const create = async (given: NewSop): Promise<void> => {
    const made = { ...given, en: given.en.trim(), zh: given.zh.trim() };
    setBusy(true);
    setError(null);
    try {
      await api.PUT('/api/sops/{id}/draft', {
        params: { path: { id: made.id }, header: { 'If-None-Match': '*' } },
        body: { source: newSopYaml(made), format: 'yaml' },
      });
      void refresh('/api/sops');
      void navigate(`/designer/${made.id}`);
    } catch (failure) {
      if (toProblem(failure).status === 412) form.setFields([{ name: 'id', errors: [say('idTaken')] }]);
      else setError(failure);
      setBusy(false);
    }
  };
  const needed = { required: true, whitespace: true, message: say('needed') };
  return (
    <Modal
      open
      title={say('newSop')}
      okText={say('create')}
      cancelText={say('cancel')}
      okButtonProps={{ htmlType: 'submit', loading: isBusy && { delay: 200 } }}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(open) => open && form.focusField(lang === 'en' ? 'en' : 'zh')}
    >
      <p className={styles.help}>{say('newHelp')}</p>
      <Form
        form={form}
        layout="vertical"
        name="new-sop"
        requiredMark={false}
        onFinish={(given) => void create(given)}
        onValuesChange={(changed: Partial<NewSop>) => {
          if ('id' in changed) setOwnId(changed.id !== '');
          else if ('en' in changed && !isOwnId) form.setFieldValue('id', idFromTitle(changed.en ?? ''));
        }}
      >
        {(lang === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)).map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={say(name === 'en' ? 'titleEn' : 'titleZh')}
            rules={[needed]}
          >
            <Input maxLength={120} lang={name === 'en' ? 'en' : 'zh-CN'} />
          </Form.Item>
        ))}
        <Form.Item
          name="id"
          label={say('id')}
          extra={say('idHelp', { example: 'address-change' })}
          rules={[
            needed,
            {
              validator: (_, id?: string) => {
                if (!id) return Promise.resolve();
                if (!isSopId(id)) return Promise.reject(new Error(say('idWrong')));
                return taken.includes(id) ? Promise.reject(new Error(say('idTaken'))) : Promise.resolve();
              },
            },
          ]}
        >
          <Input maxLength={64} spellCheck={false} autoComplete="off" />
        </Form.Item>
        <Form.Item name="team" label={say('team')} rules={[needed]}>
          <Select
            options={teams.map(({ id, title }) => ({ value: id, label: title[lang] }))}
            aria-label={say('team')}
          />
        </Form.Item>
      </Form>
      {Boolean(error) && <ProblemNotice error={error} />}
    </Modal>
  );
}
