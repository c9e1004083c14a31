// What Maven calls: builds the client when anything it is made of has changed since it was last built. Checking and testing it
// takes minutes and is begun beside, while Maven goes on; "make.js checked" waits for that, and fails when it has failed. Neither
// happens with -DskipTests, whose value Maven hands over.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';

const here = new URL('./', import.meta.url);
const stamp = new URL('../../../target/webui/.made-of', here);
const checks = new URL('../../../target/webui-checks/', here);
const [passed, begun, told] = ['passed', 'begun', 'log'].map((file) => new URL(file, checks));
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
  if (statSync(file).isFile() && !/api\/(contract|labels)\.ts$/.test(file.href)) {
    madeOf.update(file.pathname.slice(here.pathname.length)).update(readFileSync(file));
  }
}
const digest = madeOf.digest('hex');
const says = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
const run = (...words) => {
  const { status } = spawnSync('npm', words, { cwd: here, stdio: 'inherit' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
};

function bundle() {
  const locked = readFileSync(new URL('package-lock.json', here));
  const installed = new URL('node_modules/.installed', here);
  if (!existsSync(installed) || !readFileSync(installed).equals(locked)) {
    run('ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error');
    writeFileSync(installed, locked);
  }
  run('run', '--silent', 'bundle');
  writeFileSync(stamp, digest);
}

function check() {
  run('run', '--silent', 'checks');
  mkdirSync(checks, { recursive: true });
  writeFileSync(passed, digest);
}

/** Outlives this process, but not the build by long. */
function beginChecks() {
  rmSync(checks, { recursive: true, force: true });
  mkdirSync(checks, { recursive: true });
  const log = openSync(told, 'w');
  const { pid } = spawn(process.execPath, ['make.js', 'check'], {
    cwd: here,
    detached: true,
    stdio: ['ignore', log, log],
  });
  writeFileSync(begun, `${digest} ${pid}`);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Of which client checking was begun, and the process that does it. */
function beginning() {
  const [ofWhat, pid] = (says(begun) ?? '').split(' ');
  return [ofWhat, Number(pid)];
}

async function awaitChecks() {
  const [ofWhat, pid] = beginning();
  if (ofWhat === digest) {
    while (isAlive(pid) && says(passed) !== digest) {
      await new Promise((done) => setTimeout(done, 200));
    }
    console.log(says(told));
    rmSync(begun);
    if (says(passed) !== digest) {
      process.exit(1);
    }
  } else {
    check();
  }
}

if (process.argv[2] === 'check') {
  check();
} else if (process.argv[2] === 'checked') {
  if (says(passed) !== digest || existsSync(begun)) {
    await awaitChecks();
  }
} else {
  if (says(stamp) !== digest) {
    bundle();
  }
  const [ofWhat, pid] = beginning();
  const areSkipped = process.argv[2] === 'true';
  if (!areSkipped && says(passed) !== digest && !(ofWhat === digest && isAlive(pid))) {
    beginChecks();
  }
  process.exit();
}
