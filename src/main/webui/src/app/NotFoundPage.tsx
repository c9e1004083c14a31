import { Result } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../shared/words/WordsContext';

export function NotFoundPage() {
  const { words } = useWords();
  return (
    <Result
      status="404"
      title={words.notFound}
      subTitle={words.notFoundHint}
      extra={<Link to="/">{words.backHome}</Link>}
    />
  );
}
