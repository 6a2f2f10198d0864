import css from '@eslint/css';
import js from '@eslint/js';
import globals from 'globals';

/** What reaches a publisher's page: everything is set as text, so that strict policies hold and nothing can be injected. */
const MARKUP = 'The widget sets text as text, never markup.';
const MARKUP_PROPERTIES = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment', 'srcdoc', 'cssText'];
const noMarkup = {
  'no-restricted-properties': [
    'error',
    ...MARKUP_PROPERTIES.map((property) => ({ property, message: MARKUP })),
    { object: 'document', property: 'write', message: MARKUP },
    { object: 'document', property: 'writeln', message: MARKUP },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value=/^(style|on)/i]",
      message: 'A strict Content-Security-Policy refuses inline styles and handlers.',
    },
  ],
  'no-restricted-globals': ['error', { name: 'DOMParser', message: MARKUP }],
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
};

export default [
  { ignores: ['target/', 'www/pkg/', 'www/dist/', 'www/docs/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.css'],
    plugins: { css },
    language: 'css/css',
    rules: {
      ...css.configs.recommended.rules,
      // The page's rules for a part win over the widget's, and some must not.
      'css/no-important': 'off',
      // Where an engine does not know them, nothing is lost but a refinement.
      'css/use-baseline': [
        'error',
        { allowProperties: ['content-visibility', 'forced-color-adjust', 'resize', 'text-size-adjust', 'text-wrap'], allowSelectors: ['highlight'] },
      ],
    },
  },
  { ...js.configs.recommended, files: ['**/*.{js,mjs}'] },
  {
    files: ['**/*.{js,mjs}'],
    rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'no-var': 'error', 'prefer-const': 'error', 'object-shorthand': 'error' },
  },
  { files: ['www/**/*.js', 'src/page/*.js'], languageOptions: { globals: globals.browser }, rules: noMarkup },
  // Put in by the build.
  { files: ['www/*.js'], languageOptions: { globals: { LABEL_LANGUAGES: 'readonly', PACK_LANGUAGES: 'readonly' } } },
  { files: ['*.js', 'scripts/**/*.mjs', 'tests/workshop/**/*.mjs', 'tools/gazetteer/*.mjs'], languageOptions: { globals: globals.node } },
  // Functions in the tests and the benchmark are sent into the page, so both worlds are there.
  { files: ['tests/{e2e,clients}/**/*.{mjs,js}', 'bench/**/*.{mjs,js}'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  { files: ['tests/clients/apps/plain/worker.js'], languageOptions: { globals: { ...globals.worker, nutgraf: 'readonly' } } },
];
