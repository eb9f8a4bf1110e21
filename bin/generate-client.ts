/**
 * Writes the types of the console's client from the contract of the HTTP interface: `npm run client`.
 * With `--check` it writes nothing and fails when the file is not what the contract says.
 */
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import openapiTS, { astToString } from 'openapi-typescript';
import { WITHOUT_PREFIX } from '../src/app.js';
import { AppModule } from '../src/app.module.js';
import { Config } from '../src/config.js';
import { describeApi } from '../src/openapi.js';

const FILE = new URL('../src/console/api/schema.d.ts', import.meta.url);
const HEAD = '// Generated from the OpenAPI document by `npm run client`; not edited by hand.\n';

// Only the declarations are looked at: nothing is created, no database is asked.
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.for(new Config({ databaseUrl: 'postgresql://localhost/none' })),
  new FastifyAdapter(),
  { preview: true, logger: false },
);
app.setGlobalPrefix('api', { exclude: WITHOUT_PREFIX });
const contract = JSON.stringify(describeApi(app));
const text = HEAD + astToString(await openapiTS(contract));

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('The client does not fit the contract of the API: run `npm run client`.\n');
  process.exitCode = 1;
}
