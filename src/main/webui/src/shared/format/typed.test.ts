import { expect, test } from 'vitest';
import { typedVectors } from '../../testing/vectors';
import { parseDay } from './day';
import { normalisedMoney } from './money';
import { isPhone, normalisedPhone } from './phone';
import { parseResidentNumber } from './residentNumber';
import { condensed, isBlank, oneLine, oneLined } from './typed';

test.each(Object.entries(typedVectors.condensed))('%j becomes %s, as in the service', (typed, read) => {
  expect(condensed(typed)).toBe(read);
});

test.each(Object.entries(typedVectors.phone))('%j is the phone number %s, as in the service', (typed, number) => {
  expect(normalisedPhone(typed)).toBe(number);
});

test.each(typedVectors.noPhone)('%j is no phone number, as in the service', (typed) => {
  expect(isPhone(typed)).toBe(false);
});

test('invisible characters in a pasted number are ignored', () => {
  expect(parseResidentNumber('\ufeff445102198001010018\u200b')).toEqual({ bornOn: '1980-01-01', sex: 'MALE' });
  expect(normalisedMoney('\u202d５０,０００.00\u00a0元\u202c')).toBe('50000.00');
  expect(parseDay('\u200e2019/4/10\ufeff')).toBe('2019-04-10');
});

test('a text of invisible characters is blank', () => {
  expect(isBlank('\u200b\u00a0\ufeff\u202d')).toBe(true);
  expect(isBlank('无')).toBe(false);
});

test('a line of text loses its invisible characters and keeps the spaces between words', () => {
  expect(oneLine('\ufeff John\u00a0\u3000Smith\u200b ')).toBe('John Smith');
  expect(oneLined({ name: '陈示例\u200b', papers: ['\u202dA\u202c'], level: 2, note: null })).toEqual({
    name: '陈示例',
    papers: ['A'],
    level: 2,
    note: null,
  });
});
