import type { Text } from '../engine/text.js';
import { Problem } from '../problems/problem.js';

/** The program runs from its source and nobody has built the pages. */
export class ConsoleNotBuilt extends Problem {
  readonly slug = 'console-not-built';
  readonly status = 503;
  readonly title: Text = { en: 'The console is not built', 'zh-CN': '控制台尚未构建' };
  readonly detail: Text = {
    en: 'Run "npm run build" (npm start does it by itself). The API works without it.',
    'zh-CN': '请运行 “npm run build”（npm start 会自动构建）。API 不受影响。',
  };
}
