import * as fc from 'fast-check';
import {
  type ContainerProps,
  type Env,
  field,
  type Health,
  type Lifecycle,
  type Ports,
  type Probe,
  resource,
  type Resources,
} from '../../lib';

/** A record in which some values may be `undefined`. */
export function some<R extends object, O extends object>(
  required: { [Key in keyof R]: fc.Arbitrary<R[Key]> },
  optional: { [Key in keyof O]: fc.Arbitrary<O[Key]> },
): fc.Arbitrary<R & Partial<O>> {
  const maybe = Object.entries<fc.Arbitrary<unknown>>(optional).map(
    ([key, value]) => [key, fc.option(value, { nil: undefined, freq: 2 })] as const,
  );
  return fc.record({ ...required, ...Object.fromEntries(maybe) }, { noNullPrototype: true }) as fc.Arbitrary<
    R & Partial<O>
  >;
}

const IMAGES = fc.constantFrom(
  'redis:8',
  'docker.io/library/nginx:1.29',
  'ghcr.io/acme/shop:1.4.2',
  `registry.example.com:5000/team/app@sha256:${'0'.repeat(64)}`,
);

/** Any text that YAML and the API take. */
const TEXT = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('$('));

export const VALUES = fc.dictionary(
  fc.constantFrom('C_A', 'C_B', 'C_LONG_NAME_2', 'c.dotted', '_c', 'C_A_B'),
  fc.oneof(TEXT, fc.integer(), fc.boolean()),
  { minKeys: 1, maxKeys: 4 },
);

const ENV: fc.Arbitrary<Env> = fc
  .record(
    {
      POD: fc.constant(field('metadata.name')),
      MEMORY: fc.constantFrom(resource('limits.memory'), resource('requests.cpu', '1m')),
      LITERAL: fc.oneof(TEXT, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
      ESCAPED: fc.constant('$$(NOT_DEFINED)'),
      BASE: fc.constant('http://web'),
    },
    { requiredKeys: ['BASE'], noNullPrototype: true },
  )
  .map((env) => ({ ...env, JOINED: '$(BASE)/feeds' }));

const SECONDS = fc.integer({ min: 1, max: 30 });
const TIMING = {
  initialDelaySeconds: SECONDS,
  periodSeconds: SECONDS,
  timeoutSeconds: SECONDS,
  failureThreshold: SECONDS,
};

function probe(ports: Ports, ready: boolean): fc.Arbitrary<Probe> {
  const timing = ready ? { ...TIMING, successThreshold: fc.integer({ min: 1, max: 3 }) } : TIMING;
  const exec = some({ exec: fc.constant(['check', '--fast']) }, timing);
  const [port] = Object.keys(ports);
  if (port === undefined) return exec;
  return fc.oneof(
    exec,
    fc.constant('/healthz'),
    some(
      { http: fc.constantFrom('/', '/ready?full=1') },
      {
        ...timing,
        port: fc.constantFrom(port, 9999),
        scheme: fc.constantFrom('HTTP', 'HTTPS'),
        headers: fc.constant({ Host: 'probe' }),
      },
    ),
    some({ tcp: fc.constantFrom(true, port, 9999) }, timing),
    some({ grpc: fc.constantFrom(true, 9090) }, { ...timing, service: fc.constant('shop') }),
  ) as fc.Arbitrary<Probe>;
}

const HOOK = fc.oneof(
  fc.constant({ exec: ['sync'] }),
  fc.constantFrom({ http: '/stop', port: 9999 }, { http: '/stop', port: 9999, scheme: 'HTTPS' as const }),
  fc.record({ sleep: fc.integer({ min: 0, max: 29 }) }),
);

const RESOURCES: fc.Arbitrary<Resources> = some(
  { cpu: fc.constantFrom<string | number>('100m', 1, '0.5'), memory: fc.constantFrom('64Mi', '1Gi', '1e8') },
  {
    cpuLimit: fc.constantFrom<string | number>('1500m', 2),
    memoryLimit: fc.constant('2Gi'),
    ephemeralStorage: fc.constant('1Gi'),
  },
);

/** What every container can say but for what it knows; `tmp` and config are up to the workload. */
export function arbitraryContainer(ports: Ports): fc.Arbitrary<ContainerProps> {
  const lifecycle: fc.Arbitrary<Lifecycle> = some({}, { postStart: HOOK, preStop: HOOK });
  const health: fc.Arbitrary<Health> = some(
    {},
    { live: probe(ports, false), ready: probe(ports, true), start: probe(ports, false) },
  );
  return some({ ...PROGRAM, shell: fc.constant(true) }, { ...LIMITS, health, lifecycle });
}

const PROGRAM = { image: IMAGES };
const LIMITS = {
  command: fc.constantFrom(['/bin/app'], ['sh', '-c', 'exec app "$0"']),
  args: fc.constantFrom([], ['--port', '8080']),
  workingDir: fc.constant('/srv'),
  env: ENV,
  resources: fc.oneof(fc.constantFrom('tiny', 'small', 'medium', 'large'), RESOURCES),
  imagePullPolicy: fc.constantFrom('Always', 'IfNotPresent', 'Never'),
  security: some(
    {},
    {
      readOnlyRootFilesystem: fc.boolean(),
      addCapabilities: fc.constant(['NET_BIND_SERVICE']),
      allowPrivilegeEscalation: fc.constant(false),
      privileged: fc.constant(false),
    },
  ),
  tmp: fc.constantFrom<string | false>('8Mi', false),
};

/** A container that ends before the others start. */
export const arbitraryInitContainer = some(PROGRAM, LIMITS);
