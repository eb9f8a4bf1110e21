import { kind } from './kind.js';

/**
 * Every problem that the server can answer: the one place of its slug, its status and its title. A title is read by
 * whoever asked, and by administrators in the record, so it speaks of nobody. Only kinds are exported here.
 */

// HTTP and bodies
export const idempotencyKeyReused = kind(
  'idempotency-key-reused',
  422,
  'The key was used for something else',
  '幂等键已用于其他请求',
);
export const headerUnreadable = kind('header-unreadable', 400, 'A header cannot be read', '请求头无法识别');
export const invalidBody = kind('invalid-body', 422, 'The data does not fit', '提交的数据有误');
export const malformedBody = kind(
  'malformed-body',
  400,
  'The body is not valid JSON',
  '请求体不是有效的 JSON',
);
export const bodyTooLarge = kind('body-too-large', 413, 'The body is too large', '请求体过大');
export const lengthMissing = kind(
  'length-missing',
  411,
  'The length of the body is missing',
  '缺少请求体长度',
);
export const requestTooSlow = kind(
  'request-too-slow',
  408,
  'The request took too long to arrive',
  '请求传输过慢',
);
export const headersTooLarge = kind('headers-too-large', 431, 'The headers are too large', '请求头过大');
export const tooManyRequests = kind('too-many-requests', 429, 'Too many requests', '请求过于频繁');
export const unsupportedMediaType = kind(
  'unsupported-media-type',
  415,
  'This kind of body is not understood',
  '不支持的请求体类型',
);
export const unknownRoute = kind('unknown-route', 404, 'There is nothing here', '地址不存在');
export const methodNotAllowed = kind('method-not-allowed', 405, 'Not with this method', '不支持该请求方法');
export const badRequest = kind('bad-request', 400, 'The request cannot be understood', '无法理解该请求');
export const unexpected = kind('unexpected', 500, 'Something went wrong on our side', '服务器内部出错');

// Who asks
export const unauthenticated = kind('unauthenticated', 401, 'Not signed in', '尚未登录');
export const expiredToken = kind('expired-token', 401, 'The session has expired', '登录已过期');
export const wrongCredentials = kind('wrong-credentials', 401, 'Sign-in failed', '登录失败');
export const wrongPassword = kind('wrong-password', 422, 'The current password is wrong', '当前密码不正确');
export const reauthenticationRequired = kind(
  'reauthentication-required',
  403,
  'Password wanted once more',
  '需要再次输入密码',
);
export const forbidden = kind('forbidden', 403, 'Not allowed', '没有权限');
export const passwordChangeRequired = kind(
  'password-change-required',
  403,
  'Own password not set yet',
  '尚未设置自己的密码',
);
export const noAccessRule = kind('no-access-rule', 403, 'This endpoint is closed', '该接口未开放');
export const tooManyTries = kind('too-many-tries', 429, 'Too many failed tries', '尝试次数过多');
export const setupRefused = kind('setup-refused', 409, 'The set-up link is not valid', '初始化链接无效');

// People and teams
export const unknownUser = kind('unknown-user', 404, 'No such user', '没有这个用户');
export const unknownSession = kind('unknown-session', 404, 'No such session', '没有这个登录');
export const unknownTeam = kind('unknown-team', 404, 'No such team', '没有这个团队');
export const duplicateEmail = kind('duplicate-email', 409, 'This e-mail is taken', '该邮箱已被使用');
export const nameTaken = kind('name-taken', 409, 'This name is taken', '该姓名已被使用');
export const duplicateTeam = kind('duplicate-team', 409, 'This team exists', '团队已存在');
export const tiersInUse = kind('tiers-in-use', 409, 'These tiers are in use', '层级仍在使用');
export const lastAdmin = kind('last-admin', 409, 'The last administrator', '最后一位管理员');

// SOPs and trying them out
export const unknownSop = kind('unknown-sop', 404, 'No such SOP', '没有这个标准流程');
export const unknownSopVersion = kind('unknown-sop-version', 404, 'No such version', '没有这个版本');
export const sopUnreadable = kind('sop-unreadable', 422, 'This is not a readable SOP', '无法读取该标准流程');
export const sopIdMismatch = kind('sop-id-mismatch', 422, 'The id does not match', '流程标识不一致');
export const sopIdInvalid = kind(
  'sop-id-invalid',
  422,
  'This cannot be the id of an SOP',
  '该标识不能用作流程标识',
);
export const staleDraft = kind('stale-draft', 412, 'The draft was changed meanwhile', '草稿已被他人修改');
export const draftExists = kind('draft-exists', 412, 'There is a draft already', '已存在草稿');
export const ifMatchUnreadable = kind(
  'if-match-unreadable',
  422,
  'If-Match is not a revision',
  '“If-Match”不是有效的修订号',
);
export const sopNotPublishable = kind('sop-not-publishable', 409, 'The draft has errors', '草稿存在错误');
export const draftBusy = kind('draft-busy', 409, 'The draft is being edited', '草稿正在被编辑');
export const sopBodyMissing = kind('sop-body-missing', 422, 'No SOP in the body', '请求体中没有标准流程');
export const noSuchCall = kind('no-such-call', 409, 'No such call is under way', '没有正在等待的该调用');
export const noTimerAhead = kind('no-timer-ahead', 409, 'There is no next timer', '没有待触发的定时器');
export const notADuration = kind('not-a-duration', 422, 'Not a duration', '时长格式不正确');
export const walkActIncomplete = kind('walk-act-incomplete', 422, 'The act is incomplete', '该操作缺少内容');
export const walkTooLong = kind('walk-too-long', 409, 'The walk is too long', '演练步数过多');
export const sopNotRunnable = kind(
  'sop-not-runnable',
  422,
  'This SOP cannot be run yet',
  '该标准流程尚无法运行',
);

