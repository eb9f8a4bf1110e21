import type { Text } from '../engine/common/text.js';
import { readFailure } from './connections-failures.js';
import type { FailureFacts, FailureReason } from './connections-failures.js';

const CHINESE: Record<FailureReason, (failure: FailureFacts) => string> = {
  timeout: ({ facts }) => `${of(facts.ms)} 毫秒内没有响应`,
  unreachable: () => '无法连接对方系统',
  'http-4xx': ({ facts }) => `对方系统返回 ${of(facts.status)}`,
  'http-5xx': ({ facts }) => `对方系统返回 ${of(facts.status)}`,
  rejected: () => '对方系统拒绝了我方凭证',
  redirect: ({ facts }) => `对方系统返回重定向（${of(facts.status)}），调用不会跟随`,
  'too-large': ({ facts }) => `对方系统的响应超过 ${of(facts.bytes)} 字节`,
  'not-json': () => '对方系统的响应不是 JSON',
  'broken-json': () => '对方系统的响应不是有效的 JSON',
  'unfit-answer': () => '对方系统的响应不符合约定的格式',
  'refused-answer': () => '对方系统的响应无法用于该流程',
  'unknown-connection': () => '系统中没有配置该连接',
  'bad-address': () => '该连接的地址无效',
  'bad-path': () => '调用的路径不被允许',
  'not-allowed': ({ facts }) => `该连接不允许调用 ${of(facts.call)}`,
  'private-address': ({ facts }) =>
    `${of(facts.host)} 的地址 ${of(facts.address)} 不在公网上，而该连接未允许访问内网`,
  other: () => '自动调用失败',
};

/** Why a call failed, in both languages. What another system or a library said stands in it as it came. */
export function wordFailure(code: string, message: string): Text {
  const failure = readFailure(code, message);
  const said = CHINESE[failure.reason](failure);
  const named = /^There is no connection "(.*)"\.$/s.exec(message)?.[1];
  const detail = failure.detail ?? named ?? null;
  return { en: message, 'zh-CN': detail === null ? `${said}。` : `${said}：${detail}` };
}

function of(fact: string | undefined): string {
  return fact ?? '';
}
