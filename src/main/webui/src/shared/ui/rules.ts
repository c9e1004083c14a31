import type { FormRule } from 'antd';
import { parseDay } from '../format/day';
import { isMoney, normalisedMoney } from '../format/money';
import { firstDay, parsePartialDate } from '../format/partialDate';
import { isPhone } from '../format/phone';
import { today } from '../format/time';
import { isBlank } from '../format/typed';
import { useWords } from '../words/WordsContext';

/** Validation triggers for fields with these rules: an error appears on blur and disappears on the next change. */
export const VALIDATE_TRIGGER = ['onChange', 'onBlur'];

const onBlur = (isInvalid: (typed: string) => boolean, message: string): FormRule => ({
  validateTrigger: 'onBlur',
  // The value may be null if it comes from a record.
  validator: (_, typed: string | null | undefined) =>
    typed != null && !isBlank(typed) && isInvalid(typed) ? Promise.reject(new Error(message)) : Promise.resolve(),
});

/** Validation rules that show errors of the service earlier. The service decides. */
export function useRules() {
  const { words } = useWords();
  const day = onBlur((typed) => parseDay(typed) === undefined, words.dayWrong);
  const partialDate = onBlur((typed) => parsePartialDate(typed) === undefined, words.partialDateWrong);
  return {
    required: { required: true, message: words.required, validateTrigger: 'onChange' } satisfies FormRule,
    day,
    pastDay: [day, onBlur((typed) => (parseDay(typed) ?? '') > today(), words.dayInFuture)],
    partialDate,
    pastPartialDate: [
      partialDate,
      onBlur((typed) => firstDay(parsePartialDate(typed) ?? '') > today(), words.dayInFuture),
    ],
    amount: onBlur((typed) => !isMoney(normalisedMoney(typed)), words.amountWrong),
    phone: onBlur((typed) => !isPhone(typed), words.phoneWrong),
    onBlur,
  };
}
