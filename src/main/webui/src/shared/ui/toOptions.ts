/** Labels by code as the choices of a field. */
export const toOptions = <T extends string>(labels: Record<T, string>, codes?: T[]) =>
  (codes ?? (Object.keys(labels) as T[])).map((value) => ({ value, label: labels[value] }));
