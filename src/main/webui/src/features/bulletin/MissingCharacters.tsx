import { Alert } from 'antd';
import type { Schemas } from '../../shared/api/client';
import { useText } from '../../shared/words/bilingual';
import { bulletinWords } from './words';

/** Warning: characters that the PDF prints as 〓, and where they are. Their author can still replace them. */
export function MissingCharacters({ missing }: { missing: Schemas['BulletinMissingCharacters'][] }) {
  const t = useText(bulletinWords);
  return missing.length === 0 ? null : (
    <Alert
      type="warning"
      showIcon
      title={t.missingCharacters}
      description={missing.map(({ part, heading, characters }) => (
        <div key={heading ?? part}>{t.missingAt(heading ?? t.bulletinParts[part], characters)}</div>
      ))}
    />
  );
}
