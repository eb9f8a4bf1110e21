import type { agentTexts } from './texts';

type Text = keyof typeof agentTexts.entries;

/** The keys that the overview tells of. */
export const KEYS: { keys: string[]; text: Text }[] = [
  { keys: ['N', 'Alt+N'], text: 'keyNext' },
  { keys: ['1', '…', '9'], text: 'keyWays' },
  { keys: ['Alt+1', '…', 'Alt+9'], text: 'keyWaysAlways' },
  { keys: ['Ctrl+Enter'], text: 'keyPrimary' },
  { keys: ['X'], text: 'keyTick' },
  { keys: ['Q'], text: 'keyReplies' },
  { keys: ['R'], text: 'keyMessage' },
  { keys: ['I'], text: 'keyInternal' },
  { keys: ['T'], text: 'keyTransfer' },
  { keys: ['B'], text: 'keyHandBack' },
  { keys: ['G'], text: 'keyRelease' },
  { keys: ['J', 'K'], text: 'keySwitch' },
  { keys: ['/'], text: 'keySearch' },
  { keys: ['O'], text: 'keyNew' },
  { keys: ['?'], text: 'keyHelp' },
];
