import type { FormInstance } from 'antd';
import { ProblemError } from './client';

type Path = (string | number)[];

/** {@code /investments/0/principal} as a form names its fields. */
export function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((name) => (/^\d+$/.test(name) ? Number(name) : name));
}

/** Puts each error of a refusal beside its field; returns what has no field here, to be shown above the form. */
export function placeErrors(form: FormInstance, error: unknown): string[] {
  if (!(error instanceof ProblemError)) {
    return [String(error)];
  }
  const errors = error.problem.errors ?? [];
  if (errors.length === 0) {
    return [error.problem.detail];
  }
  const homeless: string[] = [];
  const placed = errors.flatMap(({ pointer, message }) => {
    const name = fieldAt(form, pathOf(pointer));
    if (name === undefined) {
      homeless.push(`${pointer} ${message}`.trim());
      return [];
    }
    return [{ name, errors: [message] }];
  });
  form.setFields(placed);
  placed.forEach(({ name }) => uncover(document.getElementById(name.join('_'))));
  const first = placed[0];
  if (first !== undefined) {
    form.scrollToField(first.name, { behavior: 'smooth', block: 'center', focus: true });
  }
  return homeless;
}

/** Opens whatever a field lies shut in. */
function uncover(field: HTMLElement | null) {
  for (let around = field?.closest('details'); around != null; around = around.parentElement?.closest('details')) {
    around.open = true;
  }
}

/** The field of this place or of the place around it. */
function fieldAt(form: FormInstance, path: Path): Path | undefined {
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length);
    if (form.getFieldInstance(name) !== undefined) {
      return name;
    }
  }
  return undefined;
}
