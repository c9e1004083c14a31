import {
  BankOutlined,
  BarChartOutlined,
  EnvironmentOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  FormOutlined,
  HeartOutlined,
  HomeOutlined,
  MenuFoldOutlined,
  MenuOutlined,
  MenuUnfoldOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  TableOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { type ComponentType, useRef, useState } from 'react';
import { NavLink } from 'react-router';
import { useWaitingByScreen } from '../features/worklist/useWorklist';
import { useSession } from '../shared/auth/SessionContext';
import { useWords } from '../shared/words/WordsContext';
import { useAppearance } from './AppearanceProvider';
import { GROUPS, type MenuScreen, menuOf, mostUsedBy } from './screens';

const ICONS: Record<string, ComponentType> = {
  '/': HomeOutlined,
  '/register': FormOutlined,
  '/registrations': TableOutlined,
  '/attention': HeartOutlined,
  '/bulletins': FileTextOutlined,
  '/figures': BarChartOutlined,
  '/platforms': BankOutlined,
  '/areas': EnvironmentOutlined,
  '/approvals': SafetyCertificateOutlined,
  '/accounts': TeamOutlined,
  '/audit': FileSearchOutlined,
  '/settings': SettingOutlined,
};

/** The menu at the side, in groups by what people do. Folded, it shows icons alone. */
export function SideMenu() {
  const { words } = useWords();
  const { isFolded, setFolded } = useAppearance();
  const label = isFolded ? words.unfoldMenu : words.foldMenu;
  return (
    <nav className="side-menu" aria-label={words.menu}>
      <Groups />
      <button
        type="button"
        className="menu-item fold"
        aria-expanded={!isFolded}
        aria-label={label}
        title={label}
        onClick={() => {
          setFolded(!isFolded);
        }}
      >
        {isFolded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        <span className="menu-label">{words.foldMenu}</span>
      </button>
    </nav>
  );
}

function Groups() {
  const { words } = useWords();
  const { viewer } = useSession();
  const screens = menuOf(viewer.roles);
  return GROUPS.map((group) => {
    const ofGroup = screens.filter(({ menu }) => menu.group === group);
    return (
      ofGroup.length > 0 && (
        <section key={group} aria-label={words.groups[group]}>
          <span className="menu-group" aria-hidden>
            {words.groups[group]}
          </span>
          <ul className="plain-menu">
            {ofGroup.map((screen) => (
              <li key={screen.path}>
                <MenuLink screen={screen} />
              </li>
            ))}
          </ul>
        </section>
      )
    );
  });
}

function MenuLink({ screen: { path, menu } }: { screen: MenuScreen }) {
  const { words } = useWords();
  const { [path]: waiting = 0 } = useWaitingByScreen();
  const Icon = ICONS[path];
  return (
    <NavLink to={path} end={path === '/'} className="menu-item" title={words[menu.labelKey]}>
      {Icon !== undefined && <Icon />}
      <span className="menu-label">{words[menu.labelKey]}</span>
      {waiting > 0 && (
        <span className="menu-badge">
          {waiting}
          <span className="only-read"> {words.waiting(waiting)}</span>
        </span>
      )}
    </NavLink>
  );
}

/** On a phone: what the role does most, and the whole menu behind a button. */
export function PhoneBar() {
  const { words } = useWords();
  const { viewer } = useSession();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <nav className="phone-bar" aria-label={words.quickMenu}>
      {isOpen && (
        // A click on a link within, or Escape, closes it; both come from controls, which the keyboard reaches.
        // eslint-disable-next-line jsx-a11y/no-static-element-interactions
        <div
          id="phone-menu"
          className="phone-menu"
          onClick={() => {
            setOpen(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              setOpen(false);
              button.current?.focus();
            }
          }}
        >
          <Groups />
        </div>
      )}
      <ul className="phone-items">
        {mostUsedBy(viewer.roles).map((screen) => (
          <li key={screen.path}>
            <MenuLink screen={screen} />
          </li>
        ))}
        <li>
          <button
            ref={button}
            type="button"
            className="menu-item"
            aria-expanded={isOpen}
            aria-controls="phone-menu"
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            <MenuOutlined />
            <span className="menu-label">{words.menu}</span>
          </button>
        </li>
      </ul>
    </nav>
  );
}
