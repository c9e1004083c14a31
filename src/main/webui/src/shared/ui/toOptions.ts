/** Labels of codes as the options of a select, radio or checkbox group. */
export const toOptions = <T extends string>(labels: Record<T, string>, codes?: T[]) =>
  (codes ?? (Object.keys(labels) as T[])).map((value) => ({ value, label: labels[value] }));
