import { condensed } from './typed';

const PUNCTUATION = /[-‐‑‒–—―−ー()/.]/g;
const HOME_COUNTRY = /^(\+|00)86/;
const MOBILE = /^1[3-9]\d{9}$/;

/** The old habit of dialling 0 before a mobile of another city, and 86 without its sign. */
const PREFIXED_MOBILE = /^(?:0|86)(1[3-9]\d{9})$/;

/** Area codes are 010, 02x with eight digits, and four digits such as 0768 with seven or eight. */
const LANDLINE = /^(0(10|2\d)[2-9]\d{7}|0[3-9]\d{2}[2-9]\d{6,7})$/;
const LOCAL = /^[2-9]\d{6,7}$/;
const SERVICE = /^[48]00\d{7}$/;

/** ITU E.164: fifteen digits at most. */
const FOREIGN = /^\+[1-9]\d{6,14}$/;

const domestic = (number: string) =>
  PREFIXED_MOBILE.exec(number)?.[1] ??
  ([MOBILE, LANDLINE, LOCAL, SERVICE].some((form) => form.test(number)) ? number : undefined);

/**
 * The number as the service keeps it (io.redress.identity.Phone), or undefined for what cannot be a telephone number. Both are
 * tested on typed-vectors.json.
 */
export function normalisedPhone(typed: string): string | undefined {
  const number = condensed(typed).replace(PUNCTUATION, '');
  const atHome = number.replace(HOME_COUNTRY, '');
  if (atHome !== number) {
    // From abroad one dials the area code without its 0.
    return domestic(LANDLINE.test(`0${atHome}`) ? `0${atHome}` : atHome);
  }
  const dialled = number.replace(/^00/, '+');
  if (dialled.startsWith('+')) {
    return FOREIGN.test(dialled) ? dialled : undefined;
  }
  return domestic(dialled);
}

export const isPhone = (typed: string) => normalisedPhone(typed) !== undefined;
