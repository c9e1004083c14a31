import { type Language, useWords } from './WordsContext';

/** Texts of one feature, loaded with its screens. The compiler checks that both languages have the same keys. */
export type Bilingual<T> = Record<Language, T>;

export const useText = <T>(texts: Bilingual<T>): T => texts[useWords().language];
