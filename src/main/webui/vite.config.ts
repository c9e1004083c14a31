/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { licences } from './licences.js';

const vendor = (name: string) => new URL(`src/shared/ui/vendor/${name}.ts`, import.meta.url).pathname;

export default defineConfig({
  plugins: [react(), licences()],
  // Two helpers of antd's that would write style elements without the nonce.
  resolve: {
    alias: [
      { find: /^\.\/useScrollLocker$/, replacement: vendor('useScrollLocker') },
      { find: /^\.{1,2}\/getScrollBarSize$/, replacement: vendor('getScrollBarSize') },
    ],
  },
  // Replaced in every answer, see io.redress.common.web.WebClient.
  html: { cspNonce: '__NONCE__' },
  build: {
    // ECharts, which is fetched for its one screen alone.
    chunkSizeWarningLimit: 700,
    outDir: '../../../target/webui',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        manualChunks: (id) =>
          /node_modules\/(react|react-dom|scheduler|react-router|@tanstack)\//.test(id) ? 'react' : undefined,
      },
    },
  },
  // The tests read what the tests of the service read.
  server: {
    fs: { allow: ['.', '../../test/resources'] },
    proxy: { '/api': 'http://localhost:8080', '/q': 'http://localhost:8080' },
  },
  test: {
    environment: 'jsdom',
    setupFiles: 'src/testing/setup.ts',
    restoreMocks: true,
    testTimeout: 90_000,
    // Vitest leaves a core alone; of two that is half of the machine.
    maxWorkers: '100%',
  },
});
