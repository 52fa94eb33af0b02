import { terminalOf } from '../../lib/cli/terminal';

const TTY = { isTTY: true, columns: 80 };
const PIPE = {};

test.each([
  ['a terminal', {}, TTY, true],
  ['a pipe', {}, PIPE, false],
  ['a terminal with NO_COLOR', { NO_COLOR: '1' }, TTY, false],
  ['a terminal with an empty NO_COLOR', { NO_COLOR: '' }, TTY, true],
  ['a terminal that is dumb', { TERM: 'dumb' }, TTY, false],
  ['a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, PIPE, true],
  ['a dumb terminal with FORCE_COLOR', { FORCE_COLOR: '3', TERM: 'dumb' }, TTY, true],
  ['FORCE_COLOR and NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, PIPE, true],
  ['a terminal with FORCE_COLOR=0', { FORCE_COLOR: '0' }, TTY, false],
  ['a terminal with an empty FORCE_COLOR', { FORCE_COLOR: '' }, TTY, true],
])('colors: %s', (_title, env, stdout, colored) => {
  expect(terminalOf(env, stdout).colored).toBe(colored);
});

test.each([
  ['no locale', {}, true],
  ['an empty one', { LANG: '' }, true],
  ['UTF-8', { LANG: 'de_DE.UTF-8' }, true],
  ['utf8', { LANG: 'C.utf8' }, true],
  ['POSIX', { LANG: 'C' }, false],
  ['Latin-1', { LANG: 'de_DE.ISO-8859-1' }, false],
  ['LC_ALL, which wins', { LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, false],
  ['a dumb terminal', { LANG: 'de_DE.UTF-8', TERM: 'dumb' }, false],
])('more than ASCII: %s', (_title, env, unicode) => {
  expect(terminalOf(env, TTY).unicode).toBe(unicode);
});

test.each([
  [TTY, 80],
  [PIPE, undefined],
  [{ isTTY: true, columns: 0 }, undefined],
])('width: %j', (stdout, width) => {
  expect(terminalOf({}, stdout).width).toBe(width);
});
