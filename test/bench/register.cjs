'use strict';
// Runs TypeScript as the tests do, without a build.

require('reflect-metadata');
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, { sourceMaps: 'inline' }).code, file);
