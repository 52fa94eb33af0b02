import { isPartOf, addressRangeProblem } from '../../lib/application/address-range';

test.each(['10.0.0.0/8', '10.20.30.40/32', '0.0.0.0/0', '::/0', '2001:db8::/32', 'fd00:0:0:1::/64', '2001:db8::1/128'])(
  '%s is an address range',
  (range) => {
    expect(addressRangeProblem('cidr is', range)).toBeUndefined();
  },
);

test.each([
  '10.20.0.1',
  '10.20.0.0/33',
  '010.0.0.0/8',
  'fe80::1%eth0/64',
  '::/129',
  '::ffff:10.0.0.0/104',
  '',
  undefined,
  10,
])('%s is none', (range) => {
  expect(addressRangeProblem('cidr is', range)).toBe(
    `cidr is ${typeof range === 'string' ? `'${range}'` : String(range)}, which is no address range: write one such as '10.20.0.0/16'`,
  );
});

test.each([
  ['10.0.0.1/8', '10.0.0.0/8', '10.0.0.1/32'],
  ['172.16.99.7/20', '172.16.96.0/20', '172.16.99.7/32'],
  ['2001:db8::1/32', '2001:db8::/32', '2001:db8::1/128'],
  ['FD00::1:2/120', 'fd00::1:0/120', 'fd00::1:2/128'],
])('%s is an address within a range', (range, whole, alone) => {
  expect(addressRangeProblem('cidr is', range)).toBe(
    `cidr is '${range}', an address within a range: write '${whole}', or '${alone}' for the address alone`,
  );
});

test.each([
  ['2001:DB8::/32', '2001:db8::/32'],
  ['2001:db8:0:0::/32', '2001:db8::/32'],
  ['10.0.0.0/08', '10.0.0.0/8'],
])('%s is spelled otherwise', (range, canonical) => {
  expect(addressRangeProblem('cidr is', range)).toBe(
    `cidr is '${range}', which is not how Kubernetes spells it: write '${canonical}'`,
  );
});

test('a part lies within the whole and is smaller', () => {
  expect(isPartOf('10.20.0.0/24', '10.20.0.0/16')).toBe(true);
  expect(isPartOf('10.20.0.0/16', '10.20.0.0/16')).toBe(false);
  expect(isPartOf('10.30.0.0/24', '10.20.0.0/16')).toBe(false);
  expect(isPartOf('fd00::/64', '10.20.0.0/16')).toBe(false);
});
