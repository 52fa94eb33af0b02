import { Credentials, Internet, WebService } from '../../lib';
import { FluentBit } from '../../lib/sidecars/fluent-bit';
import type { FluentBitOutput } from '../../lib/sidecars/fluent-bit-output';
import { containerOf } from '../support/objects';
import { mistakes, render, type Rendered } from '../support/render';
import { dedent, yaml } from '../support/yaml';
import { configText } from './config-text';

const web = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };
const tail = '/var/log/shop/*.log';
const connectTo = { namespace: 'monitoring', labels: { app: 'sink' } };

type Key = ReturnType<Credentials<'USER' | 'PASSWORD' | 'TOKEN'>['key']>;

function sendTo(output: (key: (name: 'USER' | 'PASSWORD' | 'TOKEN') => Key) => FluentBitOutput): Rendered {
  return render((shop) => {
    const credentials = Credentials.fromExistingSecret(shop, 'sink', ['USER', 'PASSWORD', 'TOKEN']);
    const service = new WebService(shop, 'web', web);
    service.addSidecar(new FluentBit({ tail, output: output((name) => credentials.key(name)) }));
  });
}

function mistakesOf(output: unknown): readonly string[] {
  return mistakes((shop) =>
    new WebService(shop, 'web', web).addSidecar(new FluentBit({ tail, output: output as FluentBitOutput })),
  );
}

test('Loki gets records with the name of the pod, in a stream that is named after the workload', () => {
  const rendered = sendTo(() => ({ loki: { host: 'loki.monitoring', connectTo } }));

  expect(configText(rendered, 'web-fluent-bit')).toBe(dedent`
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
      filters:
      - name: record_modifier
        match: "*"
        record:
        - k8s_namespace ${'${POD_NAMESPACE}'}
        - k8s_workload web
        - k8s_pod ${'${POD_NAME}'}
      outputs:
      - name: loki
        host: loki.monitoring
        port: 3100
        labels: job=web
        match: "*"
        retry_limit: no_limits
        storage.total_limit_size: 67M
  `);
  expect(containerOf(rendered.get('Deployment'), 'fluent-bit').env).toEqual(yaml`
    - { name: POD_NAMESPACE, valueFrom: { fieldRef: { fieldPath: metadata.namespace } } }
    - { name: POD_NAME, valueFrom: { fieldRef: { fieldPath: metadata.name } } }
  `);
});

test('the network policies open the way to the sink', () => {
  const { get } = sendTo(() => ({ loki: { host: 'loki.monitoring', connectTo } }));

  expect(get('NetworkPolicy', 'web-to-loki').spec).toMatchObject({
    policyTypes: ['Egress'],
    egress: [
      {
        to: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
            podSelector: { matchLabels: { app: 'sink' } },
          },
        ],
        ports: [{ port: 3100 }],
      },
    ],
  });
});

test('a sink may be on the internet, or another workload', () => {
  const { ids } = render((shop) => {
    const gateway = new WebService(shop, 'gateway', { ...web, port: 4318 });
    const output: FluentBitOutput = { otlp: { host: 'gateway', connectTo: gateway } };
    new WebService(shop, 'web', web).addSidecar(new FluentBit({ tail, output }));
    const outside: FluentBitOutput = {
      loki: { host: 'logs.example.com', port: 443, tls: true, connectTo: Internet.https() },
    };
    new WebService(shop, 'api', web).addSidecar(new FluentBit({ tail, output: outside }));
  });

  expect(ids).toEqual(expect.arrayContaining(['NetworkPolicy/web-to-gateway', 'NetworkPolicy/api-to-internet-https']));
});

test('Loki takes labels, labels from fields, a tenant, TLS and a login', () => {
  const rendered = sendTo((key) => ({
    loki: {
      host: 'loki.monitoring',
      port: 3101,
      tls: true,
      labels: { job: 'shop', env: 'prod' },
      labelKeys: ['level', 'route'],
      tenant: 'acme',
      user: 'shop',
      password: key('PASSWORD'),
      connectTo,
    },
  }));

  expect(yamlOf(rendered)).toMatchObject({
    name: 'loki',
    host: 'loki.monitoring',
    port: 3101,
    tls: 'on',
    'tls.verify_hostname': 'on',
    http_user: 'shop',
    http_passwd: '${LOKI_PASSWORD}',
    labels: 'job=shop, env=prod',
    label_keys: '$level, $route',
    tenant_id: 'acme',
  });
  expect(containerOf(rendered.get('Deployment'), 'fluent-bit').env?.[0]).toEqual(yaml`
    name: LOKI_PASSWORD
    valueFrom: { secretKeyRef: { name: sink, key: PASSWORD } }
  `);
});

test('Loki takes a token', () => {
  const rendered = sendTo((key) => ({ loki: { host: 'loki', token: key('TOKEN'), connectTo } }));

  expect(yamlOf(rendered)).toMatchObject({ bearer_token: '${LOKI_TOKEN}' });
  expect(variables(rendered)).toContain('LOKI_TOKEN');
});

test('Elasticsearch gets each record once, in an index of the workload', () => {
  const rendered = sendTo((key) => ({
    elasticsearch: { host: 'es.logging', user: key('USER'), password: key('PASSWORD'), connectTo },
  }));

  expect(yamlOf(rendered)).toEqual({
    name: 'es',
    host: 'es.logging',
    port: 9200,
    http_user: '${ELASTICSEARCH_USER}',
    http_passwd: '${ELASTICSEARCH_PASSWORD}',
    index: '${POD_NAMESPACE}-web',
    suppress_type_name: 'on',
    generate_id: 'on',
    match: '*',
    retry_limit: 'no_limits',
    'storage.total_limit_size': '67M',
  });
  expect(variables(rendered)).toEqual(['ELASTICSEARCH_USER', 'ELASTICSEARCH_PASSWORD', 'POD_NAMESPACE', 'POD_NAME']);
  expect(rendered.ids).toContain('NetworkPolicy/web-to-elasticsearch');
});

