import { Button } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../shared/api/client';
import { useWords } from '../../shared/words/WordsContext';

export const slipPath = ({ id }: Schemas['Registration']) => `/api/v1/registrations/${id}/slip`;

/** Prints the visitor's receipt: a hidden frame loads the page of the slip and prints it. */
export function PrintSlip({
  registration,
  isMain = false,
}: {
  registration: Schemas['Registration'];
  isMain?: boolean;
}) {
  const { words } = useWords();
  const [printCount, setPrintCount] = useState(0);
  return (
    <>
      <Button {...(isMain ? { type: 'primary', size: 'large' } : {})} onClick={() => setPrintCount(printCount + 1)}>
        {words.printSlip}
      </Button>
      {printCount > 0 && (
        <iframe
          key={printCount}
          src={slipPath(registration)}
          title={words.printSlip}
          className="aside"
          onLoad={({ currentTarget }) => currentTarget.contentWindow?.print()}
        />
      )}
    </>
  );
}
