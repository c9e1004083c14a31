import type { FormInstance } from 'antd';
import { ProblemError } from './client';

type Path = (string | number)[];

/** JSON pointer, such as /investments/0/principal, as the name path of a form field. */
export function fieldPath(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((name) => (/^\d+$/.test(name) ? Number(name) : name));
}

/** Initial values from a record: null values are left out, because antd forms use undefined. */
export function withoutNulls<T>(record: T): T {
  if (Array.isArray(record)) {
    return record.map((part: unknown) => withoutNulls(part)) as T;
  }
  if (typeof record !== 'object' || record === null || Object.getPrototypeOf(record) !== Object.prototype) {
    return record;
  }
  const present = Object.entries(record).filter(([, value]) => value !== null);
  return Object.fromEntries(present.map(([name, value]) => [name, withoutNulls(value as unknown)])) as T;
}

/** Shows each error of a refusal at its field. Returns the errors without a field, which belong above the form. */
export function setFieldErrors(form: FormInstance, error: unknown): string[] {
  if (!(error instanceof ProblemError)) {
    return [String(error)];
  }
  const errors = error.problem.errors ?? [];
  if (errors.length === 0) {
    return [error.problem.detail];
  }
  const unmatched: string[] = [];
  const matched = errors.flatMap(({ pointer, message }) => {
    const name = findField(form, fieldPath(pointer));
    if (name === undefined) {
      unmatched.push(`${pointer} ${message}`.trim());
      return [];
    }
    return [{ name, errors: [message] }];
  });
  form.setFields(matched);
  matched.forEach(({ name }) => openDetails(document.getElementById(name.join('_'))));
  const first = matched[0];
  if (first !== undefined) {
    form.scrollToField(first.name, { behavior: 'smooth', block: 'center', focus: true });
  }
  return unmatched;
}

/** A field with a validation error, and its label on the screen. */
export interface InvalidField {
  id: string;
  label: string;
  message: string;
}

/** Fields with a validation error, from top to bottom. */
export function invalidFields(form: FormInstance): InvalidField[] {
  return form
    .getFieldsError()
    .flatMap(({ name, errors: [message] }) => (message === undefined ? [] : [{ id: name.join('_'), message }]))
    .map(({ id, message }) => ({
      id,
      message,
      label: document.querySelector(`label[for="${id}"]`)?.textContent ?? '',
    }))
    .sort((one, other) => topOf(one.id) - topOf(other.id));
}

/** Those of the fields that still have an error. */
export function stillInvalid(before: InvalidField[], form: FormInstance): InvalidField[] {
  const now = new Set(invalidFields(form).map(({ id }) => id));
  return before.every(({ id }) => now.has(id)) ? before : before.filter(({ id }) => now.has(id));
}

function topOf(id: string): number {
  const field = document.getElementById(id);
  return field === null ? Infinity : field.getBoundingClientRect().top;
}

/** Scrolls to a field and focuses it. */
export function focusField(id: string) {
  const field = document.getElementById(id);
  openDetails(field);
  const input = field?.matches('input, textarea') === true ? field : (field?.querySelector('input') ?? field);
  input?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** Removes the service's errors from the fields that the user has changed. */
export function clearFieldErrors(form: FormInstance, changed: unknown, path: Path = []) {
  if (form.getFieldError(path).length > 0) {
    form.setFields([{ name: path, errors: [] }]);
  }
  if (typeof changed === 'object' && changed !== null) {
    Object.entries(changed).forEach(([name, part]) =>
      clearFieldErrors(form, part, [...path, Array.isArray(changed) ? Number(name) : name]),
    );
  }
}

/** Opens the collapsed sections around a field. */
function openDetails(field: HTMLElement | null) {
  for (let details = field?.closest('details'); details != null; details = details.parentElement?.closest('details')) {
    details.open = true;
  }
}

/** The registered field with this path, or the nearest registered ancestor. */
function findField(form: FormInstance, path: Path): Path | undefined {
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length);
    if (form.getFieldInstance(name) !== undefined) {
      return name;
    }
  }
  return undefined;
}
