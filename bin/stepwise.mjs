#!/usr/bin/env node
import { buildIfStale } from './build-if-stale.mjs';

buildIfStale();
await import('../dist/server/cli.js');
