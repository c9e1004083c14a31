// What Maven calls: builds the client when anything it is made of has changed since it was last built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';

const here = new URL('./', import.meta.url);
const stamp = new URL('../../../target/webui/.made-of', here);
const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.name === 'node_modules' || entry.name.startsWith('.')
      ? []
      : entry.isDirectory()
        ? files(new URL(`${entry.name}/`, folder))
        : [new URL(entry.name, folder)],
  );
const madeOf = createHash('sha256');
// What the tests share with those of the service is looked at, too.
const besides = [
  '../../../openapi/redress.yaml',
  '../fonts/package-lock.json',
  '../../test/resources/typed-vectors.json',
  '../../test/resources/validator-vectors.json',
].map((file) => new URL(file, here));
for (const file of [...files(here), ...besides].sort()) {
  if (statSync(file).isFile() && !file.href.endsWith('contract.ts')) {
    madeOf.update(file.pathname.slice(here.pathname.length)).update(readFileSync(file));
  }
}
const digest = madeOf.digest('hex');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
  process.exit(0);
}
const run = (...words) => {
  const { status } = spawnSync('npm', words, { cwd: here, stdio: 'inherit' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
};
const locked = readFileSync(new URL('package-lock.json', here));
const installed = new URL('node_modules/.installed', here);
if (!existsSync(installed) || !readFileSync(installed).equals(locked)) {
  run('ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(installed, locked);
}
run('run', '--silent', 'build');
writeFileSync(stamp, digest);
