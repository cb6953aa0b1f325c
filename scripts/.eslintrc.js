// Plain Node without packages. What the formatter does not see and the language does not forbid is checked here.
module.exports = {
  root: true,
  extends: ['eslint:recommended'],
  parserOptions: { ecmaVersion: 'latest', sourceType: 'module' },
  env: { es2022: true },
  globals: {
    AbortSignal: 'readonly',
    URL: 'readonly',
    clearInterval: 'readonly',
    fetch: 'readonly',
    setInterval: 'readonly',
    setTimeout: 'readonly',
  },
  overrides: [{ files: ['.eslintrc.js'], env: { node: true } }],
};
