import { Alert } from 'antd';
import type { Schemas } from '../../shared/api/client';
import { useOf } from '../../shared/words/bilingual';
import { bulletinWords } from './words';

/** Characters that the PDF prints as 〓, and where they stand, while they can still be written otherwise. */
export function MissingCharacters({ missing }: { missing: Schemas['BulletinMissingCharacters'][] }) {
  const said = useOf(bulletinWords);
  return missing.length === 0 ? null : (
    <Alert
      type="warning"
      showIcon
      title={said.missingCharacters}
      description={missing.map(({ part, heading, characters }) => (
        <div key={heading ?? part}>{said.missingAt(heading ?? said.bulletinParts[part], characters)}</div>
      ))}
    />
  );
}
