module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // What is published is for the browser too; its tests alone run the real tools, in Node.
    '@backstage/no-mixed-plugin-imports': [
      'warn',
      { excludedFiles: ['**/*.test.ts', '**/__testUtils__/**'] },
    ],
  },
});
