import fc from 'fast-check';

/*
 * Properties are tried on fresh values each run. One that fails says its seed, and `SEED=… npx jest …` makes the same
 * values again.
 */
const given = process.env['SEED'];
if (given !== undefined) fc.configureGlobal({ seed: Number(given) });

export { default } from 'fast-check';
