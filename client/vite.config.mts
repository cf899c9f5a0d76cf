import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the client into dist/client, from where the server serves it. `npx vite client` proxies to a running server. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: '../dist/client', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  server: {
    proxy: {
      '^/graphql$': { target: 'http://127.0.0.1:4000', ws: true },
      '/map': 'http://127.0.0.1:4000',
      '/export/': 'http://127.0.0.1:4000',
      '^/import/': 'http://127.0.0.1:4000',
      '/healthz': 'http://127.0.0.1:4000',
    },
  },
});
