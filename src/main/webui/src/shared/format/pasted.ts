import { typedMoney } from './money';

export interface PastedInvestment {
  product: string;
  investedOn: string;
  principal: string;
  maturesOn?: string;
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** Rows copied from a spreadsheet: product, day, amount and perhaps maturity, in any order of day and amount. */
export function pastedInvestments(text: string): PastedInvestment[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.normalize('NFKC').trim()))
    .filter((cells) => cells.length > 1)
    .flatMap((cells) => {
      const days = cells.filter((cell) => DAY.test(cell)).map(isoDay);
      const amounts = cells.filter((cell) => /^[¥\d][\d,]*(\.\d{1,2})?元?$/.test(cell)).map(typedMoney);
      const product = cells.find((cell) => cell !== '' && !DAY.test(cell) && !/^[¥\d,.元]+$/.test(cell));
      const [investedOn, maturesOn] = days;
      const [principal] = amounts;
      return investedOn === undefined || principal === undefined
        ? []
        : [{ product: product ?? '', investedOn, principal, ...(maturesOn === undefined ? {} : { maturesOn }) }];
    });
}

function isoDay(cell: string): string {
  const [, year = '', month = '', date = ''] = DAY.exec(cell) ?? [];
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
