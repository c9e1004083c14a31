// Whose work is in the built client and in the bulletins, and by what licence: /licenses.txt. A licence that is not on the
// list stops the build, as it does for Java (pom.xml, license-maven-plugin); so does a package that names none.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import license from 'rollup-plugin-license';

/** SPDX identifiers. src/main/launch/sbom.js holds the typefaces, and what is installed and not bundled, to the same list. */
export const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1'];

const TYPEFACES = new URL('../fonts/node_modules/@expo-google-fonts/', import.meta.url);
const BESIDE_THE_PAGE = fileURLToPath(new URL('../../../target/webui/licenses.txt', import.meta.url));
const RULE = '='.repeat(80);

/** Some packages name their licence and leave its text away. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to
whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

function textOf({ name, version, license, licenseText, author }) {
  if (licenseText) {
    return licenseText;
  }
  if (license !== 'MIT') {
    throw new Error(`${name} ${version} has the licence ${license} and does not bring its text`);
  }
  return `The MIT License\n\nCopyright (c) ${author?.name ?? `the authors of ${name}`}\n\n${MIT}`;
}

const entry = (title, ...texts) => [RULE, title, RULE, ...texts.filter(Boolean)].join('\n\n');

const packages = (dependencies) =>
  dependencies
    .map((each) =>
      entry(`${each.name} ${each.version} (${each.license})`, textOf(each).trim(), each.noticeText?.trim()),
    )
    .sort();

function typefaces() {
  return readdirSync(TYPEFACES).map((name) => {
    const { version, license: licence } = JSON.parse(readFileSync(new URL(`${name}/package.json`, TYPEFACES), 'utf8'));
    const texts = ['LICENSE_FONT', 'LICENSE'].map((file) =>
      readFileSync(new URL(`${name}/${file}`, TYPEFACES), 'utf8').trim(),
    );
    return entry(`@expo-google-fonts/${name} ${version} (${licence})`, ...texts);
  });
}

/** The plugin of the build. */
export function licences(file = BESIDE_THE_PAGE) {
  return license({
    thirdParty: {
      multipleVersions: true,
      allow: { test: `(${ALLOWED.join(' OR ')})`, failOnUnlicensed: true, failOnViolation: true },
      output: {
        file,
        encoding: 'utf-8',
        template: (dependencies) =>
          [
            'What the web client of Redress is made of, and the typefaces of its bulletins. The Java libraries stand in',
            'META-INF/THIRD-PARTY.txt of the program, each with its licence in its own archive.',
            '',
            ...packages(dependencies),
            ...typefaces(),
            '',
          ].join('\n\n'),
      },
    },
  });
}
