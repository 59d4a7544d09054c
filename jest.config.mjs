/** Nest 12 and jose ship only ES modules, which jest on Node 20 cannot require, so swc compiles them to CommonJS. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.e2e.ts'],
  transform: { '^.+\\.(t|j|mj)s$': '@swc/jest' },
  transformIgnorePatterns: ['/node_modules/(?!(@nestjs|jose)/)'],
  setupFiles: ['reflect-metadata'],
  // Only the first run transforms the packages.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  maxWorkers: '100%',
  testTimeout: 20_000,
};
