import { Alert } from 'antd';
import { useWords } from '../words/WordsContext';
import { Wide } from './Wide';

export interface Difference {
  label: string;
  mine: string;
  theirs: string;
}

/** What is typed here beside what somebody else wrote meanwhile, field by field where they differ. */
export function BothVersions({ differences }: { differences: Difference[] }) {
  const { words } = useWords();
  const differing = differences.filter(({ mine, theirs }) => mine !== theirs);
  if (differing.length === 0) {
    return <Alert type="info" showIcon className="spaced" title={words.sameAsMine} />;
  }
  return (
    <Wide label={words.bothVersions}>
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
          {differing.map(({ label, mine, theirs }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
