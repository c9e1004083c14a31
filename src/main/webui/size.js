// What a browser fetches before somebody has signed in and sees their day: at most 300 kB, compressed as on the wire.
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 300 * 1000;
const folder = new URL('../../../target/webui/', import.meta.url);
const wire = (file) => gzipSync(readFileSync(new URL(file, folder)), { level: 6 }).length;
const assets = readdirSync(new URL('assets/', folder));
const page = readFileSync(new URL('index.html', folder), 'utf8');
const first = new Set([...page.matchAll(/assets\/([^"]+)/g)].map((found) => found[1]));
const follow = (name) => {
  const text = readFileSync(new URL(`assets/${name}`, folder), 'utf8');
  for (const [, imported] of text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)) {
    if (!first.has(imported)) {
      first.add(imported);
      follow(imported);
    }
  }
};
assets.filter((name) => /^(SignInPage|HomePage)-.*\.js$/.test(name)).forEach((name) => (first.add(name), follow(name)));
[...first].filter((name) => name.endsWith('.js')).forEach(follow);
const sizes = [...first].map((name) => [name, wire(`assets/${name}`)]).sort((a, b) => b[1] - a[1]);
const total = sizes.reduce((sum, [, size]) => sum + size, wire('index.html'));
for (const [name, size] of sizes) console.log(String(size).padStart(8), name);
console.log(String(total).padStart(8), `of ${BUDGET} for the first load`);
if (total > BUDGET) {
  console.error('The first load is too heavy.');
  process.exit(1);
}
