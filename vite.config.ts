import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const outDir = join(import.meta.dirname, 'dist', 'pages');

/** Compressed copies beside the files, so that the server does not compress the same bytes for every reader. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle() {
      const folder = join(outDir, 'assets');
      for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
        const bytes = readFileSync(join(folder, name));
        if (bytes.length < 1024) continue;
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, quality));
      }
    },
  };
}

/** The console. `STEPWISE_API` names the server that `npx vite` hands the API's calls to while somebody works on it. */
export default defineConfig({
  root: join(import.meta.dirname, 'src', 'console'),
  // The server writes a fresh number into every page it gives out; only what carries it may style the page.
  html: { cspNonce: '__NONCE__' },
  plugins: [precompress()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      // Components say that they run in the browser; here everything does.
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
  server: {
    host: '127.0.0.1',
    // The folder src/console/api is no address of the server's.
    proxy: { '^/api/(?!.*\\.tsx?(\\?|$))': process.env['STEPWISE_API'] ?? 'http://127.0.0.1:3000' },
  },
});
