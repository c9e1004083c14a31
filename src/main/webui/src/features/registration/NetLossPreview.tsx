import { Form } from 'antd';
import { usePlatforms } from '../../shared/api/lists';
import { amountInWords, formatMoney } from '../../shared/format/money';
import { netLoss } from '../../shared/format/netLoss';
import { useText } from '../../shared/words/bilingual';
import type { InvestmentRow, RegisterForm, RepaymentRow } from './registerForm';
import { registrationWords } from './words';

/** Net loss of the rows above, by the platform's formula. */
export function NetLossPreview({ platformId }: { platformId?: string }) {
  const t = useText(registrationWords);
  const form = Form.useFormInstance<RegisterForm>();
  const chosen = Form.useWatch('platformId', form) as string | undefined;
  const paid = (Form.useWatch('investments', { form, preserve: true }) ?? []) as (InvestmentRow | undefined)[];
  const repaid = (Form.useWatch('repayments', { form, preserve: true }) ?? []) as (RepaymentRow | undefined)[];
  const platform = usePlatforms().data?.find(({ id }) => id === (platformId ?? chosen));
  const loss =
    platform === undefined
      ? undefined
      : netLoss(
          paid.map((row) => row ?? {}),
          repaid.map((row) => row ?? {}),
          platform.setOff,
        );
  return (
    <p aria-live="polite">{loss !== undefined && `${t.netLossPreview}：${formatMoney(loss)} ${amountInWords(loss)}`}</p>
  );
}
