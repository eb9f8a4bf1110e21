/**
 * The layout is the architecture: rooms stand in layers, and an import only ever points down.
 * The first layer is the top; a room may import its own layer and everything below it.
 */
const layers = [
  [
    'main',
    'announcement',
    'app',
    'app.module',
    'boot',
    'check-start',
    'edge',
    'migrate-alone',
    'open-database',
    'openapi',
    'preflight',
    'cli',
    'demo',
    'health',
  ],
  ['console', 'metrics', 'channels', 'automation', 'record'],
  ['routing'],
  ['tickets'],
  ['sops'],
  ['people', 'queues'],
  ['audit', 'writes', 'backup', 'threads'],
  ['database'],
  [
    'engine',
    'calendar',
    'around',
    'problems',
    'words',
    'clock',
    'config',
    'config-connections',
    'config-database',
    'config-network',
    'telemetry',
    'in-time',
    'log',
  ],
];
const rooms = (names) => `^src/(${names.map((name) => name.replace('.', '\\.')).join('|')})(/|\\.ts$)`;

const downwards = layers.slice(1).map((names, index) => ({
  name: `layer-${names[0]}`,
  comment: `${names.join(', ')} must not know what stands above.`,
  severity: 'error',
  from: { path: rooms(names) },
  to: { path: rooms(layers.slice(0, index + 1).flat()) },
}));

/** The same inside the larger rooms, whose floors stand on each other; the files beside them see them all. */
const floors = {
  engine: [['check', 'diff'], ['explore'], ['run'], ['machine'], ['forms'], ['cel'], ['format'], ['common']],
  metrics: [['cases'], ['overview', 'bottlenecks'], ['steps', 'backlog', 'people'], ['shared']],
  people: [
    ['guards'],
    ['sign-in'],
    ['sessions', 'teams'],
    ['users'],
    ['accounts', 'throttle'],
    ['access', 'passwords', 'names'],
    ['common'],
  ],
  'console/kit': [['sop-diagram', 'schema-form', 'ticket-story', 'account'], ['problems'], ['common']],
  'console/manager': [['overview', 'steps', 'bottlenecks', 'people', 'tickets'], ['common']],
  'console/admin': [['people', 'teams', 'connections', 'record'], ['common']],
  tickets: [['walk'], ['http'], ['read'], ['door'], ['decide'], ['rights', 'search'], ['closing', 'model']],
  'console/agent': [['desk', 'ticket'], ['step'], ['around'], ['map'], ['common']],
  'console/designer': [['editor'], ['panel', 'versions', 'compare', 'walk'], ['common'], ['yaml']],
};
const floorsDownwards = Object.entries(floors).flatMap(([room, all]) =>
  all.map((names, index) => ({
    name: `${room.split('/').at(-1)}-${names[0]}`,
    comment: `${names.join(', ')} must not know what stands above or beside.`,
    severity: 'error',
    from: { path: `^src/${room}/(${names.join('|')})/` },
    to: {
      path: `^src/${room}/([^/]+$|(${all
        .slice(0, index + 1)
        .flat()
        .join('|')})/)`,
      pathNot: `^src/${room}/$1/`,
    },
  })),
);

const outside = '^node:|node_modules/(@nestjs|@prisma|pg|bullmq|ioredis|undici)/|^src/database/';

module.exports = {
  forbidden: [
    ...downwards,
    ...floorsDownwards,
    {
      name: 'pure-core',
      comment: 'The engine and the calendar are pure: no framework, no database, no input or output.',
      severity: 'error',
      from: { path: '^src/(engine|calendar)/' },
      to: { path: [outside, '^src/(config|clock|telemetry)\\.ts$', '^src/problems/(?!problem\\.ts$)'] },
    },
    {
      name: 'words-alone',
      comment:
        'Server and pages share the words: plain data and pure functions that pull nothing else into a page.',
      severity: 'error',
      from: { path: '^src/words/' },
      to: { pathNot: '^src/words/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-without-role',
      comment: 'In a feature folder a file without a role suffix is pure; I/O belongs to a file with a role.',
      severity: 'error',
      from: {
        path: '^src/(audit|people|sops|tickets|routing|automation|metrics|channels|record)/',
        pathNot:
          '\\.(service|controller|processor|dto|module|guard|decorator|decorators|interceptor|filter|pipe)\\.ts$',
      },
      to: { path: outside, pathNot: '^node:crypto$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one idea, or hide a third.',
      severity: 'error',
      from: { pathNot: '^src/database/generated/' },
      to: { circular: true },
    },
    {
      name: 'console-alone',
      comment:
        'What runs in the browser knows the server by its contract and its words only; types of the core may be shared.',
      severity: 'error',
      from: { path: '^src/console/([^/]+/|main)' },
      to: { path: '^src/(?!console/|words/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'console-rooms',
      comment: 'The workspaces of the console do not know each other; what they share stands beside them.',
      severity: 'error',
      from: { path: '^src/console/(agent|designer|manager|lead|admin)/' },
      to: { path: '^src/console/(agent|designer|manager|lead|admin|shell)/', pathNot: '^src/console/$1/' },
    },
    {
      name: 'console-kit',
      comment: 'What the workspaces share does not know them.',
      severity: 'error',
      from: { path: '^src/console/(api|i18n|kit)/' },
      to: { path: '^src/console/(agent|designer|manager|lead|admin|shell)/' },
    },
    {
      name: 'not-declared',
      comment:
        'What the program needs when it runs stands under "dependencies"; the console is built beforehand.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/console/([^/]+/|main)' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'not-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/database/generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
