import type { Text } from '../engine/common/text.js';
import { Problem } from '../problems/problem.js';
import * as kinds from '../words/problem-kinds.js';

/** The demo world is only made where no ticket is. */
export class TicketsExist extends Problem {
  readonly kind = kinds.ticketsExist;
  readonly detail: Text = {
    en: 'The demo world is made in an empty database only, and this one holds tickets. Use another STEPWISE_DATA_DIR or DATABASE_URL.',
    'zh-CN':
      '演示数据只能在没有工单的数据库中生成，当前数据库已有工单。请改用其他 STEPWISE_DATA_DIR 或 DATABASE_URL。',
  };
}

/** A server works on the database: it would see tickets of other times. */
export class ServerRunning extends Problem {
  readonly kind = kinds.serverRunning;
  readonly detail: Text = {
    en: 'Stop the server that runs on this database first, then make the demo world.',
    'zh-CN': '请先停止正在使用该数据库的服务，再生成演示数据。',
  };
}

/** The demo world needs the SOPs that ship. */
export class SopMissing extends Problem {
  readonly kind = kinds.demoSopMissing;
  readonly detail: Text;
  constructor(id: string) {
    super();
    this.detail = {
      en: `The demo world needs the SOP "${id}", and no version of it is published. Publish it first.`,
      'zh-CN': `演示数据需要流程“${id}”，但它没有已发布的版本，请先发布。`,
    };
  }
}
