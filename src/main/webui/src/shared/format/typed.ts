/** What shows nothing (Unicode Z, Cc, Cf): blanks of every script, control characters, zero-width and direction marks. */
const INVISIBLE = /[\s\p{Z}\p{Cc}\p{Cf}]/gu;

const FULL_WIDTH = /[！-～]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

const halfWidth = (text: string) =>
  text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET));

/**
 * A number as it was typed or pasted, in the form in which the service keeps it (io.redress.identity.TypedText): half width,
 * without blanks and invisible marks, in upper case. Both are tested on typed-vectors.json.
 */
export const condensed = (typed: string | null | undefined) =>
  halfWidth(typed ?? '')
    .replace(INVISIBLE, '')
    .toUpperCase();

/** As {@link condensed}, for what the client itself reckons with: every compatibility form of a sign is the sign (NFKC). */
export const condensedFigures = (typed: string | null | undefined) => condensed((typed ?? '').normalize('NFKC'));

/** Whether nothing can be seen of it. */
export const isBlank = (typed: string | null | undefined) => condensed(typed) === '';

/** One line of text without the marks that Word, Excel and web pages leave in it; blanks within become one space. */
export const oneLine = (typed: string | null | undefined) =>
  (typed ?? '')
    .replace(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();

/** What is sent, each text in it as one line; a text of several lines, such as a remark, does not belong in here. */
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
