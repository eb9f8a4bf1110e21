import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SopDefinition } from '../../../engine/common/sop-format';
import { useLang } from '../../i18n/texts';
import { placeFaults, placeFindings, type PlacedFinding } from './findings';
import { useCheck } from './use-check';
import { isRecord } from '../yaml/yaml-render';
import { readYaml, type YamlText } from '../yaml/yaml-text';

/** A pause in which nobody types; reading a large SOP takes longer than a key press may. */
const READ_MS = 120;

export interface ReadText {
  text: string;
  yaml: YamlText;
  /** The last text that could be read, for the diagram; null: none could. */
  definition: SopDefinition | null;
  /** It is not the text as it stands now. */
  isOld: boolean;
  findings: PlacedFinding[];
  /** The server has not looked at the newest text yet. */
  isChecking: boolean;
  isAway: boolean;
}

/** What can be said about the text while somebody writes it. `setText` is called with every change, `isWhole`: nobody types. */
export function useText(initial: string): [ReadText, (text: string, isWhole?: boolean) => void] {
  const lang = useLang();
  const [text, setRead] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const setText = useCallback((next: string, isWhole = false) => {
    clearTimeout(timer.current);
    if (isWhole) setRead(next);
    else timer.current = setTimeout(() => setRead(next), READ_MS);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);

  const yaml = useMemo(() => readYaml(text), [text]);
  const [drawn, setDrawn] = useState<unknown>(() => (isSop(yaml.value) ? yaml.value : null));
  if (isSop(yaml.value) && drawn !== yaml.value) setDrawn(yaml.value);

  const checked = useCheck(text);
  const findings = useMemo(() => {
    const isCurrent = checked.text === text;
    if (yaml.faults.length > 0 && !isCurrent) return placeFaults(yaml, lang);
    return checked.findings ? placeFindings(checked.findings, yaml) : [];
  }, [yaml, checked, text, lang]);
  const read = {
    ...{ text, yaml, findings, isAway: checked.isAway, isChecking: checked.text !== text },
    // What is drawn may be anything that has states; the diagram takes it as it is.
    definition: drawn as SopDefinition | null,
    isOld: drawn !== null && drawn !== yaml.value,
  };
  return [read, setText];
}

function isSop(value: unknown): boolean {
  return isRecord(value) && isRecord(value['states']);
}
