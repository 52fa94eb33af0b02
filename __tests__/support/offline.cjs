// Loaded before a command that must not need a network: a connection is an error that can't be overlooked.
const net = require('node:net');

const { connect } = net.Socket.prototype;

net.Socket.prototype.connect = function connectInside(...args) {
  const [target] = args.flat();
  if (typeof target === 'string' || target?.path) return connect.apply(this, args);
  process.stderr.write(`a connection was opened: ${JSON.stringify(target)}\n`);
  return process.exit(97);
};
