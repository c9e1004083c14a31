import { useSearchParams } from 'react-router';

/** Filters of a list in the query string. They can be bookmarked, and contain no personal data. */
export function useFilters<F extends string>(names: readonly F[]) {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(
    names.map((name) => [name, search.get(name)]).filter(([, value]) => value !== null),
  ) as Partial<Record<F, string>>;
  const set = (values: Partial<Record<F, string | undefined>>) => {
    setSearch((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(values) as [F, string | undefined][]) {
        if (value === undefined || value === '') {
          after.delete(name);
        } else {
          after.set(name, value);
        }
      }
      return after;
    });
  };
  return { filters, set, clear: () => setSearch({}), isFiltered: Object.keys(filters).length > 0 };
}
