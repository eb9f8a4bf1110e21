import type { Text } from '../engine/common/text.js';
import { Problem } from '../problems/problem.js';
import * as kinds from '../words/problem-kinds.js';

/** The program runs from its source and nobody has built the pages. */
export class ConsoleNotBuilt extends Problem {
  readonly kind = kinds.consoleNotBuilt;
  readonly detail: Text = {
    en: 'Run "npm run build" (npm start does it by itself). The API works without it.',
    'zh-CN': '请运行 “npm run build”（npm start 会自动构建）。API 不受影响。',
  };
}
