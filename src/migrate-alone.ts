import { migrateDatabase } from './database/migrate.js';
import { workApart } from './threads/apart.js';

// The process that `openDatabase` migrates in.
workApart<{ url: string }, never, string[]>(({ url }) => migrateDatabase(url));
