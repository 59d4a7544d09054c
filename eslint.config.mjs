import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** Selectors of `no-restricted-syntax`. Blocks below replace each other's lists, so each spreads what it keeps. */
const everywhere = [
  {
    selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
    message: 'A cast by way of unknown silences the compiler: narrow the value or correct its type.',
  },
  {
    selector: 'Identifier[name=/^(InjectRepository|InjectDataSource|InjectEntityManager)$/]',
    message: 'Only the Database of src/database holds a data source: ask it for a read or a transaction.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(getRepository|getTreeRepository|getMongoRepository)$/]',
    message: 'A repository of TypeORM writes past the queue: go through the Database of src/database.',
  },
];
const predictable = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
    message: 'The time comes through the Clock.',
  },
  {
    selector: 'CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name="now"]',
    message: 'The time comes through the Clock.',
  },
  {
    selector:
      'CallExpression[callee.name=/^random/], CallExpression[callee.property.name=/^random(UUID|Bytes|Int)?$/]',
    message: 'What nobody may guess comes through Random.',
  },
];
/** The rules of ESLint itself that the compiler does not already cover. */
const plainMistakes = Object.fromEntries(
  [
    'no-async-promise-executor',
    'no-constant-condition',
    'no-control-regex',
    'no-empty',
    'no-empty-character-class',
    'no-loss-of-precision',
    'no-misleading-character-class',
    'no-prototype-builtins',
    'no-regex-spaces',
    'no-self-assign',
    'no-unsafe-finally',
    'no-unsafe-optional-chaining',
    'no-useless-catch',
    'no-useless-escape',
  ].map(name => [name, 'error']),
);
const specs = ['src/**/*.spec.ts', 'test/**/*.ts'];
const notOurs = [
  'dist',
  'coverage',
  'reports',
  '.stryker-tmp',
  'data',
  'test/architecture/planted',
  'clients/typescript/src/generated',
  'clients/typescript/dist',
];

export default tseslint.config(
  { ignores: notOurs.map(folder => `${folder}/`) },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', 'clients/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...plainMistakes,
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 5 }],
      'no-restricted-syntax': ['error', ...everywhere],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A module of Nest is a class whose decorator says everything.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Classes of rows and DTOs name a shape for the compiler and for Nest; an object of that shape is one.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    // What a pattern takes must grow with the text and no faster: texts come from whoever can reach the service.
    files: ['src/**/*.ts'],
    ignores: specs,
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/config/**', 'src/main.ts', 'src/cli.ts', 'src/cli/**', 'src/environment.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings come through AppConfig.' },
      ],
    },
  },
  {
    files: ['src/*/domain/**/*.ts', 'src/*/application/**/*.ts', 'src/shared/**/*.ts'],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...predictable] },
  },
  {
    files: ['src/*/application/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/common',
              allowImportNames: ['Injectable'],
              message: 'A use case is plain TypeScript that Nest can inject.',
            },
          ],
        },
      ],
    },
  },
  {
    // A script talks to whoever runs it.
    files: ['scripts/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // One table each, which reads worse in pieces.
    files: [
      'src/shared/errors/error-catalogue.ts',
      'src/http/documents/samples.ts',
      'src/database/migrations/*.ts',
    ],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    // Rows and DTOs are filled by a library, which the compiler cannot see.
    files: ['**/*.row.ts', '**/*.dto.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: specs,
    rules: {
      // A describe block is a list and no function to be read in one breath.
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // supertest, JSON.parse and the matchers of jest answer `any`, which an expectation may look into.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.recommended],
    rules: { ...plainMistakes, '@typescript-eslint/no-require-imports': 'off' },
  },
);
