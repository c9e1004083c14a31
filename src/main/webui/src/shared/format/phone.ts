import { condensed } from './typed';

const PUNCTUATION = /[-‐‑‒–—―−ー()/.]/g;
const HOME_COUNTRY = /^(\+|00)86/;
const MOBILE = /^1[3-9]\d{9}$/;

/** Mobile number with a leading 0, formerly dialled for other cities, or with 86 but no plus sign. */
const PREFIXED_MOBILE = /^(?:0|86)(1[3-9]\d{9})$/;

/** Landline with area code: 010 or 02x with eight digits, or four digits such as 0768 with seven or eight. */
const LANDLINE = /^(0(10|2\d)[2-9]\d{7}|0[3-9]\d{2}[2-9]\d{6,7})$/;
const LOCAL = /^[2-9]\d{6,7}$/;
const SERVICE = /^[48]00\d{7}$/;

/** ITU E.164: at most fifteen digits. */
const FOREIGN = /^\+[1-9]\d{6,14}$/;

const domestic = (number: string) =>
  PREFIXED_MOBILE.exec(number)?.[1] ??
  ([MOBILE, LANDLINE, LOCAL, SERVICE].some((form) => form.test(number)) ? number : undefined);

/**
 * Normalises a phone number as the service does (io.redress.identity.Phone); undefined if it is no phone number. Both
 * implementations are tested on typed-vectors.json.
 */
export function normalisedPhone(typed: string): string | undefined {
  const number = condensed(typed).replace(PUNCTUATION, '');
  const atHome = number.replace(HOME_COUNTRY, '');
  if (atHome !== number) {
    // The international form of a landline omits the 0 of the area code.
    return domestic(LANDLINE.test(`0${atHome}`) ? `0${atHome}` : atHome);
  }
  const dialled = number.replace(/^00/, '+');
  if (dialled.startsWith('+')) {
    return FOREIGN.test(dialled) ? dialled : undefined;
  }
  return domestic(dialled);
}

export const isPhone = (typed: string) => normalisedPhone(typed) !== undefined;
