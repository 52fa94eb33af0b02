import { knownVersions, schemaOf } from '../../../lib/manifest/schema/schema-of';

test('every version from 1.28 on has a schema', () => {
  expect(knownVersions()[0]).toBe('1.28');
  expect(knownVersions().length).toBeGreaterThanOrEqual(10);
  for (const version of knownVersions()) {
    const deployment = schemaOf(version).kind('apps/v1', 'Deployment')!;
    expect(deployment.namespaced).toBe(true);
    expect(deployment.type.fields.get('spec')!.type).toEqual({ is: 'object', name: 'apps.v1.DeploymentSpec' });
    expect(schemaOf(version).type('core.v1.PodSpec').fields.size).toBeGreaterThan(30);
  }
});

test.each([
  ['v1.33', '1.33'],
  ['1.33.4', '1.33'],
  ['1.20', '1.28'],
  ['1.99', knownVersions().at(-1)],
])('%s is judged as %s', (asked, version) => {
  expect(schemaOf(asked).version).toBe(version);
});

test('a schema is made once', () => {
  expect(schemaOf('1.33')).toBe(schemaOf('1.33'));
});

test('a field knows its type, values and keys', () => {
  const container = schemaOf('1.33').type('core.v1.Container').fields;

  expect(container.get('imagePullPolicy')!.type).toMatchObject({
    value: 'string',
    enum: ['Always', 'IfNotPresent', 'Never'],
  });
  expect(container.get('name')!.required).toBe(true);
  expect(container.get('env')!.type).toMatchObject({ is: 'list', list: { keys: ['name'], merge: 'name' } });
  expect(container.get('ports')!.type).toMatchObject({
    list: { keys: ['containerPort', 'protocol'], merge: 'containerPort' },
  });
  expect(schemaOf('1.33').type('core.v1.ResourceRequirements').fields.get('limits')!.type).toMatchObject({
    is: 'map',
    of: { value: 'quantity' },
  });
});

test('a field that is newer than the version says since when it is there', () => {
  const { fields, elsewhere } = schemaOf('1.28').type('core.v1.ServiceSpec');

  expect(fields.has('trafficDistribution')).toBe(false);
  expect(elsewhere.get('trafficDistribution')).toEqual({ since: '1.30', until: undefined });
  expect(schemaOf('1.30').type('core.v1.ServiceSpec').fields.has('trafficDistribution')).toBe(true);
});

test('kinds come and go', () => {
  const flows = 'flowcontrol.apiserver.k8s.io/v1beta3';

  expect(schemaOf('1.31').kind(flows, 'FlowSchema')).toBeDefined();
  expect(schemaOf('1.32').kind(flows, 'FlowSchema')).toBeUndefined();
  expect(schemaOf('1.33').kind('extensions/v1beta1', 'Ingress')).toBeUndefined();
  expect(schemaOf('1.33').kind('v1', 'Namespace')).toMatchObject({ namespaced: false });
  expect(schemaOf('1.33').kind('__proto__', 'constructor')).toBeUndefined();
});

test('what the server does not insist on is not required', () => {
  expect(schemaOf('1.33').type('core.v1.SleepAction').required).toEqual([]);
  expect(schemaOf('1.33').type('core.v1.EnvVar').required).toEqual(['name']);
});
