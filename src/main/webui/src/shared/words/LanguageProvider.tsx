import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { setRequestLanguage } from '../api/client';
import { enLabels, zhLabels } from '../api/labels';
import { en } from './en';
import { type Language, WordsContext } from './WordsContext';
import { zh } from './zh';

const STORAGE_KEY = 'redress.language';

const storedLanguage = (): Language => (sessionStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'zh-CN');

/** Provides the texts of the chosen language, and sets the Accept-Language header of requests. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(storedLanguage);
  setRequestLanguage(language);
  useEffect(() => {
    document.documentElement.lang = language;
    sessionStorage.setItem(STORAGE_KEY, language);
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      words: language === 'en' ? en : zh,
      labels: language === 'en' ? enLabels : zhLabels,
      setLanguage,
      switchLanguage: () => {
        setLanguage(language === 'en' ? 'zh-CN' : 'en');
      },
    }),
    [language],
  );
  return <WordsContext.Provider value={value}>{children}</WordsContext.Provider>;
}
