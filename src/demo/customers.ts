import type { Lang } from '../engine/common/text.js';
import { drawInt, drawOf } from './draw.js';

export interface DemoCustomer {
  id: string;
  name: string;
  tier: 'standard' | 'vip';
  lang: Lang;
}

const FAMILY = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '黄',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '郭',
  '罗',
  '梁',
  '宋',
  '谢',
  '唐',
  '曹',
];
const GIVEN = [
  '雨桐',
  '子墨',
  '晓彤',
  '俊杰',
  '梦瑶',
  '浩然',
  '思远',
  '佳怡',
  '文博',
  '静姝',
  '明轩',
  '可欣',
  '志强',
  '秀兰',
  '一鸣',
  '诗涵',
];
const FIRST = [
  'Anna',
  'Ben',
  'Carla',
  'Daniel',
  'Ewa',
  'Farid',
  'Grace',
  'Hugo',
  'Ines',
  'Jack',
  'Kira',
  'Luis',
];
const LAST = ['Archer', 'Berg', 'Costa', 'Dahl', 'Evans', 'Fischer', 'Garcia', 'Hale', 'Ito', 'Jensen'];

const part = (id: string, what: string, of: readonly string[]): string =>
  of[drawInt(id, what, of.length)] ?? '';

/** Who the sandbox shop's customer with this id is. Invented, and the same every time; four in five write Chinese. */
export function customerOf(id: string): DemoCustomer {
  const lang: Lang = drawOf(id, 'lang') < 0.8 ? 'zh-CN' : 'en';
  return {
    id,
    name:
      lang === 'zh-CN'
        ? part(id, 'family', FAMILY) + part(id, 'given', GIVEN)
        : `${part(id, 'first', FIRST)} ${part(id, 'last', LAST)}`,
    tier: drawOf(id, 'tier') < 0.12 ? 'vip' : 'standard',
    lang,
  };
}
