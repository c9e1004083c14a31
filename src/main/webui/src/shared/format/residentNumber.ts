import { condensed } from './typed';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

export interface ResidentNumberInfo {
  bornOn: string;
  sex: 'MALE' | 'FEMALE';
}

/**
 * Birth date and sex from a resident identity number (GB 11643-1999); undefined if the number is invalid. Only a hint; the
 * service decides.
 */
export function parseResidentNumber(typed: string): ResidentNumberInfo | undefined {
  const number = condensed(typed);
  if (!/^\d{17}[\dX]$/.test(number)) {
    return undefined;
  }
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0);
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const isDay = new Date(`${bornOn}T00:00:00Z`).toJSON()?.startsWith(bornOn) ?? false;
  if (CHECKS.charAt(sum % 11) !== number.charAt(17) || !isDay) {
    return undefined;
  }
  return { bornOn, sex: Number(number.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE' };
}
