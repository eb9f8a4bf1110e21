import { defineConfig } from 'prisma/config';

// Generating the client needs no schema engine, but the CLI would download one; any existing program keeps it offline.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