test('Elasticsearch takes an index, a path and an API key', () => {
  const rendered = sendTo((key) => ({
    elasticsearch: { host: 'es', index: 'logs-shop', path: '/es', apiKey: key('TOKEN'), connectTo },
  }));

  expect(yamlOf(rendered)).toMatchObject({ http_api_key: '${ELASTICSEARCH_API_KEY}', index: 'logs-shop', path: '/es' });
  expect(variables(rendered)).toContain('ELASTICSEARCH_API_KEY');
});

test('OpenSearch has a plugin of its own', () => {
  const rendered = sendTo((key) => ({
    opensearch: { host: 'search', user: 'shop', password: key('PASSWORD'), connectTo },
  }));

  expect(yamlOf(rendered)).toMatchObject({ name: 'opensearch', port: 9200, http_passwd: '${OPENSEARCH_PASSWORD}' });
  expect(rendered.ids).toContain('NetworkPolicy/web-to-opensearch');
});

test('OTLP goes over HTTP, or over gRPC', () => {
  const http = yamlOf(sendTo(() => ({ otlp: { host: 'collector', path: '/otlp/v1/logs', connectTo } })));
  const grpc = yamlOf(sendTo(() => ({ otlp: { host: 'collector', protocol: 'grpc', connectTo } })));

  expect(http).toMatchObject({ name: 'opentelemetry', port: 4318, logs_uri: '/otlp/v1/logs' });
  expect(http).not.toHaveProperty('grpc');
  expect(grpc).toMatchObject({ name: 'opentelemetry', port: 4317, grpc: 'on' });
});

test('a field of the record can be the body of the OTLP record', () => {
  const output = yamlOf(sendTo(() => ({ otlp: { host: '127.0.0.1', bodyKey: 'msg' } })));

  expect(output).toMatchObject({ logs_body_key: '$msg', logs_body_key_attributes: true });
});

test('a sink in the pod needs no network policy', () => {
  const { ids } = sendTo(() => ({ otlp: { host: '127.0.0.1' } }));

  expect(ids.filter((id) => id.includes('otlp'))).toEqual([]);
});

test.each([
  ['syslog', "output is 'syslog': choose 'stdout' or one of loki, elasticsearch, opensearch, otlp"],
  [{}, "output is empty: choose 'stdout' or one of loki, elasticsearch, opensearch, otlp"],
  [
    { loki: { host: 'a' }, otlp: { host: 'b' } },
    "output is 'loki' and 'otlp': choose 'stdout' or one of loki, elasticsearch, opensearch, otlp",
  ],
  [
    { loki: { host: 'loki.monitoring' } },
    "output.loki.connectTo is missing, so the network policies would stop what goes to loki.monitoring: say who answers there, such as connectTo: { namespace: 'monitoring' }",
  ],
  [
    { loki: { host: 'http://loki:3100', connectTo } },
    "output.loki.host is 'http://loki:3100': give the host alone, such as 'loki.monitoring'",
  ],
  [
    { loki: { host: 'loki:3100', connectTo } },
    "output.loki.host is 'loki:3100': give the host alone, such as 'loki.monitoring'",
  ],
  [{ otlp: { host: 'otlp', port: 70000, connectTo } }, 'output.otlp.port is 70000: use a whole number from 1 to 65535'],
  [
    { otlp: { host: 'otlp', index: 'x', connectTo } },
    'output.otlp.index is unknown: use host, port, tls, connectTo, user, password, protocol, path, bodyKey',
  ],
  [{ otlp: { host: 'otlp', protocol: 'udp', connectTo } }, "output.otlp.protocol is 'udp': use 'http' or 'grpc'"],
  [
    { otlp: { host: 'otlp', protocol: 'grpc', path: '/x', connectTo } },
    "output.otlp.path is '/x', but gRPC has no paths: remove it, or use protocol: 'http'",
  ],
  [
    { loki: { host: 'loki', labels: { 'app-name': 'x' }, connectTo } },
    "output.loki.labels has 'app-name', which is no label of Loki: use letters, digits and '_'",
  ],
  [
    { loki: { host: 'loki', labels: { app: 'a, b=c' }, connectTo } },
    "output.loki.labels.app is 'a, b=c': use a text without ',' and '$'",
  ],
  [
    { loki: { host: 'loki', labelKeys: ['a.b'], connectTo } },
    "output.loki.labelKeys has 'a.b': use a field's name of letters, digits and '_'",
  ],
])('fails for the output %j', (output, problem) => {
  expect(mistakesOf(output)).toEqual([`web: ${problem}`]);
});

test('fails for a password in the program, and does not repeat it', () => {
  const problems = mistakesOf({ loki: { host: 'loki', password: 'hunter2', connectTo } });

  expect(problems).toEqual([
    "web: output.loki.password is no credential: a secret value must not be in the program, so use credentials.key('…')",
  ]);
});

/** The only output in the configuration. */
function yamlOf(rendered: Rendered): unknown {
  return (yaml`${configText(rendered, 'web-fluent-bit')}` as { pipeline: { outputs: unknown[] } }).pipeline.outputs[0];
}

function variables(rendered: Rendered): readonly string[] | undefined {
  return containerOf(rendered.get('Deployment'), 'fluent-bit').env?.map(({ name }) => name);
}
