import { ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { LiveRegion } from '../shared/ui/LiveRegion';
import { useWords } from '../shared/words/WordsContext';

interface Appearance {
  isDark: boolean;
  isLarge: boolean;
  /** More rows on a screen. */
  isCompact: boolean;
  /** The menu at the side shows icons alone. */
  isFolded: boolean;
  setDark: (isDark: boolean) => void;
  setLarge: (isLarge: boolean) => void;
  setCompact: (isCompact: boolean) => void;
  setFolded: (isFolded: boolean) => void;
}

const AppearanceContext = createContext<Appearance | undefined>(undefined);

export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext);
  if (appearance === undefined) {
    throw new Error('no appearance');
  }
  return appearance;
}

const isStored = (name: string) => sessionStorage.getItem(`redress.${name}`) === 'true';

/** CSP nonce: the policy of the page allows only styles that carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/** Theme: light or dark, normal or large type, roomy or compact. All colours meet the contrast of WCAG 2.2 AA in both. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const { language } = useWords();
  const [isDark, setDark] = useState(
    () => isStored('dark') || (sessionStorage.getItem('redress.dark') === null && prefersDark()),
  );
  const [isLarge, setLarge] = useState(() => isStored('large'));
  const [isCompact, setCompact] = useState(() => isStored('compact'));
  const [isFolded, setFolded] = useState(() => isStored('folded'));
  // Ant Design takes the month and day names of its calendars from dayjs.
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  useEffect(() => {
    sessionStorage.setItem('redress.dark', String(isDark));
    sessionStorage.setItem('redress.large', String(isLarge));
    sessionStorage.setItem('redress.compact', String(isCompact));
    sessionStorage.setItem('redress.folded', String(isFolded));
    document.documentElement.toggleAttribute('data-dark', isDark);
  }, [isDark, isLarge, isCompact, isFolded]);
  const appearance = useMemo(
    () => ({ isDark, isLarge, isCompact, isFolded, setDark, setLarge, setCompact, setFolded }),
    [isDark, isLarge, isCompact, isFolded],
  );
  const algorithms = [
    isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    ...(isCompact && !isLarge ? [theme.compactAlgorithm] : []),
  ];
  return (
    <AppearanceContext.Provider value={appearance}>
      <ConfigProvider
        locale={language === 'en' ? enUS : zhCN}
        csp={nonce === undefined ? {} : { nonce }}
        button={{ autoInsertSpace: false }}
        theme={{
          algorithm: algorithms,
          token: {
            colorPrimary: isDark ? '#3f7fd0' : '#1d4f91',
            colorLink: isDark ? '#8ab8f0' : '#1d4f91',
            colorError: isDark ? '#ff7875' : '#b3261e',
            colorTextSecondary: isDark ? 'rgba(255,255,255,0.78)' : 'rgba(0,0,0,0.72)',
            colorTextDescription: isDark ? 'rgba(255,255,255,0.78)' : 'rgba(0,0,0,0.68)',
            colorTextPlaceholder: isDark ? 'rgba(255,255,255,0.65)' : 'rgba(0,0,0,0.6)',
            fontSize: isLarge ? 18 : 15,
            controlHeight: isLarge ? 44 : isCompact ? 30 : 36,
            motion: false,
          },
          components: {
            Descriptions: { labelColor: isDark ? 'rgba(255,255,255,0.78)' : 'rgba(0,0,0,0.68)' },
          },
        }}
      >
        <LiveRegion>{children}</LiveRegion>
      </ConfigProvider>
    </AppearanceContext.Provider>
  );
}

const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)').matches;
