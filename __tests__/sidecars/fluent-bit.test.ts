import { Claim, EmptyDir, WebService, Worker } from '../../lib';
import { FluentBit, type FluentBitProps } from '../../lib/sidecars/fluent-bit';
import { containerOf, podOf } from '../support/objects';
import { mistakes, render, type Rendered } from '../support/render';
import { dedent, yaml } from '../support/yaml';
import { configText } from './config-text';

const web = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };
const tail = '/var/log/shop/*.log';

function withFluentBit(props: Partial<FluentBitProps>, prepare: (web: WebService) => void = () => {}): Rendered {
  return render((shop) => {
    const service = new WebService(shop, 'web', web);
    prepare(service);
    service.addSidecar(new FluentBit({ tail, ...props }));
  });
}

function mistakesOf(props: object): readonly string[] {
  return mistakes((shop) => new WebService(shop, 'web', web).addSidecar(new FluentBit({ tail, ...props })));
}

test('the agent reads what the application writes, as the same user, and prints it', () => {
  const { get } = withFluentBit({});
  const agent = containerOf(get('Deployment'), 'fluent-bit');

  expect(agent).toMatchObject({
    image: 'docker.io/fluent/fluent-bit:5.1.1',
    restartPolicy: 'Always',
    command: ['/fluent-bit/bin/fluent-bit'],
    args: ['-c', '/etc/fluent-bit/fluent-bit.yaml'],
    ports: [{ name: 'fluent-bit', containerPort: 2020 }],
    resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '64Mi' } },
    volumeMounts: [
      { name: 'web-fluent-bit', mountPath: '/etc/fluent-bit' },
      { name: 'logs', mountPath: '/var/log/shop', readOnly: true },
      { name: 'fluent-bit', mountPath: '/var/lib/fluent-bit' },
    ],
  });
  expect(agent['securityContext']).toEqual(yaml`
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities: { drop: [ALL] }
  `);
  expect(agent).not.toHaveProperty('env');
  expect(containerOf(get('Deployment'), 'web').volumeMounts).toContainEqual({
    name: 'logs',
    mountPath: '/var/log/shop',
  });
  expect(podOf(get('Deployment')).spec.volumes).toEqual(
    expect.arrayContaining([
      { name: 'logs', emptyDir: { sizeLimit: '256Mi' } },
      { name: 'fluent-bit', emptyDir: { sizeLimit: '128Mi' } },
    ]),
  );
});

test('the agent is asked whether it runs, not whether its sink does, and never makes the pod unready', () => {
  const agent = containerOf(withFluentBit({}).get('Deployment'), 'fluent-bit');

  expect(agent['livenessProbe']).toEqual(yaml`
    httpGet: { path: /api/v1/uptime, port: fluent-bit }
    periodSeconds: 30
    timeoutSeconds: 5
    failureThreshold: 5
  `);
  expect(agent).not.toHaveProperty('readinessProbe');
});

test('the configuration is YAML of Fluent Bit 5', () => {
  expect(configText(withFluentBit({}), 'web-fluent-bit')).toBe(dedent`
    service:
      flush: 1
      grace: 5
      http_server: on
      http_listen: 0.0.0.0
      http_port: 2020
      health_check: on
      scheduler.cap: 60
      storage.path: /var/lib/fluent-bit/buffer
      storage.max_chunks_up: 8
    parsers:
    - name: json
      format: json
    pipeline:
      inputs:
      - name: tail
        path: /var/log/shop/*.log
        parser: json
        db: /var/lib/fluent-bit/positions.db
        db.locking: true
        read_from_head: true
        refresh_interval: 5
        buffer_max_size: 1M
        skip_long_lines: on
        storage.type: filesystem
      outputs:
      - name: stdout
        format: json_lines
        json_date_format: iso8601
        match: "*"
        retry_limit: no_limits
        storage.total_limit_size: 67M
  `);
});

test('lines that are text are not parsed', () => {
  const text = configText(withFluentBit({ parse: 'none' }), 'web-fluent-bit');

  expect(text).not.toContain('parser');
});

test('the time is taken from a field of the line', () => {
  const text = configText(withFluentBit({ parse: { json: { timeKey: 'time' } } }), 'web-fluent-bit');

  expect(text).toContain(dedent`
    parsers:
    - name: json
      format: json
      time_key: time
      time_format: "%Y-%m-%dT%H:%M:%S.%L%z"
      time_keep: on
  `);
});

test('the time may be written in another way', () => {
  const parse = { json: { timeKey: 'ts', timeFormat: '%s.%L' } };

  const text = configText(withFluentBit({ parse }), 'web-fluent-bit');

  expect(text).toContain('time_key: ts\n');
  expect(text).toContain('time_format: "%s.%L"\n');
});

test('the agent keeps what it could not send in half of its own volume, and drops the oldest', () => {
  const rendered = withFluentBit({ bufferSize: '1Gi' });

  expect(podOf(rendered.get('Deployment')).spec.volumes).toContainEqual({
    name: 'fluent-bit',
    emptyDir: { sizeLimit: '1Gi' },
  });
  expect(configText(rendered, 'web-fluent-bit')).toContain('storage.total_limit_size: 536M');
});

