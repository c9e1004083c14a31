import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { mockService, renderScreen } from '../../testing/service';
import { EvidenceLink } from './EvidenceLink';

const HREF = '/api/v1/registrations/1/evidence/2';

test('a file with active content is downloaded after a warning', async () => {
  mockService({});
  const warnings = [{ code: 'SCRIPT' as const, message: '此文件含脚本。' }];
  renderScreen(<EvidenceLink href={HREF} label="合同 a.pdf" warnings={warnings} />);
  expect(screen.queryByRole('link')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '合同 a.pdf' }));
  expect(await screen.findByText('此文件含脚本。')).toBeTruthy();
  expect(screen.getByRole('link', { name: '仍要下载' }).getAttribute('href')).toBe(HREF);
});

test('any other file is a plain link', () => {
  mockService({});
  renderScreen(<EvidenceLink href={HREF} label="合同 a.pdf" warnings={[]} />);
  expect(screen.getByRole('link', { name: '合同 a.pdf' }).getAttribute('href')).toBe(HREF);
});
