import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

/** Who may import whom. Everything points one way; docs/architecture.md draws it. */
const MAY_IMPORT = {
  model: [],
  l10n: ['model'],
  sources: ['model'],
  charts: ['model', 'l10n'],
  widgets: ['model', 'l10n', 'sources', 'charts'],
  embed: ['model', 'l10n', 'sources', 'charts', 'widgets'],
  observatory: ['model', 'l10n', 'sources', 'charts', 'widgets', 'embed'],
};

/** @type {import('typescript-eslint').ConfigArray} */
const oneWay = Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
  files: [`packages/${name}/src/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^@ventana/(?!(?:${[...allowed, '$'].join('|')})(?:/|$))`,
            message: `packages/${name} may import ${allowed.length ? allowed.map((a) => `@ventana/${a}`).join(', ') : 'no other package'}. Imports point one way: observatory, embed -> widgets -> {sources, charts, l10n} -> model. Move the code to its right room, or hand the value down as an argument.`,
          },
          {
            regex: '^(?:\\.\\./)+packages/|/packages/[a-z]+/src/',
            message: 'Reach another package through its name (@ventana/…), not through its files.',
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.storybook/out/**',
      '**/.cache/**',
      'coverage/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  lit['flat/recommended'],
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['error', 'warn'] }],
    },
  },
  {
    files: ['packages/*/src/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ['Program', 'Program > ExportNamedDeclaration']
            .map(
              (at) =>
                `${at} > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/Error$|Exception$/]`,
            )
            .join(),
          message:
            'An error made at load has the browser read the whole file once more for its stack: 35 to 70 ms on a slow phone. Make it where it is thrown.',
        },
      ],
    },
  },
  {
    // The compiler checks names in these too (tsconfig.check.json), and knows Node's.
    files: ['**/*.mjs', '**/*.js'],
    rules: { 'no-console': 'off', 'no-undef': 'off' },
  },
  ...oneWay,
);
