/** Whether it may be a telephone number: a mobile of eleven digits, a landline, or a foreign one with its +. */
export function isPhone(typed: string): boolean {
  const number = typed.normalize('NFKC').replace(/[-‐‑‒–—―−ー()/.\s]/g, '');
  return /^1/.test(number) ? /^1[3-9]\d{9}$/.test(number) : /^(\+|00)?\d{7,15}$/.test(number);
}
