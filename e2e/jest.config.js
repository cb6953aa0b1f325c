const swc = [
  require.resolve('@backstage/cli/config/jestSwcTransform'),
  {
    module: { ignoreDynamic: true, exportInteropAnnotation: true },
    jsc: { parser: { syntax: 'typescript' } },
  },
];

/** Suites against real servers and browsers, which `npm test` runs one at a time. */
module.exports = {
  displayName: 'e2e',
  rootDir: __dirname,
  testMatch: ['<rootDir>/**/*.e2e.test.ts'],
  testEnvironment: 'node',
  // A test may start the portal, which takes a minute on a small machine.
  testTimeout: 180_000,
  transform: { '\\.[cm]?[jt]s$': swc },
  transformIgnorePatterns: ['/node_modules/'],
};
