// What Maven calls when the program is packaged: starts it once in an empty folder, asks it a little, ends it, and keeps what
// the Java machine had to learn (class-data sharing), so that every later start is spared it. Beside the program it writes
// redress.options, with which it is to be started: java @redress.options -jar quarkus-run.jar
import { spawn } from 'node:child_process';
import { mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [java, folder] = [process.argv[2], resolve(process.argv[3])];
const archive = join(folder, 'redress.jsa');
const PATIENCE = 180_000;
const PASSWORD = 'only while it is packaged 1';

/** For two cores and little memory, see src/docs/performance.md; whoever has more says so behind this file. */
const OPTIONS = [
  '-Xms64m',
  '-Xmx512m',
  '-Xmn24m',
  '-XX:+UseSerialGC',
  '-XX:MinHeapFreeRatio=10',
  '-XX:MaxHeapFreeRatio=25',
  '-XX:TieredStopAtLevel=1',
];

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function untilReady(base, program) {
  for (const since = Date.now(); Date.now() - since < PATIENCE && program.exitCode === null; ) {
    const answer = await fetch(`${base}/q/health/ready`).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('it does not become ready');
}

/** Somebody's requests, who is known by the cookie of their session. */
function visitor(base) {
  let cookie = '';
  return async (method, path, body, headers = {}) => {
    const answer = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', Cookie: cookie, ...headers },
      body: body && JSON.stringify(body),
    });
    cookie = answer.headers.getSetCookie().find((each) => each.includes('redress_session'))?.split(';')[0] ?? cookie;
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path} answers ${answer.status} ${text}`);
    }
    return answer.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : undefined;
  };
}

/** What an office does all day; everybody in it is invented. */
async function work(base) {
  const admin = visitor(base);
  await admin('POST', '/session', { username: 'admin', password: PASSWORD });
  const account = { username: 'chief', name: '黄股长（虚构）', password: `${PASSWORD}2`, roles: ['SECTION_CHIEF'] };
  await admin('POST', '/accounts', account);
  const chief = visitor(base);
  await chief('POST', '/session', { username: 'chief', password: account.password });
  await chief('PUT', '/me/password', { currentPassword: account.password, newPassword: `${PASSWORD}3` });
  const platform = await chief('POST', '/platforms', {
    name: '甲宝（虚构）',
    kind: 'ONLINE_LENDING',
    stage: 'COLLAPSED',
    setOff: ['RETURNS', 'CONSUMPTION', 'GOODS'],
    watched: true,
  });
  const registration = {
    platformId: platform.id,
    channel: 'WINDOW',
    investor: {
      kind: 'PERSON',
      name: '陈示例',
      documentType: 'RESIDENT_ID',
      documentNumber: '445102198001010018',
      phone: '13800138000',
      address: { text: '南春街道振德街社区12号' },
    },
    investments: [{ product: '季季盈', investedOn: '2019-05-20', principal: '50000.00' }],
    repayments: [{ repaidOn: '2019-11-20', kind: 'INTEREST', amount: '1200.00' }],
    evidenceShown: ['IDENTITY_DOCUMENT', 'CONTRACT'],
    noticesGiven: ['PERSONAL_INFORMATION_NOTICE'],
  };
  const { id, investor } = await chief('POST', '/registrations', registration, { 'Idempotency-Key': 'training' });
  await chief('GET', `/registrations/${id}`);
  await chief('GET', `/registrations?limit=50&platformId=${platform.id}&areaCode=445102011`);
  await chief('POST', '/investors/lookup', { name: 'csl' });
  await chief('GET', '/registrations?limit=50');
  await chief('GET', `/investors/${investor.id}`);
  await chief('POST', '/investors/lookup', { phone: '13800138000' });
  const corrected = { reason: '少写一万', investments: [{ ...registration.investments[0], principal: '60000.00' }] };
  await chief('POST', `/registrations/${id}/correct`, corrected, { 'If-Match': '"0"' });
  for (const format of ['CSV', 'XLSX']) {
    await chief('POST', '/registrations/exports', { format });
  }
  const today = new Date().toISOString().slice(0, 10);
  await chief('GET', `/figures?from=${today}&to=${today}`);
  await chief('GET', '/worklist');
}

rmSync(archive, { force: true });
const home = mkdtempSync(join(tmpdir(), 'redress-training-'));
const base = `http://127.0.0.1:${await freePort()}`;
const program = spawn(
  java,
  [
    ...OPTIONS,
    `-XX:ArchiveClassesAtExit=${archive}`,
    // What cannot be kept, of signed archives and of proxies, is told class by class.
    '-Xlog:cds=off,cds+dynamic=off',
    `-Dquarkus.http.port=${new URL(base).port}`,
    '-Dquarkus.management.port=0',
    '-jar',
    join(folder, 'quarkus-run.jar'),
  ],
  {
    cwd: home,
    env: { ...process.env, REDRESS_ADMIN_PASSWORD: PASSWORD, DB_URL: '', REDRESS_DEMO: 'false', JAVA_TOOL_OPTIONS: '' },
  },
);
let said = '';
for (const stream of [program.stdout, program.stderr]) {
  stream.on('data', (text) => (said += text));
}
const ended = new Promise((done) => program.on('exit', done));
let failure;
try {
  await untilReady(base, program);
  await work(base);
} catch (error) {
  failure = error;
}
program.kill('SIGTERM');
await ended;
rmSync(home, { recursive: true, force: true });
if (failure !== undefined || !existsSync(archive)) {
  console.error(said);
  throw failure ?? new Error(`there is no ${archive}`);
}
writeFileSync(join(folder, 'redress.options'), [...OPTIONS, `-XX:SharedArchiveFile="${archive}"`, ''].join('\n'));
