import { CloseCircleFilled } from '@ant-design/icons';
import { Input } from 'antd';
import { useTexts } from '../../i18n/texts';
import { adminTexts } from './texts';

/** Finds people by part of their name or address. */
export function FindField(props: { value: string; onChange: (words: string) => void }) {
  const say = useTexts(adminTexts);
  return (
    <Input
      type="search"
      allowClear={{ clearIcon: <CloseCircleFilled aria-label={say('clear')} /> }}
      aria-label={say('find')}
      placeholder={say('find')}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
