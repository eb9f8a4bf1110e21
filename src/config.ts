import { availableParallelism } from 'node:os';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { connectionsOf, type ConnectionConfig } from './config-connections.js';
import { databaseUrlOf, findOtherPlace, POOLS } from './config-database.js';
import { hostOf, isLoopback, loopbackOnly, needsTls, proxiesOf } from './config-network.js';
import { parseDuration } from './engine/common/durations.js';
import type { Text } from './engine/common/text.js';
import { LOG_LEVELS, type LogLevel } from './log/levels.js';

export type ServerRole = 'all' | 'api' | 'worker';

/** What the environment says, validated once at boot. */
export class Config {
  /** 0: a port that is free. */
  readonly port: number = 3000;
  readonly host: string = '127.0.0.1';
  /** Whose word about the caller's address is believed. */
  readonly trustedProxies: readonly string[] = [];
  readonly dataDir: string = '.data';
  /** Nobody named the folder. */
  readonly dataDirIsDefault: boolean = true;
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null = null;
  /** Who owns the tables, for migrations only; null: whoever `databaseUrl` names. */
  readonly ownerUrl: string | null = null;
  /** A folder of SOP files of one's own; null: none. */
  readonly sopsDir: string | null = null;
  /** Null: the queues live on PostgreSQL. */
  readonly redisUrl: string | null = null;
  /** So many connections to PostgreSQL a process keeps at most. */
  readonly poolSize: number = POOLS.alone;
  readonly role: ServerRole = 'all';
  readonly demo: boolean = false;
  /** How long an agent holds a ticket without renewing it. */
  readonly leaseMs: number = 2 * 60_000;
  readonly tokenTtlMs: number = 60 * 60_000;
  /** So long after the password sensitive acts do not ask for it again. */
  readonly reauthMs: number = 10 * 60_000;
  readonly connections: Readonly<Record<string, ConnectionConfig>> = {};
  readonly bodyLimitBytes: number = 1024 * 1024;
  /** Of each sign-in, and of all strangers at one place, in each process; 0: as many as they like. */
  readonly requestsPerMinute: number = 3_000;
  readonly logLevel: LogLevel = 'info';
  /** Where copies of the database are put by themselves; null: nowhere. */
  readonly backupDir: string | null = null;
  readonly backupEveryMs: number = 24 * 60 * 60_000;
  /** So many of the newest copies stay. */
  readonly backupKeep: number = 7;

  /** Threads for checks and walks of SOPs; the process answers beside them. */
  readonly threads: number = Math.min(4, Math.max(2, availableParallelism() - 1));

  constructor(values: Partial<Config> = {}) {
    Object.assign(this, values);
  }

  /** The same configuration with some values changed. */
  with(values: Partial<Config>): Config {
    return new Config({ ...this, ...values });
  }
}

/** Gives the configuration to every room. */
@Global()
@Module({})
export class ConfigModule {
  static for(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: Config, useValue: config }],
      exports: [Config],
    };
  }
}

export interface ConfigError {
  variable: string;
  message: Text;
}

/** Names every variable that is wrong, in both languages. */
export class ConfigInvalid extends Error {
  constructor(readonly errors: ConfigError[]) {
    const lines = errors.map(({ variable, message }) => `  ${variable}: ${message.en} / ${message['zh-CN']}`);
    super(['The environment is not right / 环境变量有误：', ...lines].join('\n'));
    this.name = 'ConfigInvalid';
  }
}

type Env = Record<string, string | undefined>;

const OWN_VARIABLES = [
  'STEPWISE_OWNER_URL',
  'STEPWISE_HOST',
  'STEPWISE_TRUSTED_PROXIES',
  'STEPWISE_TLS',
  'STEPWISE_POOL',
  'STEPWISE_DATA_DIR',
  'STEPWISE_SOPS',
  'STEPWISE_DEMO',
  'STEPWISE_LEASE',
  'STEPWISE_TOKEN_TTL',
  'STEPWISE_REAUTH_AFTER',
  'STEPWISE_CONNECTIONS',
  'STEPWISE_BODY_LIMIT',
  'STEPWISE_REQUESTS_PER_MINUTE',
  'STEPWISE_LOG_LEVEL',
  'STEPWISE_BACKUP_DIR',
  'STEPWISE_BACKUP_EVERY',
  'STEPWISE_BACKUP_KEEP',
  'STEPWISE_THREADS',
];

