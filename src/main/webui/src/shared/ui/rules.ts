import type { FormRule } from 'antd';
import { typedDay } from '../format/day';
import { isMoney, typedMoney } from '../format/money';
import { firstDay, typedPartialDate } from '../format/partialDate';
import { isPhone } from '../format/phone';
import { today } from '../format/time';
import { isBlank } from '../format/typed';
import { useWords } from '../words/WordsContext';

/** For fields with rules of below: what is typed wrongly is told when the field is left, and no longer once it is changed. */
export const WHEN = ['onChange', 'onBlur'];

const onLeaving = (isWrong: (typed: string) => boolean, message: string): FormRule => ({
  validateTrigger: 'onBlur',
  // A record may say null where nothing was entered.
  validator: (_, typed: string | null | undefined) =>
    typed != null && !isBlank(typed) && isWrong(typed) ? Promise.reject(new Error(message)) : Promise.resolve(),
});

/** What the service would refuse, told earlier; the service decides. */
export function useRules() {
  const { words } = useWords();
  const day = onLeaving((typed) => typedDay(typed) === undefined, words.dayWrong);
  const partialDate = onLeaving((typed) => typedPartialDate(typed) === undefined, words.partialDateWrong);
  return {
    required: { required: true, message: words.required, validateTrigger: 'onChange' } satisfies FormRule,
    day,
    pastDay: [day, onLeaving((typed) => (typedDay(typed) ?? '') > today(), words.dayAhead)],
    partialDate,
    pastPartialDate: [
      partialDate,
      onLeaving((typed) => firstDay(typedPartialDate(typed) ?? '') > today(), words.dayAhead),
    ],
    amount: onLeaving((typed) => !isMoney(typedMoney(typed)), words.amountWrong),
    phone: onLeaving((typed) => !isPhone(typed), words.phoneWrong),
    onLeaving,
  };
}
