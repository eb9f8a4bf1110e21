import { defineTexts } from '../../i18n/define-texts';

/** `failure_…`: by the server's reason of a failure. */
export const connectionTexts = defineTexts('admin-connections', {
  ok: { en: 'Works', 'zh-CN': '正常' },
  failing: { en: 'The last call failed', 'zh-CN': '最近一次调用失败' },
  someFailed: {
    en: '{{failed}} of {{all}} calls failed, not the last one',
    'zh-CN': '{{all}} 次调用中 {{failed}} 次失败，最近一次正常',
  },
  unused: { en: 'No calls lately', 'zh-CN': '近期无调用' },
  notConfigured: { en: 'Not configured', 'zh-CN': '未配置' },
  notConfiguredHelp: {
    en: 'An SOP calls it, but it is not configured: every call fails.',
    'zh-CN': '流程会调用它，但尚未配置，所有调用都会失败。',
  },
  address: { en: 'Address', 'zh-CN': '地址' },
  headers: { en: 'Headers', 'zh-CN': '请求头' },
  headersHelp: { en: 'values are never shown', 'zh-CN': '不显示具体值' },
  timeout: { en: 'Longest wait', 'zh-CN': '超时上限' },
  timeoutOwn: { en: 'as each call says', 'zh-CN': '按各调用的设置' },
  allowed: { en: 'SOPs may call', 'zh-CN': '允许流程调用' },
  allMethods: { en: 'all methods', 'zh-CN': '所有方法' },
  allPaths: { en: 'all paths', 'zh-CN': '所有路径' },
  allHelp: {
    en: 'the configuration of the connection can restrict it',
    'zh-CN': '可在连接的配置中加以限定',
  },
  privateNet: { en: 'Own network', 'zh-CN': '访问内网' },
  privateYes: { en: 'allowed', 'zh-CN': '允许' },
  privateNo: { en: 'not allowed', 'zh-CN': '不允许' },
  calls: { en: 'Calls in 24 h', 'zh-CN': '24 小时调用' },
  callsFailed: { en: '{{count}} failed', 'zh-CN': '{{count}} 次失败' },
  callsUnderWay: { en: '{{count}} under way', 'zh-CN': '{{count}} 次进行中' },
  lastCall: { en: 'Last call', 'zh-CN': '最近调用' },
  lastFailure: { en: 'Last failure', 'zh-CN': '最近失败' },
  usedBy: { en: 'Used by', 'zh-CN': '使用方' },
  usedByNobody: { en: 'No SOP calls it.', 'zh-CN': '没有流程使用。' },
  version: { en: 'version {{version}}', 'zh-CN': '第 {{version}} 版' },
  ticket: { en: 'ticket {{id}}', 'zh-CN': '工单 {{id}}' },
  test: { en: 'Test', 'zh-CN': '测试' },
  testNamed: { en: 'Test the connection {{name}}', 'zh-CN': '测试连接 {{name}}' },
  testOk: {
    en: 'Answers: status {{status}} in {{ms}} ms',
    'zh-CN': '响应正常：状态码 {{status}}，耗时 {{ms}} 毫秒',
  },
  testFailed: { en: 'Does not work', 'zh-CN': '测试未通过' },
  connectionsEmpty: {
    en: 'No connection is configured, and no SOP calls one.',
    'zh-CN': '没有配置连接，也没有流程使用连接。',
  },
  none: { en: 'none', 'zh-CN': '无' },
  failure_timeout: { en: 'No answer within {{ms}} ms', 'zh-CN': '{{ms}} 毫秒内没有响应' },
  failure_unreachable: { en: 'It cannot be reached', 'zh-CN': '无法连接' },
  'failure_http-4xx': {
    en: 'It refused the request (status {{status}})',
    'zh-CN': '对方拒绝了请求（状态码 {{status}}）',
  },
  'failure_http-5xx': {
    en: 'It has a fault of its own (status {{status}})',
    'zh-CN': '对方系统出错（状态码 {{status}}）',
  },
  failure_rejected: {
    en: 'It does not accept our key (status {{status}}): look at the headers',
    'zh-CN': '对方拒绝了我方凭证（状态码 {{status}}），请检查请求头',
  },
  failure_redirect: {
    en: 'It redirects (status {{status}}), and calls do not follow: configure the final address',
    'zh-CN': '对方返回重定向（状态码 {{status}}），调用不会跟随，请配置最终地址',
  },
  'failure_too-large': {
    en: 'The answer is larger than {{bytes}} bytes',
    'zh-CN': '返回内容超过 {{bytes}} 字节',
  },
  'failure_not-json': { en: 'The answer is not JSON', 'zh-CN': '返回内容不是 JSON' },
  'failure_broken-json': { en: 'The answer is broken JSON', 'zh-CN': '返回的 JSON 不完整或有误' },
  'failure_unfit-answer': {
    en: 'The answer is not as the SOP describes it',
    'zh-CN': '返回内容与流程约定的格式不符',
  },
  'failure_refused-answer': { en: 'The SOP cannot take the answer', 'zh-CN': '流程无法使用返回内容' },
  'failure_unknown-connection': { en: 'It was not configured', 'zh-CN': '当时尚未配置该连接' },
  'failure_bad-address': { en: 'Its address is wrong', 'zh-CN': '连接的地址有误' },
  'failure_bad-path': {
    en: 'The call asks for an address that is not allowed',
    'zh-CN': '调用的地址不允许访问',
  },
  'failure_not-allowed': {
    en: 'The connection does not allow this call: {{call}}',
    'zh-CN': '该连接不允许此调用：{{call}}',
  },
  'failure_private-address': {
    en: '{{host}} ({{address}}) is not on the public internet, and this connection may reach nothing else',
    'zh-CN': '{{host}}（{{address}}）不在公网上，而该连接未允许访问内网',
  },
  failure_other: { en: 'The call failed', 'zh-CN': '调用失败' },
});
