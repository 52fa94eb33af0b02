import { isInside, isIp, isNetwork, parseBlock } from '../../../lib/manifest/validation/addresses';

test.each(['10.0.0.1', '0.0.0.0', '::1', '2001:db8::ffff', '1:2:3:4:5:6:7:8'])('%s is an IP address', (ip) => {
  expect(isIp(ip)).toBe(true);
});

test.each(['', '10.0.0', '10.0.0.256', '010.0.0.1', '1:2:3', '1::2::3', 'g::', '10.0.0.1/8'])('%s is none', (ip) => {
  expect(isIp(ip)).toBe(false);
});

test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.0/08', '/8', '::/129', 'a/8'])('%s is no block', (block) => {
  expect(parseBlock(block)).toBeUndefined();
});

test('a block is a network if nothing comes after its prefix', () => {
  expect(isNetwork(parseBlock('10.0.0.0/8')!)).toBe(true);
  expect(isNetwork(parseBlock('10.1.0.0/8')!)).toBe(false);
  expect(isNetwork(parseBlock('2001:db8::/32')!)).toBe(true);
});

test.each([
  ['10.1.0.0/16', '10.0.0.0/8', true],
  ['10.0.0.0/8', '10.0.0.0/8', false],
  ['192.168.0.0/16', '10.0.0.0/8', false],
  ['2001:db8:1::/48', '2001:db8::/32', true],
  ['10.0.0.0/8', '::/0', false],
])('%s inside of %s: %s', (inner, outer, inside) => {
  expect(isInside(parseBlock(inner)!, parseBlock(outer)!)).toBe(inside);
});
