import { RULES } from '../../lib/policy/registry';

test('every rule has an id of its own, in words', () => {
  const ids = RULES.map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
});

test.each(RULES.map((rule) => [rule.id, rule] as const))('%s says what, why and what to do', (_, rule) => {
  expect(rule.what).toMatch(/^[A-Z].*\.$/);
  expect(rule.why).toMatch(/\.$/);
  expect(rule.remedy).toMatch(/^[a-z]/);
  for (const severity of Object.values(rule.severity)) expect(['error', 'warning', 'note', 'off']).toContain(severity);
  expect(rule.check([], { kubernetes: '1.33', podSecurity: 'restricted', preset: 'production', external: [] })).toEqual(
    [],
  );
});
