// For programs inside this repository: the plugin as it is in the sources. The package has it compiled, in build/cli.
const { join } = require('node:path');
const { register } = require('tsx/cjs/api');

register();
module.exports = require(join(__dirname, '..', 'lib', 'cli', 'cdk8s-plugin.ts'));
