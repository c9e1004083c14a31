/** Invisible characters (Unicode Z, Cc, Cf): all kinds of spaces, control characters, zero-width and direction marks. */
const INVISIBLE = /[\s\p{Z}\p{Cc}\p{Cf}]/gu;

const FULL_WIDTH = /[！-～]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

const halfWidth = (text: string) =>
  text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET));

/**
 * Normalises a typed or pasted number as the service does (io.redress.identity.TypedText): half-width, upper case, without
 * spaces and invisible characters. Both implementations are tested on typed-vectors.json.
 */
export const condensed = (typed: string | null | undefined) =>
  halfWidth(typed ?? '')
    .replace(INVISIBLE, '')
    .toUpperCase();

/** Like {@link condensed}, but with Unicode NFKC, for values that only the client parses. */
export const condensedFigures = (typed: string | null | undefined) => condensed((typed ?? '').normalize('NFKC'));

/** Whether the text has no visible characters. */
export const isBlank = (typed: string | null | undefined) => condensed(typed) === '';

/**
 * One line of text without invisible characters, such as those from Word, Excel and web pages. Runs of spaces become one space.
 */
export const oneLine = (typed: string | null | undefined) =>
  (typed ?? '')
    .replace(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();

/** Applies oneLine to every string of a request. Not for multi-line text, such as a remark. */
export function oneLined<T>(sent: T): T {
  if (typeof sent === 'string') {
    return oneLine(sent) as T;
  }
  if (Array.isArray(sent)) {
    return sent.map((part: unknown) => oneLined(part)) as T;
  }
  return typeof sent === 'object' && sent !== null
    ? (Object.fromEntries(Object.entries(sent).map(([name, part]) => [name, oneLined(part as unknown)])) as T)
    : sent;
}
