import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const WRITES = '/^(save|insert|update|delete|upsert|remove|softDelete|softRemove)$/';
const pastTheUnitOfWork = 'Writes go through the unit of work (unit.insert, unit.update, unit.remove), so that they stand in the change record.';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'data/', 'client/graphql.generated.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unsafe-function-type': 'off',
      'no-console': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
      'max-lines': ['warn', { max: 400 }],
    },
  },
  {
    // TypeGraphQL and TypeORM read the types of decorated parameters at run time: such imports must stay values.
    files: ['server/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['server/**/*.ts'],
    // Sessions, tokens and counts of failed sign-ins are no facts of the programme; the unit of work is what writes.
    ignores: ['server/database/**', 'server/access/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: `CallExpression[callee.object.property.name='manager'][callee.property.name=${WRITES}]`, message: pastTheUnitOfWork },
        { selector: `CallExpression[callee.object.name='manager'][callee.property.name=${WRITES}]`, message: pastTheUnitOfWork },
        { selector: "CallExpression[callee.property.name='getRepository']", message: pastTheUnitOfWork },
        { selector: "CallExpression[callee.property.name='save']", message: pastTheUnitOfWork },
      ],
    },
  },
  {
    // Time and chance come in as arguments.
    files: ['server/{portfolio,funding,dispatch,water,catalogue,ledgers,exchange,live}/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in through the clock.' },
        { object: 'Math', property: 'random', message: 'Chance comes in as an argument.' },
      ],
    },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-globals': ['error', { name: 'crypto', message: 'Over plain http only crypto.getRandomValues exists: import it through forms/onceKey.' }],
    },
  },
  { files: ['client/forms/onceKey.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['**/*.cjs', '*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
