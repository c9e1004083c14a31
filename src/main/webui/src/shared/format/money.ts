import { condensedFigures } from './typed';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '兆'];

/** 12345.6 becomes 12,345.60. Amounts are strings; they are never converted to floating-point numbers. */
export function formatMoney(amount: string): string {
  const [whole = '0', cents = ''] = amount.replace('-', '').split('.');
  const sign = amount.startsWith('-') ? '-' : '';
  return `${sign}${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${cents.padEnd(2, '0')}`;
}

/** The amount in Chinese numerals, as on a receipt (支付结算办法 附一); empty while the input is no amount. */
export function amountInWords(amount: string): string {
  const found = /^(\d{1,16})(?:\.(\d{1,2}))?$/.exec(amount);
  if (found === null) {
    return '';
  }
  const yuan = wholeInWords((found[1] ?? '').replace(/^0+/, ''));
  const [jiao = '0', fen = '0'] = (found[2] ?? '').padEnd(2, '0');
  if (jiao === '0' && fen === '0') {
    return `${yuan || '零'}元整`;
  }
  const small =
    (jiao === '0' ? (yuan === '' ? '' : '零') : `${digit(jiao)}角`) + (fen === '0' ? '整' : `${digit(fen)}分`);
  return (yuan === '' ? '' : `${yuan}元`) + small;
}

function wholeInWords(whole: string): string {
  let words = '';
  let isZeroDue = false;
  for (let place = whole.length - 1, i = 0; place >= 0; place--, i++) {
    const figure = whole.charAt(i);
    if (figure === '0') {
      isZeroDue = words !== '';
    } else {
      words += (isZeroDue ? '零' : '') + digit(figure) + (UNITS[place % 4] ?? '');
      isZeroDue = false;
    }
    const group = whole.slice(Math.max(0, i - 3), i + 1);
    if (place % 4 === 0 && place > 0 && Number(group) > 0) {
      words += GROUPS[place / 4] ?? '';
    }
  }
  return words;
}

const digit = (figure: string) => DIGITS.charAt(Number(figure));

/**
 * Normalises an amount that was typed with commas or in 万, or pasted, for the request. Text that is no amount is returned
 * without blanks and marks.
 */
export function normalisedMoney(typed: string): string {
  const text = condensedFigures(typed).replace(/[,¥元]/g, '');
  const [, whole = '', parts = ''] = /^(\d{1,12})(?:\.(\d{1,4}))?万$/.exec(text) ?? [];
  return whole === '' ? text : whole + parts.padEnd(4, '0');
}

export const isMoney = (amount: string) => /^\d{1,16}(\.\d{1,2})?$/.test(amount);
