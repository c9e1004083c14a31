import { Input, type InputRef, Modal } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { lookUp } from '../features/registration/LookUp';
import { api, unwrap } from '../shared/api/client';
import { usePlatforms } from '../shared/api/lists';
import { mayCall } from '../shared/auth/permissions';
import { useSession } from '../shared/auth/SessionContext';
import { isBlank } from '../shared/format/typed';
import { ProblemAlert } from '../shared/ui/ProblemAlert';
import { useText } from '../shared/words/bilingual';
import { useWords } from '../shared/words/WordsContext';
import { menuOf } from './screens';
import { searchWords } from './searchWords';

interface Option {
  key: string;
  group: string;
  label: string;
  to: string;
}

const MOST_OF_A_KIND = 8;

/** Whether the text is in the name, or the pinyin or its initials begin with it. */
const matches = (typed: string, name: string, pinyin: string) => {
  const text = typed.trim().toLowerCase();
  return name.toLowerCase().includes(text) || pinyin.split(' ').some((reading) => reading.startsWith(text));
};

/**
 * One search for screens, platforms, areas and people. Screens and platforms appear while typing; people are asked for with Enter,
 * because each look-up is in the audit log. The text goes in the body of the request and into no address.
 */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { words } = useWords();
  const t = useText(searchWords);
  const { viewer } = useSession();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<InputRef>(null);
  const list = useId();
  const mayLookUp = mayCall(viewer.roles, 'POST /api/v1/investors/lookup');
  const people = useMutation({
    mutationFn: lookUp,
    onSuccess: () => {
      setActive(0);
    },
  });
  const here = useScreenAndPlatformOptions(typed);
  const areas = useAreaOptions(typed);
  const found: Option[] =
    people.variables === typed
      ? (people.data?.items ?? []).map(({ id, name, documentNumber }) => ({
          key: id,
          group: t.people,
          label: `${name} ${documentNumber}`,
          to: `/people/${id}`,
        }))
      : [];
  const options = isBlank(typed) ? [] : [...found, ...here, ...areas];
  const chosen = options[Math.min(active, options.length - 1)];

  const go = (option: Option) => {
    onClose();
    void navigate(option.to);
  };
  const isAsked = people.variables === typed && !people.isIdle;
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setActive((Math.min(active, options.length - 1) + step + options.length) % options.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && !isBlank(typed)) {
      event.preventDefault();
      if (chosen !== undefined && (active > 0 || isAsked || !mayLookUp || options.length === 1)) {
        go(chosen);
      } else if (mayLookUp && !people.isPending) {
        people.mutate(typed);
      }
    }
  };
  return (
    <Modal
      open
      title={words.search}
      footer={null}
      onCancel={onClose}
      afterOpenChange={(isOpen) => {
        if (isOpen) {
          input.current?.focus();
        }
      }}
    >
      <Input
        ref={input}
        role="combobox"
        aria-label={words.search}
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : `${list}-${chosen.key}`}
        placeholder={mayLookUp ? t.hint : t.hintWithoutPeople}
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      <ProblemAlert error={people.error} />
      <p role="status" className="search-status">
        {people.isPending
          ? words.loading
          : isAsked && found.length === 0
            ? words.nobodyFound
            : mayLookUp && t.pressEnter}
      </p>
      <ul id={list} role="listbox" aria-label={t.results} className="search-results">
        {options.map((option, i) => (
          // The keys are those of the combobox, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={option.key}
            id={`${list}-${option.key}`}
            role="option"
            aria-selected={option === chosen}
            onClick={() => {
              go(option);
            }}
          >
            <span>{option.label}</span>
            <small>{options[i - 1]?.group === option.group ? '' : option.group}</small>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function useScreenAndPlatformOptions(typed: string): Option[] {
  const { words } = useWords();
  const t = useText(searchWords);
  const { viewer } = useSession();
  const platforms = usePlatforms(mayCall(viewer.roles, 'GET /api/v1/platforms'));
  const screens = menuOf(viewer.roles).map(({ path, menu }) => ({
    key: path,
    group: t.screens,
    label: words[menu.labelKey],
    pinyin: menu.pinyin,
    to: path,
  }));
  const named = (platforms.data ?? []).map(({ id, name, pinyin }) => ({
    key: id,
    group: t.platforms,
    label: name,
    pinyin,
    to: `/platforms/${id}`,
  }));
  const matching = ({ label, pinyin }: (typeof screens)[number]) => matches(typed, label, pinyin);
  return [...screens.filter(matching).slice(0, MOST_OF_A_KIND), ...named.filter(matching).slice(0, MOST_OF_A_KIND)];
}

function useAreaOptions(typed: string): Option[] {
  const t = useText(searchWords);
  const name = typed.trim();
  const { data } = useQuery({
    queryKey: ['areas', 'named', name],
    queryFn: () => unwrap(api.GET('/api/v1/areas', { params: { query: { name } } })),
    staleTime: Infinity,
    // Numbers are of people, and go into no address.
    enabled: name.length > 1 && name.length <= 20 && !/\d/.test(name),
  });
  return (data?.items ?? []).slice(0, MOST_OF_A_KIND).map((area) => ({
    key: area.code,
    group: t.areas,
    label: area.name,
    to: `/areas?code=${area.code}`,
  }));
}