// Tickets
export const limitReached = kind('limit-reached', 409, 'A limit is reached', '已达上限');
export const ticketNotFound = kind('ticket-not-found', 404, 'No such ticket', '工单不存在');
export const notAccepted = kind('not-accepted', 409, 'Not accepted in this step', '当前步骤不接受该操作');
export const guardClosed = kind('guard-closed', 409, 'This way is closed', '该出口当前不可用');
export const invalidForm = kind('invalid-form', 422, 'The form is not valid', '表单填写有误');
export const staleVersion = kind('stale-version', 412, 'The ticket has changed', '工单已被更新');
export const notFittingState = kind(
  'not-fitting-state',
  409,
  'Not possible in this state',
  '当前状态不允许该操作',
);
export const notWaiting = kind('not-waiting', 409, 'The ticket does not wait', '工单不在等待队列中');
export const obsolete = kind('obsolete', 409, 'Already settled', '已处理');
export const ruleBroken = kind('rule-broken', 409, 'A compliance rule forbids this', '违反合规规则');
export const sopFailed = kind('sop-failed', 409, 'The SOP failed', '标准流程执行失败');
export const unknownReference = kind('unknown-reference', 422, 'Unknown reference', '引用对象不存在');

// Whose work it is
export const leaseLost = kind('lease-lost', 409, 'The lease has ended', '持有已失效');
export const notYourTeam = kind('not-your-team', 422, 'Not in this team', '不属于该团队');
export const notYours = kind('not-yours', 403, 'This is for somebody else', '不在可处理范围内');
export const ambiguousStep = kind('ambiguous-step', 409, 'Which step?', '请指明步骤');
export const notInStep = kind('not-in-step', 409, 'Not in that step', '该步骤不适用');
export const heldByOther = kind('held-by-other', 409, 'Somebody else is working on this', '其他同事正在处理');
export const nothingHeld = kind('nothing-held', 409, 'This ticket is not held', '未持有该工单');
export const notAnEscalation = kind('not-an-escalation', 409, 'That is no escalation', '这不是升级');
export const atTheTop = kind('at-the-top', 409, 'Already at the top', '已是最高层级');
export const nothingToHandBack = kind(
  'nothing-to-hand-back',
  409,
  'Nobody to hand it back to',
  '没有可退回的对象',
);

// Merging
export const mergeRefused = kind('merge-refused', 409, 'Cannot be merged', '无法合并');
export const confirmMerge = kind('confirm-merge', 409, 'Different customers', '买家不同');
export const cannotUndo = kind('cannot-undo', 409, 'Cannot be undone', '无法撤销');

// Figures, connections, streams, pages
export const invalidQuery = kind('invalid-query', 422, 'The query does not fit', '查询参数有误');
export const tooManyPoints = kind('too-many-points', 422, 'Too many points', '数据点过多');
export const partUnknown = kind('part-unknown', 422, 'The figure has no such part', '该指标没有此部分');
export const unknownConnection = kind('unknown-connection', 404, 'No such connection', '没有这个连接');
export const streamNotAccepted = kind(
  'stream-not-accepted',
  406,
  'This is an event stream',
  '这是事件流接口',
);
export const tooManyStreams = kind('too-many-streams', 429, 'Too many windows are open', '打开的窗口过多');
export const stopping = kind('stopping', 503, 'The server is stopping', '服务正在停止');
export const consoleNotBuilt = kind('console-not-built', 503, 'The console is not built', '控制台尚未构建');

// Load, the database and the demo
export const databaseUnavailable = kind(
  'database-unavailable',
  503,
  'The database does not answer',
  '数据库暂时无法访问',
);
export const outcomeUnknown = kind(
  'outcome-unknown',
  503,
  'It is not known whether this was done',
  '无法确认操作是否已生效',
);
export const storageFull = kind('storage-full', 507, 'The storage is full', '存储空间已满');
export const databaseBusy = kind('database-busy', 503, 'The database does not keep up', '数据库处理不过来');
export const ticketsExist = kind('tickets-exist', 409, 'There are tickets already', '已存在工单');
export const serverRunning = kind(
  'server-running',
  409,
  'A server is running on this database',
  '该数据库上有服务正在运行',
);
export const demoSopMissing = kind(
  'demo-sop-missing',
  409,
  'An SOP of the demo is missing',
  '缺少演示所需的流程',
);
export const busy = kind('busy', 503, 'Too much at once', '当前任务过多');
export const brokenOff = kind('broken-off', 503, 'The work was broken off', '任务已中断');
