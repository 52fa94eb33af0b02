#!/usr/bin/env node
// In the repository the sources are run as they are, so that no build can be forgotten; in the package they are compiled.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const sources = join(__dirname, '..', 'lib', 'cli', 'main.ts');
if (existsSync(sources)) require('tsx/cjs/api').register();
require(existsSync(sources) ? sources : '../build/cli/main.js').main();
