import { createContext, useContext } from 'react';
import { type Labels, zhLabels } from '../api/labels';
import { type Words, zh } from './zh';

export type Language = 'zh-CN' | 'en';

export interface LanguageContextValue {
  language: Language;
  words: Words;
  labels: Labels;
  setLanguage: (language: Language) => void;
  switchLanguage: () => void;
}

export const WordsContext = createContext<LanguageContextValue>({
  language: 'zh-CN',
  words: zh,
  labels: zhLabels,
  setLanguage: () => undefined,
  switchLanguage: () => undefined,
});

export const useWords = () => useContext(WordsContext);
