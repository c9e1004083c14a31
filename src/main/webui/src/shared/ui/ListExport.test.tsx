import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { mockService, ok, problem, renderScreen } from '../../testing/service';
import { ListExport } from './ListExport';
import { saveFile } from './saveFile';

vi.mock('./saveFile');

const exportList = () => userEvent.click(screen.getByRole('button', { name: /导出 Excel/ }));

test('the export has the filters of the list', async () => {
  const requests = mockService({ 'POST /api/v1/exports': ok('x') });
  renderScreen(<ListExport list="attention-entries" filters={{ status: 'ACTIVE' }} />);
  await exportList();
  await waitFor(() => expect(saveFile).toHaveBeenCalledWith(expect.anything(), 'attention-entries.xlsx'));
  expect(requests[0]?.body).toEqual({ list: 'attention-entries', status: 'ACTIVE', format: 'XLSX' });
});

test('a refused export shows an error', async () => {
  mockService({ 'POST /api/v1/exports': () => ({ status: 422, body: problem(422, 'export-too-long', '行数过多') }) });
  renderScreen(<ListExport list="disclosures" filters={{}} />);
  await exportList();
  expect((await screen.findAllByRole('alert'))[0]?.textContent).toContain('行数过多');
});