test('image and resources can be chosen', () => {
  const { get } = withFluentBit({
    image: 'cr.fluentbit.io/fluent/fluent-bit:5.0.9',
    resources: { cpu: '20m', memory: '96Mi' },
  });

  expect(containerOf(get('Deployment'), 'fluent-bit')).toMatchObject({
    image: 'cr.fluentbit.io/fluent/fluent-bit:5.0.9',
    resources: { requests: { cpu: '20m', memory: '96Mi' }, limits: { memory: '96Mi' } },
  });
});

test('a volume that the application has at the folder is used as it is', () => {
  const { get } = withFluentBit({ tail: '/data/logs/app.log' }, (service) =>
    service.mount('/data/logs', new EmptyDir('data', { size: '64Mi' })),
  );

  expect(containerOf(get('Deployment'), 'fluent-bit').volumeMounts).toContainEqual({
    name: 'data',
    mountPath: '/data/logs',
    readOnly: true,
  });
  expect(containerOf(get('Deployment'), 'log-rotate')['args']).toEqual([
    'log-rotate',
    '/data/logs',
    'app.log',
    '16384',
    '10',
  ]);
  expect(podOf(get('Deployment')).spec.volumes).not.toContainEqual(expect.objectContaining({ name: 'logs' }));
});

test('on a volume whose size is not known, log files are emptied at 64Mi', () => {
  const { get } = render((shop) => {
    const worker = new Worker(shop, 'worker', { image: web.image, user: 1000, singleton: true });
    worker.mount('/var/log/shop', new Claim(shop, 'logs', { size: '1Gi', accessMode: 'ReadWriteOnce' }));
    worker.addSidecar(new FluentBit({ tail }));
  });

  expect(containerOf(get('Deployment'), 'log-rotate')['args']).toContain('65536');
});

test('one agent can be described for several workloads', () => {
  const { get } = render((shop) => {
    const logs = new FluentBit({ tail });
    new WebService(shop, 'web', web).addSidecar(logs);
    new Worker(shop, 'worker', { image: web.image, user: 2000 }).addSidecar(logs);
  });

  expect(containerOf(get('Deployment', 'web'), 'fluent-bit').name).toBe('fluent-bit');
  expect(containerOf(get('Deployment', 'worker'), 'fluent-bit').name).toBe('fluent-bit');
});

test('before Kubernetes 1.29 the agent is an ordinary container', () => {
  const { get } = render((shop) => new WebService(shop, 'web', web).addSidecar(new FluentBit({ tail })), {
    name: 'old',
    kubernetes: '1.28',
  });

  expect(podOf(get('Deployment')).spec.containers.map(({ name }) => name)).toEqual(['web', 'fluent-bit', 'log-rotate']);
});

test.each([
  [{ tail: 'var/log/*.log' }, "tail is 'var/log/*.log'"],
  [{ tail: '/var/log/*/app.log' }, "tail is '/var/log/*/app.log'"],
  [{ tail: '/var/log/shop/' }, "tail is '/var/log/shop/'"],
  [{ tail: '/app.log' }, "tail is '/app.log'"],
  [{ tail: '/a/x.log,/b/y.log' }, "tail is '/a/x.log,/b/y.log'"],
])('fails for %j, as one folder has to be shared', (props, problem) => {
  expect(mistakesOf(props)).toEqual([
    `web: ${problem}: write one folder without wildcards, and a pattern for the names in it, such as '/var/log/shop/*.log'`,
  ]);
});

test.each([
  [{ parse: 'xml' }, "parse is 'xml': use 'json', 'none', or { json: { timeKey: 'time' } }"],
  [{ parse: { json: {} } }, "parse.json.timeKey is missing: name the field with the time, or use parse: 'json'"],
  [{ parse: { json: { timeKey: 'time', format: 'iso' } } }, 'parse.json.format is unknown: use timeKey, timeFormat'],
  [
    { bufferSize: '1Mi' },
    "bufferSize is '1Mi': write a quantity from '16Mi' on, as Fluent Bit buffers in pieces of 2 MB",
  ],
  [{ rotate: 'daily' }, "rotate is 'daily': use 'application', or { at: '64Mi' }"],
  [
    { readFrom: 'head' },
    'FluentBit.readFrom is unknown: use tail, parse, output, size, rotate, bufferSize, image, resources',
  ],
])('fails for %j', (props, problem) => {
  expect(mistakesOf(props)).toEqual([`web: ${problem}`]);
});

test('fails when the size of the log volume is said twice', () => {
  const problems = mistakes((shop) => {
    const service = new WebService(shop, 'web', web);
    service.mount('/var/log/shop', new EmptyDir('data', { size: '64Mi' }));
    service.addSidecar(new FluentBit({ tail, size: '1Gi' }));
  });

  expect(problems).toEqual([
    'web: size (1Gi) has no effect, as the workload has mounted a volume at /var/log/shop: remove size, or that volume',
  ]);
});

test('a key that Fluent Bit does not know does not compile', () => {
  // @ts-expect-error it is called `tail`
  expect(new FluentBit({ path: tail })).toBeDefined();
  // @ts-expect-error it is called `host`
  expect(new FluentBit({ tail, output: { loki: { hots: 'loki' } } })).toBeDefined();
  // @ts-expect-error a password is a credential
  expect(new FluentBit({ tail, output: { loki: { host: 'loki', password: 'secret' } } })).toBeDefined();
});
