import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const layer = (files, ...patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } });

export default ts.config(
  { ignores: ['src/shared/api/contract.ts', 'src/shared/api/labels.ts', 'src/shared/api/permissions.ts', '*.js'] },
  ...ts.configs.strict,
  a11y.flatConfigs.recommended,
  {
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      'no-restricted-globals': ['error', 'localStorage'],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'TSTypeReference[typeName.name="Record"] > .typeArguments > TSIndexedAccessType[objectType.typeName.name="Schemas"] + TSStringKeyword',
          message: 'the names of codes come from the contract: useWords().labels',
        },
      ],
      // antd's form controls are found by their labels, which it ties to them itself.
      'jsx-a11y/label-has-associated-control': 'off',
      'jsx-a11y/no-autofocus': 'off',
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region'], tags: [] }],
    },
  },
  layer(['src/shared/**'], {
    group: ['**/features/*', '**/app/*'],
    message: 'shared imports neither features nor the app',
  }),
  layer(
    ['src/features/**'],
    { group: ['**/app/*'], message: 'features do not import the app' },
    { regex: '^\\.\\./(?!\\.\\./)', message: 'a feature does not import another one' },
  ),
);
