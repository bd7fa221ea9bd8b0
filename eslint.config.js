import vueI18n from '@intlify/eslint-plugin-vue-i18n'
import vue from 'eslint-plugin-vue'
import vueAccessibility from 'eslint-plugin-vuejs-accessibility'
import { defineConfig } from 'eslint/config'
import typescript from 'typescript-eslint'
import { electronRooms, rooms } from './rooms.config.ts'

const noElectron = {
  name: 'electron',
  message: 'Only window, preload, ipc/electron-transport, index and compose touch Electron.',
}

/** A room of src-main sees its own files and those of the rooms that the table lets it see. */
const roomRules = Object.entries(rooms).map(([room, seen]) => ({
  files: [`src-main/${room}/**/*.ts`],
  // A carrier's sandbox stands in the carrier's folder and is mounted by the sandbox room.
  ignores: [...electronRooms, ...(room === 'carriers' ? ['src-main/carriers/*/sandbox/**'] : [])],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [noElectron],
        patterns: Object.keys(rooms)
          .filter((other) => other !== room && !seen.includes(other))
          .map((other) => ({
            regex: `^(\\.\\./)+${other}/`,
            message: `${room} does not import ${other}: see rooms.config.ts.`,
          })),
      },
    ],
  },
}))

export default defineConfig(
  { ignores: ['node_modules', 'out', 'test-results', 'coverage', 'resources'] },
  ...typescript.configs.strict,
  ...vue.configs['flat/recommended'],
  ...vueAccessibility.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    plugins: { '@intlify/vue-i18n': vueI18n },
    rules: {
      '@intlify/vue-i18n/no-raw-text': ['error', { ignorePattern: '^[^\\p{L}]*$', ignoreText: ['Despacho'] }],
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/require-default-prop': 'off',
      'no-undef': 'off',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-restricted-imports': ['error', { paths: [noElectron] }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-console': 'error',
    },
  },
  ...roomRules,
  {
    files: ['src-renderer/**/*.{ts,vue}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [noElectron],
          patterns: [
            { regex: 'src-main/(?!contract/)', message: 'The page imports the contract alone.' },
            { regex: '^node:', message: 'There is no Node in the page.' },
          ],
        },
      ],
    },
  },
  { files: electronRooms, rules: { 'no-restricted-imports': 'off' } },
  { files: ['*.config.{js,ts}', '**/*.vue'], rules: { 'no-restricted-exports': 'off' } },
  {
    files: ['scripts/**', 'test/bench/**', 'src-main/call.ts', 'src-main/sandbox/serve.ts'],
    rules: { 'no-console': 'off' },
  },
)
