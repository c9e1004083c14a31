// What Maven calls when the program is packaged: the bill of materials (CycloneDX 1.6) that Maven has made of the Java libraries
// gets the npm packages of the web client and the typefaces of the bulletins, so that there is one bill of all that is shipped.
//   node sbom.js target/redress-sbom.json
// npm itself tells what is installed; what only builds and tests need is left out. A licence that is not allowed stops the build.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ALLOWED } from '../webui/licences.js';

const webui = new URL('../webui/', import.meta.url);
const satisfies = createRequire(webui)('spdx-satisfies');

function installed(folder) {
  const { stdout, stderr, status } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) {
    throw new Error(`npm cannot tell what is installed in ${folder.pathname}: ${stderr}`);
  }
  return JSON.parse(stdout);
}

/** By the lock file: neither a tool of the build nor something that only a tool asks for. */
function shipped(folder) {
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', folder), 'utf8'));
  return new Set(
    Object.entries(packages)
      .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
      .map(([path, { version }]) => `${path.replace(/.*node_modules\//, '')}@${version}`),
  );
}

const licenceOf = (component) =>
  (component.licenses ?? []).map(({ expression, license }) => expression ?? license.id ?? license.name).join(' AND ');

function demandAllowed(component) {
  const licence = licenceOf(component);
  if (licence === '' || !satisfies(licence, ALLOWED)) {
    throw new Error(`${component['bom-ref']} has the licence ${licence || '(none)'}, which is not on the list in licences.js`);
  }
}

/** What one folder of npm's ships, and what of it the program asks for itself. */
function bill(folder) {
  const names = shipped(folder);
  const { components, dependencies } = installed(folder);
  const kept = components.filter((component) => names.has(component['bom-ref']));
  if (kept.length < names.size) {
    throw new Error(`not everything that ${folder.pathname}package-lock.json locks is installed`);
  }
  kept.forEach(demandAllowed);
  const within = ({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => names.has(each)) });
  const { dependencies: wanted } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  return {
    components: kept,
    dependencies: dependencies.filter(({ ref }) => names.has(ref)).map(within),
    direct: Object.entries(wanted).map(([name, version]) => `${name}@${version}`),
  };
}

/** One bill of both; what only the other names stays as it is. */
function add({ components, dependencies, direct }, whole) {
  const known = new Set(whole.components.map((component) => component['bom-ref']));
  const added = components.filter((component) => !known.has(component['bom-ref']));
  const names = new Set(added.map((component) => component['bom-ref']));
  const root = whole.dependencies.find(({ ref }) => ref === whole.metadata.component['bom-ref']);
  whole.components.push(...added);
  whole.dependencies.push(...dependencies.filter(({ ref }) => names.has(ref)));
  root.dependsOn = [...new Set([...(root.dependsOn ?? []), ...direct])];
}

const [file] = process.argv.slice(2);
const bills = [bill(webui), bill(new URL('../fonts/', import.meta.url))];
if (existsSync(file)) {
  const whole = JSON.parse(readFileSync(file, 'utf8'));
  bills.forEach((each) => add(each, whole));
  writeFileSync(file, JSON.stringify(whole, null, 2));
} else {
  console.warn(`There is no ${file}: Maven makes no bill of materials while it is offline (-o).`);
}
