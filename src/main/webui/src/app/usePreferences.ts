import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, type Schemas, unwrap } from '../shared/api/client';
import { useWords } from '../shared/words/WordsContext';
import { useAppearance } from './AppearanceProvider';

/**
 * Keeps language and appearance with the account: after sign-in they become what is stored there, and each later change is stored.
 * Nothing waits for it; without an answer everything stays as the browser has it.
 */
export function usePreferences() {
  const { language, setLanguage } = useWords();
  const { isDark, isLarge, isCompact, isFolded, setDark, setLarge, setCompact, setFolded } = useAppearance();
  const stored = useRef<string>(undefined);
  const { data } = useQuery({
    queryKey: ['preferences'],
    queryFn: () => unwrap(api.GET('/api/v1/me/preferences')),
    staleTime: Infinity,
    retry: false,
  });
  useEffect(() => {
    if (data === undefined) {
      return;
    }
    const applied: Schemas['Preferences'] = {
      language: data.language ?? language,
      dark: data.dark ?? isDark,
      largeType: data.largeType ?? isLarge,
      compact: data.compact ?? isCompact,
      menuFolded: data.menuFolded ?? isFolded,
    };
    stored.current = JSON.stringify(applied);
    setLanguage(applied.language === 'en' ? 'en' : 'zh-CN');
    setDark(applied.dark === true);
    setLarge(applied.largeType === true);
    setCompact(applied.compact === true);
    setFolded(applied.menuFolded === true);
    // What is stored is applied once; afterwards the user's changes count.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [data]);
  useEffect(() => {
    const body: Schemas['Preferences'] = {
      language,
      dark: isDark,
      largeType: isLarge,
      compact: isCompact,
      menuFolded: isFolded,
    };
    const text = JSON.stringify(body);
    if (stored.current !== undefined && stored.current !== text) {
      stored.current = text;
      void api.PUT('/api/v1/me/preferences', { body });
    }
  }, [language, isDark, isLarge, isCompact, isFolded]);
}
