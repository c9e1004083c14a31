import type { Bilingual } from '../shared/words/bilingual';

const zh = {
  hint: '姓名、拼音、证件号码、电话、登记编号，或平台、区划、页面',
  hintWithoutPeople: '区划或页面，可用拼音首字母',
  pressEnter: '按回车查找集资参与人；每次查找都记入审计日志。',
  results: '查找结果',
  people: '集资参与人',
  platforms: '平台',
  areas: '区划',
  screens: '页面',
};
const en: typeof zh = {
  hint: 'Name, pinyin, document, phone, registration number, or a platform, area or screen',
  hintWithoutPeople: 'An area or a screen, also by the initials of its pinyin',
  pressEnter: 'Enter looks for people; each look-up is in the audit log.',
  results: 'Results',
  people: 'People',
  platforms: 'Platforms',
  areas: 'Areas',
  screens: 'Screens',
};

export const searchWords: Bilingual<typeof zh> = { 'zh-CN': zh, en };
