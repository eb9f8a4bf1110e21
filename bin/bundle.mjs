import { join } from 'node:path';
import { transformFile } from '@swc/core';
import { rolldown } from 'rolldown';
import { swcOptions } from './swc-options.mjs';

/** What is run by its own name. They all lie in one folder, which is as deep as the rooms are in the source. */
const ENTRIES = [
  'main',
  'cli',
  'app',
  'migrate-alone',
  'demo/sandbox-shop-alone',
  'demo/world-maker',
  'sops/sop-work.thread',
  'tickets/walk/walk.thread',
];
/** Packages that find files of their own beside themselves: they are loaded from where they are. */
const OUTSIDE = ['@node-rs/argon2', '@prisma/schema-engine-wasm', 'piscina'];

/** Our files become JavaScript as they do in the tests. */
const ours = {
  name: 'ours',
  load: {
    filter: { id: /\.ts$/ },
    async handler(id) {
      const { code, map } = await transformFile(id, { ...swcOptions, sourceMaps: true });
      return { code, map, moduleType: 'js' };
    },
  },
};

/**
 * Nest copies what a DTO inherits with a `require` of its own, which would load validators and transformers once more
 * beside those of the bundle; what one of them notes, the other would not know.
 */
const oneOfEach = {
  name: 'one-of-each',
  transform: {
    filter: { id: /\/@nestjs\/mapped-types\/dist\/type-helpers\.utils\.js$/ },
    handler(code) {
      const own = 'const require = createRequire(import.meta.url);';
      if (!code.includes(own)) throw new Error('@nestjs/mapped-types loads its packages in another way now');
      return { code: code.replace(own, ''), map: null };
    },
  },
};

/** Prisma brings its compiler of queries as text; as a file it is not in memory three times. */
const wasmAsFile = {
  name: 'wasm-as-file',
  load: {
    filter: { id: /\/@prisma\/client\/runtime\/query_compiler_.*\.wasm-base64\.mjs$/ },
    async handler(id) {
      const { wasm } = await import(id);
      const fileName = 'query-compiler.wasm';
      this.emitFile({ type: 'asset', fileName, source: Buffer.from(wasm, 'base64') });
      return `import { readFileSync } from 'node:fs';
        export const wasm = readFileSync(new URL('./${fileName}', import.meta.url));`;
    },
  },
};

/** Puts the server of `root` and the packages that it uses into a few files: hundreds take three times as long to load. */
export async function bundleServer(root, dir) {
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(
      ENTRIES.map((name) => [name.split('/').at(-1), join(root, 'src', `${name}.ts`)]),
    ),
    platform: 'node',
    resolve: { extensionAlias: { '.js': ['.js', '.ts'] } },
    external: (id) => OUTSIDE.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [ours, oneOfEach, wasmAsFile],
    // Packages ask for others that are not there, and do without them.
    onLog: (level, log, tell) => {
      if (log.code !== 'UNRESOLVED_IMPORT' || !log.id?.includes('node_modules')) tell(level, log);
    },
  });
  try {
    return await bundle.write({
      dir,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      // Nest and the problems go by the names of classes.
      keepNames: true,
      // What a file does when it is loaded (decorators, reflection) is done in the order of the source.
      strictExecutionOrder: true,
      comments: { legal: true, annotation: false, jsdoc: false },
      sourcemap: true,
    });
  } finally {
    await bundle.close();
  }
}
