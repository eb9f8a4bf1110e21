import { availableParallelism } from 'node:os';
import { swcOptions } from './bin/swc-options.mjs';

/** Four rooms of tests, from the quickest to the slowest; each is a jest project and can be run alone with --selectProjects. */
const transform = { '^.+\\.tsx?$': ['@swc/jest', { ...swcOptions, sourceMaps: 'inline' }] };
// Packages that exist as ES modules only and that others `require`: Node 20.19 can, jest cannot before Node 24.9.
const esmOnly = ['content-disposition'];
transform[`/node_modules/(?:${esmOnly.join('|')})/.+\\.js$`] = [
  '@swc/jest',
  { jsc: { target: 'es2023' }, module: { type: 'commonjs' } },
];
const project = (name, more = {}) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform,
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmOnly.join('|')})/)`],
  ...more,
});
const real = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};
export default {
  projects: [
    project('unit'),
    project('db', real),
    project('e2e', real),
    project('browser', { ...real, globalSetup: '<rootDir>/test/support/browser-setup.mjs' }),
  ],
  // Generous: on a busy machine a test takes several times as long, and that is no fault of what it tests.
  testTimeout: 180_000,
  // Tests wait for a server or a browser half of the time: one worker would leave a core idle on a small machine.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // ES modules of a finished file stay in memory; a process that holds too many of them gets slow, then dies.
  workerIdleMemoryLimit: '1GB',
};
