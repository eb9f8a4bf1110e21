/**
 * Lets plain Node run our TypeScript: `node --import ./test/support/typescript.mjs file.ts`.
 * Used for what runs outside jest's own transform (its global set-up, benches).
 */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
