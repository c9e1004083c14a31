import { UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../shared/auth/SessionContext';
import { useWords } from '../shared/words/WordsContext';
import { useAppearance } from './AppearanceProvider';

/** The user's name; behind it the settings, how the client looks, and signing out. A disclosure, not a menu of commands. */
export function AccountMenu() {
  const { words, labels, switchLanguage } = useWords();
  const { viewer, signOut } = useSession();
  const { isDark, isLarge, isCompact, setDark, setLarge, setCompact } = useAppearance();
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const closeOutside = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    window.addEventListener('pointerdown', closeOutside);
    return () => {
      window.removeEventListener('pointerdown', closeOutside);
    };
  }, []);
  const toggle = (label: string, isOn: boolean, set: (isOn: boolean) => void) => (
    <Button aria-pressed={isOn} onClick={() => set(!isOn)}>
      {label}
    </Button>
  );
  return (
    // Escape closes what the button opened.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={frame}
      className="account-menu"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) {
          setOpen(false);
          frame.current?.querySelector('button')?.focus();
        }
      }}
    >
      <Button
        className="shell-button"
        type="text"
        icon={<UserOutlined />}
        aria-label={`${words.account}: ${viewer.name}`}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <span className="account-name">{viewer.name}</span>
      </Button>
      {isOpen && (
        <div className="account-panel">
          <p>
            <b>{viewer.name}</b> · {viewer.roles.map((role) => labels.Role[role]).join(' ')}
          </p>
          <Link
            to="/settings"
            onClick={() => {
              setOpen(false);
            }}
          >
            {words.settings}
          </Link>
          <div className="account-choices">
            <Button onClick={switchLanguage}>{words.language}</Button>
            {toggle(words.dark, isDark, setDark)}
            {toggle(words.large, isLarge, setLarge)}
            {toggle(words.compact, isCompact, setCompact)}
          </div>
          <Button danger block onClick={signOut}>
            {words.signOut}
          </Button>
        </div>
      )}
    </div>
  );
}
