import { expect, test } from 'vitest';
import { typedVectors } from '../../testing/vectors';
import { criteria } from './LookUp';

test.each([
  ['2021-000123-4', { registrationNumber: '2021-000123-4' }],
  ['138 0013 8000', { phone: '13800138000' }],
  ['44510219800101001８', { documentNumber: '445102198001010018' }],
  ['E77120935', { documentNumber: 'E77120935' }],
  ['陈小明', { name: '陈小明' }],
  ['cxm', { name: 'cxm' }],
])('%s is looked up by its format', (typed, found) => {
  expect(criteria(typed)).toEqual([found]);
});

test.each(Object.entries(typedVectors.lookUp))('%j is looked up by %s', (typed, by) => {
  expect(criteria(typed).flatMap((one) => Object.keys(one))).toEqual(by);
});
