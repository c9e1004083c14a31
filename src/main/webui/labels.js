// Writes what the client knows of the contract beside its types: the names of codes (x-labels) and who may call what (x-roles).
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const contract = parse(readFileSync(new URL('../../../openapi/redress.yaml', import.meta.url), 'utf8'));
const named = Object.entries(contract.components.schemas).filter(([, schema]) => schema['x-labels'] !== undefined);
const inLanguage = (labels, language) =>
  Object.fromEntries(Object.entries(labels).map(([code, label]) => [code, label[language]]));
const dictionary = (language) => {
  const labels = {};
  for (const [name, schema] of named) {
    labels[name] = inLanguage(schema['x-labels'], language);
    if (schema['x-amount-labels'] !== undefined) {
      labels[`${name}Amount`] = { ...labels[name], ...inLanguage(schema['x-amount-labels'], language) };
    }
  }
  return labels;
};
const fields = named.flatMap(([name, schema]) => {
  const type = `Record<Schemas['${name}'], string>`;
  return schema['x-amount-labels'] === undefined
    ? [`${name}: ${type}`]
    : [`${name}: ${type}`, `${name}Amount: ${type}`];
});
const text = `// Made of the contract by labels.js.
import type { Schemas } from './client';

export interface Labels {
${fields.map((field) => `  ${field};`).join('\n')}
}

export const zhLabels: Labels = ${JSON.stringify(dictionary('zh-CN'), null, 2)};

export const enLabels: Labels = ${JSON.stringify(dictionary('en'), null, 2)};
`;
writeFileSync(new URL('src/shared/api/labels.ts', import.meta.url), text);

const permissions = Object.entries(contract.paths).flatMap(([path, operations]) =>
  Object.entries(operations)
    .filter(([, operation]) => operation['x-roles'] !== undefined)
    .map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation['x-roles']]),
);
writeFileSync(
  new URL('src/shared/api/permissions.ts', import.meta.url),
  `// Made of the contract by labels.js.
/** The roles that may call an operation; any signed-in user may call one that is not here. */
export const ROLES_OF = ${JSON.stringify(Object.fromEntries(permissions), null, 2)} as const;

export type Operation = keyof typeof ROLES_OF;
`,
);
