module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
  setupFiles: ['reflect-metadata'],
  testTimeout: 60_000,
};
