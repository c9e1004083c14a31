import { useWords, type Language } from './WordsContext';

/** The words of one part of the client, fetched with its screens; the compiler sees to it that both languages have the same. */
export type Bilingual<T> = Record<Language, T>;

export const useText = <T>(texts: Bilingual<T>): T => texts[useWords().language];
