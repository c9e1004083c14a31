import { Alert, Button, Flex, Result, Space } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '../../shared/api/client';
import { amountInWords, formatMoney } from '../../shared/format/money';
import { PageTitle } from '../../shared/ui/PageTitle';
import { useWords } from '../../shared/words/WordsContext';
import { PrintSlip, slipPath } from './PrintSlip';

/** Confirmation: the number, the net loss, warnings, the slip, and the button for the next visitor. */
export function RegistrationResult({
  registration,
  onNext,
}: {
  registration: Schemas['Registration'];
  onNext: () => void;
}) {
  const { words } = useWords();
  const loss = registration.netLoss;
  return (
    <Result
      status="success"
      title={<PageTitle className="result-title">{words.registered(registration.number)}</PageTitle>}
      subTitle={`${registration.investor.name} · ${registration.platformName} · ${words.netLoss} ${formatMoney(loss)} ${amountInWords(loss)}`}
      extra={
        <Flex vertical gap={16} align="center">
          {registration.warnings.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={words.warnings}
              style={{ textAlign: 'start' }}
              description={registration.warnings.map(({ code, message }) => (
                <div key={code}>{message}</div>
              ))}
            />
          )}
          <Space wrap>
            <PrintSlip registration={registration} isMain />
            <Button size="large" autoFocus onClick={onNext}>
              {words.registerAnother}
            </Button>
            <a href={slipPath(registration)} target="_blank" rel="noreferrer">
              {words.openSlip}
            </a>
            <Link to={`/registrations/${registration.id}`}>{words.openRegistration}</Link>
          </Space>
        </Flex>
      }
    />
  );
}
