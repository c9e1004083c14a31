import { QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../shared/words/WordsContext';
import { AccountMenu } from './AccountMenu';
import { Guard } from './Guard';
import { IdleWarning } from './IdleWarning';
import { PhoneBar, SideMenu } from './Menu';
import { useAppearance } from './AppearanceProvider';
import { useShortcuts } from './useShortcuts';

const AccountNotices = lazy(async () => ({
  default: (await import('../features/approval/AccountNotices')).AccountNotices,
}));
const SearchDialog = lazy(async () => ({ default: (await import('./SearchDialog')).SearchDialog }));
const ShortcutsDialog = lazy(async () => ({ default: (await import('./ShortcutsDialog')).ShortcutsDialog }));

type OpenDialog = 'search' | 'shortcuts' | undefined;

/** What surrounds every screen: header, menu at the side or, on a phone, at the bottom, and the dialogs of the shortcuts. */
export function AppLayout() {
  const { words } = useWords();
  const { isFolded } = useAppearance();
  const [dialog, setDialog] = useState<OpenDialog>();
  const open = (next: OpenDialog) => () => {
    setDialog(next);
  };
  useShortcuts(open('search'), open('shortcuts'));
  return (
    <div className="layout" data-folded={isFolded || undefined}>
      <a href="#main" className="skip">
        {words.skipToContent}
      </a>
      <header className="shell-header">
        <span className="shell-name">{words.product}</span>
        <Button
          className="shell-button shell-search"
          type="text"
          icon={<SearchOutlined />}
          aria-keyshortcuts="/ Control+K"
          onClick={open('search')}
        >
          {words.search}
          <kbd>/</kbd>
        </Button>
        <Button
          className="shell-button shell-wide"
          type="text"
          icon={<QuestionCircleOutlined />}
          aria-label={words.shortcuts}
          title={words.shortcuts}
          aria-keyshortcuts="?"
          onClick={open('shortcuts')}
        />
        <AccountMenu />
      </header>
      <SideMenu />
      <div className="layout-content">
        <IdleWarning />
        <Suspense>
          <AccountNotices />
        </Suspense>
        <main id="main" tabIndex={-1} className="shell-main">
          <Guard />
        </main>
      </div>
      <PhoneBar />
      <Suspense>
        {dialog === 'search' && <SearchDialog onClose={open(undefined)} />}
        {dialog === 'shortcuts' && <ShortcutsDialog onClose={open(undefined)} />}
      </Suspense>
    </div>
  );
}
