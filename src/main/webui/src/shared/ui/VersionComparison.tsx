import { Alert } from 'antd';
import { useWords } from '../words/WordsContext';
import { ScrollArea } from './ScrollArea';

export interface Difference {
  label: string;
  mine: string;
  theirs: string;
}

/** Table of the differing fields: the user's input and the version that another user has saved meanwhile. */
export function VersionComparison({ differences }: { differences: Difference[] }) {
  const { words } = useWords();
  const changed = differences.filter(({ mine, theirs }) => mine !== theirs);
  if (changed.length === 0) {
    return <Alert type="info" showIcon className="spaced" title={words.sameAsMine} />;
  }
  return (
    <ScrollArea label={words.bothVersions}>
      <table className="versions">
        <caption>{words.bothVersions}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ label, mine, theirs }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
