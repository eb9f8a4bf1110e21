import type { ErrorCode } from 'yaml';
import type { Text } from '../common/text.js';

const FAULTS: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: '别名不能带锚点或标签',
  BAD_ALIAS: '别名写法不正确',
  BAD_DIRECTIVE: '指令写法不正确',
  BAD_DQ_ESCAPE: '双引号字符串中的转义不正确',
  BAD_INDENT: '缩进不正确',
  BAD_PROP_ORDER: '锚点和标签的位置不正确',
  BAD_SCALAR_START: '值不能以此字符开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '此处不能再嵌套键值，请换行缩进或加引号',
  BLOCK_IN_FLOW: '括号内不能使用缩进写法',
  KEY_OVER_1024_CHARS: '键名超过了 1024 个字符',
  MISSING_CHAR: '缺少符号（如冒号、引号、逗号、括号或空格）',
  MULTILINE_IMPLICIT_KEY: '键名不能跨行',
  MULTIPLE_ANCHORS: '一个值只能有一个锚点',
  MULTIPLE_DOCS: '一个文件只能包含一个文档',
  MULTIPLE_TAGS: '一个值只能有一个标签',
  RESOURCE_EXHAUSTION: '文档过于复杂',
  TAB_AS_INDENT: '缩进不能使用制表符，请改用空格',
  TAG_RESOLVE_FAILED: '标签无法识别',
  UNEXPECTED_TOKEN: '此处出现了意外的内容',
  BAD_COLLECTION_TYPE: '集合类型与标签不符',
};

/** Words a syntax error of the YAML parser in both languages. */
export function sayYamlFault(code: ErrorCode, message: string): Text {
  const english = message.replace(/\s+/g, ' ').slice(0, 300);
  return {
    en: `This is not valid YAML: ${english}${english.endsWith('.') ? '' : '.'}`,
    'zh-CN': `YAML 语法错误：${FAULTS[code] ?? '无法解析'}。`,
  };
}
