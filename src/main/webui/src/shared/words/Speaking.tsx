import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { speak } from '../api/client';
import { enLabels, zhLabels } from '../api/labels';
import { en } from './en';
import { WordsContext, type Language } from './WordsContext';
import { zh } from './zh';

const KEPT = 'redress.language';

const kept = (): Language => (sessionStorage.getItem(KEPT) === 'en' ? 'en' : 'zh-CN');

/** Gives everything below the words of one language, and tells the service to answer in it. */
export function Speaking({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(kept);
  speak(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${language === 'en' ? en.product : zh.product} · Redress`;
    sessionStorage.setItem(KEPT, language);
  }, [language]);
  const spoken = useMemo(
    () => ({
      language,
      words: language === 'en' ? en : zh,
      labels: language === 'en' ? enLabels : zhLabels,
      switchLanguage: () => {
        setLanguage(language === 'en' ? 'zh-CN' : 'en');
      },
    }),
    [language],
  );
  return <WordsContext.Provider value={spoken}>{children}</WordsContext.Provider>;
}
