import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/texts';
import { useProblemWords } from '../../kit/problems/problem-notice';
import { useToast } from '../../kit/use-toast';
import { fileName, saveFile } from './csv';
import { managerTexts } from './texts';
import type { FilterRoom } from './use-filters';

interface Props {
  /** In the name of the file. */
  name: string;
  room: FilterRoom;
  fetchFile: () => Promise<{ data?: Blob }>;
}

/** For calls whose answer is wanted as a table for spreadsheets. */
export const asCsv = { headers: { accept: 'text/csv' }, parseAs: 'blob' } as const;

/** Downloads a list as the server writes it for spreadsheets: with a BOM, without live formulas. */
export function CsvButton({ name, room, fetchFile }: Props) {
  const say = useTexts(managerTexts);
  const toast = useToast();
  const words = useProblemWords();
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { data } = await fetchFile();
      if (data) saveFile(fileName(name, room.filters), data);
    } catch (failure) {
      const { title, detail } = words(failure);
      toast.error(`${title} ${detail}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      title={say('csvHelp')}
      loading={isBusy && { delay: 200 }}
      onClick={() => void save()}
    >
      {say('csv')}
    </Button>
  );
}