/** Nobody outside is let in until somebody names an address to listen on. */
const usualHost = '127.0.0.1';

/** Reads the environment. An empty variable counts as absent. Throws ConfigInvalid with everything that is wrong. */
export function loadConfig(env: Env): Config {
  const errors: ConfigError[] = [];
  const read = <T>(variable: string, parse: (value: string) => T | Text, fallback: T): T => {
    const value = env[variable]?.trim();
    if (value === undefined || value === '') return fallback;
    const parsed = parse(value);
    if (!isText(parsed)) return parsed;
    errors.push({ variable, message: parsed });
    return fallback;
  };
  errors.push(...findUnknown(env));

  const databaseUrl = read<string | null>('DATABASE_URL', databaseUrlOf, null);
  const demo = read('STEPWISE_DEMO', oneOf('on', 'off'), databaseUrl === null ? 'on' : 'off') === 'on';
  const role = read('ROLE', oneOf('all', 'api', 'worker'), 'all');
  if (role !== 'all' && !env['DATABASE_URL']?.trim())
    errors.push({ variable: 'ROLE', message: needsDatabase });
  const ownerUrl = read<string | null>('STEPWISE_OWNER_URL', databaseUrlOf, null);
  const elsewhere = ownerUrl !== null && databaseUrl !== null ? findOtherPlace(ownerUrl, databaseUrl) : null;
  if (elsewhere !== null) errors.push({ variable: 'STEPWISE_OWNER_URL', message: elsewhere });
  // A DATABASE_URL that is wrong is named by itself.
  if (ownerUrl !== null && !env['DATABASE_URL']?.trim())
    errors.push({ variable: 'STEPWISE_OWNER_URL', message: ownsDatabase });
  const host = read('STEPWISE_HOST', hostOf, usualHost);
  const trustedProxies = read<string[]>('STEPWISE_TRUSTED_PROXIES', proxiesOf, []);
  const isTlsElsewhere = read('STEPWISE_TLS', oneOf('elsewhere'), null) !== null;
  const isOpen = !isLoopback(host);
  if (isOpen && demo) errors.push({ variable: 'STEPWISE_HOST', message: loopbackOnly });
  // A worker answers health only.
  else if (isOpen && role !== 'worker' && trustedProxies.length === 0 && !isTlsElsewhere)
    errors.push({ variable: 'STEPWISE_HOST', message: needsTls });
  const usual = new Config();
  const config = new Config({
    port: read('PORT', portOf, usual.port),
    host,
    trustedProxies,
    poolSize: read(
      'STEPWISE_POOL',
      countOf(POOLS.least, POOLS.most),
      databaseUrl === null ? POOLS.alone : POOLS.shared,
    ),
    dataDir: read('STEPWISE_DATA_DIR', (value) => value, usual.dataDir),
    dataDirIsDefault: !env['STEPWISE_DATA_DIR']?.trim(),
    databaseUrl,
    sopsDir: read<string | null>('STEPWISE_SOPS', (value) => value, null),
    ownerUrl,
    redisUrl: read<string | null>('REDIS_URL', urlOf(['redis:', 'rediss:']), null),
    role,
    demo,
    leaseMs: read('STEPWISE_LEASE', durationOf(10_000, 24 * 3_600_000), usual.leaseMs),
    tokenTtlMs: read('STEPWISE_TOKEN_TTL', durationOf(60_000, 30 * 24 * 3_600_000), usual.tokenTtlMs),
    reauthMs: read('STEPWISE_REAUTH_AFTER', durationOf(60_000, 12 * 3_600_000), usual.reauthMs),
    connections: read<Config['connections']>('STEPWISE_CONNECTIONS', connectionsOf, {}),
    bodyLimitBytes: read('STEPWISE_BODY_LIMIT', bytesOf, usual.bodyLimitBytes),
    requestsPerMinute: read('STEPWISE_REQUESTS_PER_MINUTE', countOf(0, 999_999), usual.requestsPerMinute),
    logLevel: read('STEPWISE_LOG_LEVEL', oneOf(...LOG_LEVELS), usual.logLevel),
    backupDir: read<string | null>('STEPWISE_BACKUP_DIR', (value) => value, usual.backupDir),
    backupEveryMs: read(
      'STEPWISE_BACKUP_EVERY',
      durationOf(60_000, 31 * 24 * 3_600_000),
      usual.backupEveryMs,
    ),
    backupKeep: read('STEPWISE_BACKUP_KEEP', countOf(1, 1_000), usual.backupKeep),
    threads: read('STEPWISE_THREADS', countOf(1, 64), usual.threads),
  });
  if (errors.length > 0) throw new ConfigInvalid(errors);
  return config;
}

