import { LinkOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTexts } from '../i18n/texts';
import { managerTexts } from './texts';
import { fixedLink, type FilterRoom } from './use-filters';

/** The link that shows just this view to somebody else. */
export function CopyLink({ room }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(fixedLink(room));
      message.success(say('linkCopied'));
    } catch {
      message.warning(say('linkNotCopied'));
    }
  };
  return (
    <Button icon={<LinkOutlined aria-hidden />} onClick={() => void copy()} className="manager-copy">
      {say('copyLink')}
    </Button>
  );
}
