import { Result } from 'antd';
import { Link } from 'react-router';
import { PageTitle } from '../shared/ui/PageTitle';
import { useWords } from '../shared/words/WordsContext';

export function NotFoundPage() {
  const { words } = useWords();
  return (
    <Result
      status="404"
      title={<PageTitle className="result-title">{words.notFound}</PageTitle>}
      subTitle={words.notFoundHint}
      extra={<Link to="/">{words.backHome}</Link>}
    />
  );
}
