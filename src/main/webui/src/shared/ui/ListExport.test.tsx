import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ok, problem, service, show } from '../../testing/service';
import { ListExport } from './ListExport';
import { saveFile } from './saveFile';

vi.mock('./saveFile');

const take = () => userEvent.click(screen.getByRole('button', { name: /导出 Excel/ }));

test('the list leaves as it is narrowed on the screen', async () => {
  const asked = service({ 'POST /api/v1/exports': ok('x') });
  show(<ListExport list="attention-entries" filters={{ status: 'ACTIVE' }} />);
  await take();
  await waitFor(() => expect(saveFile).toHaveBeenCalledWith(expect.anything(), 'attention-entries.xlsx'));
  expect(asked[0]?.body).toEqual({ list: 'attention-entries', status: 'ACTIVE', format: 'XLSX' });
});

test('a refusal is told', async () => {
  service({ 'POST /api/v1/exports': () => ({ status: 422, body: problem(422, 'export-too-long', '行数过多') }) });
  show(<ListExport list="disclosures" filters={{}} />);
  await take();
  expect((await screen.findAllByRole('alert'))[0]?.textContent).toContain('行数过多');
});
