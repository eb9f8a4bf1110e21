import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import type pg from 'pg';
import { schemaOf } from '../config-database.js';

/** Known to Node, but not to its types without those of the browser. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, Record<string, unknown>>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let started: Promise<void> | undefined;

/** The engine leaves a timer of ten seconds behind; it must not keep a finished program alive. */
function importsOf(module: Record<string, unknown>): Record<string, unknown> {
  const imports = { ...module };
  for (const name of Object.keys(imports).filter((key) => key.startsWith('__wbg_setTimeout_'))) {
    imports[name] = (act: () => void, ms: number) => setTimeout(act, ms >>> 0).unref();
  }
  return imports;
}

/** Prisma's command line would download its schema engine; the same engine as WebAssembly is on board. */
function startWasm(): Promise<void> {
  started ??= (async () => {
    const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const module = await readFile(path.replace(/\.js$/, '.wasm'));
    const { instance } = await WebAssembly.instantiate(module, {
      './schema_engine_bg.js': importsOf(bindings),
    });
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports['__wbindgen_start'] as () => void)();
  })();
  return started;
}

/** Prisma's schema engine on our own connections. The caller frees it. */
export async function openSchemaEngine(pool: pg.Pool, datamodel: string): Promise<SchemaEngine> {
  await startWasm();
  const schema = schemaOf(String(pool.options.connectionString));
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool, { schema }));
  return bindings.SchemaEngine.new({ datamodels: [['schema.prisma', datamodel]] }, () => undefined, adapter);
}