const needsDatabase: Text = {
  en: 'api and worker share a database with other processes; give it in DATABASE_URL',
  'zh-CN': 'api 和 worker 需要与其他进程共用数据库，请设置 DATABASE_URL',
};
const ownsDatabase: Text = {
  en: 'names the owner of the tables in the database of DATABASE_URL; give that too',
  'zh-CN': '用于指定 DATABASE_URL 所指数据库中数据表的所有者，请同时设置 DATABASE_URL',
};
function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'en' in value && 'zh-CN' in value;
}

function findUnknown(env: Env): ConfigError[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('STEPWISE_') && !name.startsWith('STEPWISE_TEST_'))
    .filter((name) => !OWN_VARIABLES.includes(name))
    .map((variable) => ({
      variable,
      message: {
        en: `is not a variable of Stepwise; there are ${OWN_VARIABLES.join(', ')}`,
        'zh-CN': `不是 Stepwise 的变量；可用的有 ${OWN_VARIABLES.join('、')}`,
      },
    }));
}

function oneOf<T extends string>(...values: T[]): (value: string) => T | Text {
  return (value) =>
    values.find((one) => one === value) ?? {
      en: `must be ${values.join(' or ')}, not ${JSON.stringify(value)}`,
      'zh-CN': `只能是 ${values.join('、')}，不能是 ${JSON.stringify(value)}`,
    };
}

function portOf(value: string): number | Text {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  return {
    en: `must be a whole number from 0 to 65535, not ${JSON.stringify(value)}`,
    'zh-CN': `必须是 0 到 65535 的整数，不能是 ${JSON.stringify(value)}`,
  };
}

function countOf(min: number, max: number): (value: string) => number | Text {
  return (value) => {
    if (/^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max) return Number(value);
    return {
      en: `must be a whole number from ${min} to ${max}, not ${JSON.stringify(value)}`,
      'zh-CN': `必须是 ${min} 到 ${max} 的整数，不能是 ${JSON.stringify(value)}`,
    };
  };
}

/** The value may hold a password: it is never repeated. */
function urlOf(protocols: string[]): (value: string) => string | Text {
  return (value) => {
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    const example = `${protocols.at(-1)}//user:password@host/name`;
    return { en: `must be an address such as ${example}`, 'zh-CN': `必须是形如 ${example} 的地址` };
  };
}

function durationOf(minMs: number, maxMs: number): (value: string) => number | Text {
  return (value) => {
    const ms = parseDuration(value);
    if (ms !== null && ms >= minMs && ms <= maxMs) return ms;
    const [from, to] = [`PT${minMs / 1000}S`, `PT${maxMs / 3_600_000}H`];
    return {
      en: `must be an ISO 8601 duration from ${from} to ${to}, such as PT2M, not ${JSON.stringify(value)}`,
      'zh-CN': `必须是 ${from} 到 ${to} 之间的 ISO 8601 时长(例如 PT2M)，不能是 ${JSON.stringify(value)}`,
    };
  };
}

function bytesOf(value: string): number | Text {
  const match = /^(\d{1,9})(KiB|MiB)?$/.exec(value);
  const unit = { KiB: 1024, MiB: 1024 * 1024 }[match?.[2] ?? ''] ?? 1;
  const bytes = Number(match?.[1]) * unit;
  if (bytes >= 64 * 1024 && bytes <= 64 * 1024 * 1024) return bytes;
  return {
    en: `must be a size from 64KiB to 64MiB, not ${JSON.stringify(value)}`,
    'zh-CN': `必须是 64KiB 到 64MiB 之间的大小，不能是 ${JSON.stringify(value)}`,
  };
}
