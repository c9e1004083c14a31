/** Labels by code as the choices of a field. */
export const options = <T extends string>(labels: Record<T, string>, some?: T[]) =>
  (some ?? (Object.keys(labels) as T[])).map((value) => ({ value, label: labels[value] }));
