/**
 * Property tests draw the same worlds on every machine, so that a red run can be repeated as it was.
 * `FC_SEED=7 npm test` draws others; whoever changes what they test should look at some.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261122) });
