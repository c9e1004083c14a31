import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A client that bundles one package; where it is built. */
function clientWith(root, { licence, text }) {
  const folder = join(root, 'node_modules', 'invented');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'client', version: '0.0.0', private: true }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'invented', version: '1.2.3', license: licence }));
  writeFileSync(join(folder, 'index.js'), 'export const answer = () => window.name.length;');
  if (text !== undefined) {
    writeFileSync(join(folder, 'LICENSE'), text);
  }
  writeFileSync(join(root, 'main.js'), "import { answer } from 'invented';\nwindow.name = String(answer());");
  writeFileSync(
    join(root, 'vite.config.mjs'),
    `import { licences } from '${join(process.cwd(), 'licences.js')}';
    export default {
      plugins: [licences('${join(root, 'licenses.txt')}')],
      build: { rollupOptions: { input: '${join(root, 'main.js')}' } },
    };`,
  );
}

/** What /licenses.txt says once it is built; the error where the build stops. */
function built(client) {
  const root = mkdtempSync(join(tmpdir(), 'redress-licences-'));
  try {
    clientWith(root, client);
    execFileSync(process.execPath, [join(process.cwd(), 'node_modules/vite/bin/vite.js'), 'build'], {
      cwd: root,
      stdio: 'pipe',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    return readFileSync(join(root, 'licenses.txt'), 'utf8');
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('the licence of a bundled package is told word by word, and so are those of the typefaces', () => {
  const told = built({ licence: 'MIT', text: 'Copyright (c) 2020 Somebody Invented. Permission …' });
  expect(told).toContain('invented 1.2.3 (MIT)');
  expect(told).toContain('Copyright (c) 2020 Somebody Invented. Permission …');
  expect(told).toContain('noto-serif-sc');
  expect(told).toContain('SIL OPEN FONT LICENSE Version 1.1');
});

test('a package that leaves the text of the MIT licence away gets it', () => {
  expect(built({ licence: 'MIT' })).toContain('The above copyright notice and this permission notice');
});

test('a licence that is not allowed stops the build, and so does a package that names none', () => {
  expect(() => built({ licence: 'GPL-3.0-only', text: 'GPL' })).toThrow(/invented/);
  expect(() => built({ licence: 'MIT AND GPL-3.0-only', text: 'both' })).toThrow(/invented/);
  expect(() => built({ text: 'nothing said' })).toThrow(/invented/);
  expect(built({ licence: 'MIT OR GPL-3.0-only', text: 'either' })).toContain('invented');
});

test('a licence other than MIT has to come with its text', () => {
  expect(() => built({ licence: 'Apache-2.0' })).toThrow(/does not bring its text/);
});
