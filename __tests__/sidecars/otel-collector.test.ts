import { Credentials, WebService } from '../../lib';
import { OtelCollector } from '../../lib/sidecars/otel-collector';
import type { OtelCollectorProps } from '../../lib/sidecars/otel-collector-props';
import { containerOf, podOf } from '../support/objects';
import { mistakes, PROD, render, type Rendered } from '../support/render';
import { dedent, yaml } from '../support/yaml';
import { configText } from './config-text';

const web = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };
const scrape = 'http://127.0.0.1:8080/metrics';
const connectTo = { namespace: 'monitoring' };

function withCollector(props: OtelCollectorProps, environment = PROD): Rendered {
  return render((shop) => new WebService(shop, 'web', web).addSidecar(new OtelCollector(props)), environment);
}

function mistakesOf(props: object): readonly string[] {
  return mistakes((shop) => new WebService(shop, 'web', web).addSidecar(new OtelCollector(props)));
}

/** The configuration as the collector understands it. */
function fileOf(props: OtelCollectorProps): Record<string, Record<string, unknown>> {
  return yaml`${configText(withCollector(props), 'web-otel-collector')}` as Record<string, Record<string, unknown>>;
}

test('the collector runs beside the application, with its own user and little memory', () => {
  const collector = containerOf(withCollector({ scrape }).get('Deployment'), 'otel-collector');

  expect(collector).toMatchObject({
    image: 'docker.io/otel/opentelemetry-collector-contrib:0.159.0',
    restartPolicy: 'Always',
    args: ['--config=/etc/otelcol/config.yaml'],
    ports: [
      { name: 'metrics', containerPort: 8889 },
      { name: 'health', containerPort: 13133 },
    ],
    env: [{ name: 'GOMEMLIMIT', value: '102MiB' }],
    resources: { requests: { cpu: '10m', memory: '128Mi' }, limits: { memory: '128Mi' } },
    volumeMounts: [{ name: 'web-otel-collector', mountPath: '/etc/otelcol' }],
    securityContext: { runAsUser: 10001, runAsGroup: 10001 },
  });
  expect(collector['livenessProbe']).toEqual(yaml`
    httpGet: { path: /, port: health }
    periodSeconds: 30
    timeoutSeconds: 5
    failureThreshold: 5
  `);
  expect(collector).not.toHaveProperty('readinessProbe');
});

test('what is scraped can be read by a Prometheus, with the names that it had', () => {
  expect(configText(withCollector({ scrape }), 'web-otel-collector')).toBe(dedent`
    extensions:
      health_check:
        endpoint: 0.0.0.0:13133
    receivers:
      prometheus:
        config:
          scrape_configs:
          - job_name: web
            scrape_interval: 30s
            metrics_path: /metrics
            static_configs:
            - targets:
              - 127.0.0.1:8080
    processors:
      memory_limiter:
        check_interval: 1s
        limit_percentage: 80
        spike_limit_percentage: 20
    exporters:
      prometheus:
        endpoint: 0.0.0.0:8889
        without_scope_info: true
        translation_strategy: UnderscoreEscapingWithoutSuffixes
    service:
      extensions:
      - health_check
      telemetry:
        metrics:
          level: none
      pipelines:
        metrics:
          receivers:
          - prometheus
          processors:
          - memory_limiter
          exporters:
          - prometheus
  `);
});

test('the environment says who reads the metrics', () => {
  const { get } = withCollector({ scrape }, { ...PROD, metricsFrom: [{ namespace: 'monitoring' }] });

  expect(get('NetworkPolicy', 'web-from-metrics').spec).toMatchObject({
    ingress: [
      {
        from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
        ports: [{ port: 8889 }],
      },
    ],
  });
  expect(podOf(get('Deployment')).metadata.annotations).toMatchObject({ 'prometheus.io/port': '8889' });
});

test('the port for Prometheus can be chosen', () => {
  const props: OtelCollectorProps = { scrape, export: { prometheus: { port: 9464 } } };

  expect(containerOf(withCollector(props).get('Deployment'), 'otel-collector')['ports']).toContainEqual({
    name: 'metrics',
    containerPort: 9464,
  });
  expect(fileOf(props)['exporters']).toMatchObject({ prometheus: { endpoint: '0.0.0.0:9464' } });
});

test('several things can be scraped, at their own pace', () => {
  const { receivers } = fileOf({
    scrape: [
      { url: 'https://127.0.0.1/stats?format=prometheus&x=1&x=2', everySeconds: 5 },
      'http://localhost:9100',
      'http://[::1]:9200/',
    ],
  });

  expect(receivers).toEqual(yaml`
    prometheus:
      config:
        scrape_configs:
          - job_name: web-1
            scrape_interval: 5s
            scheme: https
            metrics_path: /stats
            params: { format: [prometheus], x: ['1', '2'] }
            static_configs: [{ targets: ['127.0.0.1:443'] }]
          - job_name: web-2
            scrape_interval: 30s
            metrics_path: /metrics
            static_configs: [{ targets: ['localhost:9100'] }]
          - job_name: web-3
            scrape_interval: 30s
            metrics_path: /metrics
            static_configs: [{ targets: ['[::1]:9200'] }]
  `);
});

test('the application can send metrics on loopback, and is told where', () => {
  const { receivers, exporters, service } = fileOf({ receive: 'otlp' });

  expect(receivers).toEqual(yaml`
    otlp: { protocols: { grpc: { endpoint: '127.0.0.1:4317' }, http: { endpoint: '127.0.0.1:4318' } } }
  `);
  expect(exporters).toEqual({ prometheus: { endpoint: '0.0.0.0:8889', without_scope_info: true } });
  expect(service?.['pipelines']).toEqual({
    metrics: { receivers: ['otlp'], processors: ['memory_limiter'], exporters: ['prometheus'] },
  });
  expect(containerOf(withCollector({ receive: 'otlp' }).get('Deployment'), 'web').env).toEqual(yaml`
    - { name: OTEL_SERVICE_NAME, value: web }
    - { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: 'http://127.0.0.1:4318' }
    - { name: OTEL_EXPORTER_OTLP_PROTOCOL, value: http/protobuf }
    - { name: OTEL_TRACES_EXPORTER, value: none }
    - { name: OTEL_LOGS_EXPORTER, value: none }
  `);
});

test('over OTLP, traces and logs go out too', () => {
  const props: OtelCollectorProps = {
    scrape,
    receive: 'otlp',
    export: { otlp: { endpoint: 'http://collector.monitoring:4318', connectTo } },
  };
  const { exporters, processors, service } = fileOf(props);
  const { get } = withCollector(props);

  expect(exporters).toEqual({ otlp_http: { endpoint: 'http://collector.monitoring:4318' } });
  expect(processors).toHaveProperty('batch');
  const out = { processors: ['memory_limiter', 'batch'], exporters: ['otlp_http'] };
  expect(service?.['pipelines']).toEqual({
    metrics: { receivers: ['prometheus', 'otlp'], ...out },
    traces: { receivers: ['otlp'], ...out },
    logs: { receivers: ['otlp'], ...out },
  });
  expect(containerOf(get('Deployment'), 'web').env?.map(({ name }) => name)).not.toContain('OTEL_TRACES_EXPORTER');
  expect(containerOf(get('Deployment'), 'otel-collector')['ports']).toEqual([{ name: 'health', containerPort: 13133 }]);
  expect(get('NetworkPolicy', 'web-to-otlp').spec).toMatchObject({ egress: [{ ports: [{ port: 4318 }] }] });
});

test.each([
  ['http://collector:4317', { endpoint: 'http://collector:4317', tls: { insecure: true } }, 4317],
  ['https://otlp.example.com', { endpoint: 'https://otlp.example.com' }, 443],
  ['http://otlp.example.com', { endpoint: 'http://otlp.example.com', tls: { insecure: true } }, 80],
])('OTLP over gRPC goes to %s', (endpoint, exporter, port) => {
  const props: OtelCollectorProps = { receive: 'otlp', export: { otlp: { endpoint, protocol: 'grpc', connectTo } } };

  expect(fileOf(props)['exporters']).toEqual({ otlp_grpc: exporter });
  expect(withCollector(props).get('NetworkPolicy', 'web-to-otlp').spec).toMatchObject({
    egress: [{ ports: [{ port }] }],
  });
});

test('headers can be secret', () => {
  const rendered = render((shop) => {
    const credentials = Credentials.fromExistingSecret(shop, 'otlp', ['TOKEN']);
    const headers = { 'X-Scope-OrgID': 'a$b', Authorization: credentials.key('TOKEN') };
    const otlp = { endpoint: 'http://collector:4318', headers, connectTo };
    new WebService(shop, 'web', web).addSidecar(new OtelCollector({ scrape, export: { otlp } }));
  });
  const text = configText(rendered, 'web-otel-collector');

  expect(text).toContain('X-Scope-OrgID: a$$b\n');
  expect(text).toContain('Authorization: ${env:OTLP_HEADER_AUTHORIZATION}\n');
  expect(containerOf(rendered.get('Deployment'), 'otel-collector').env?.[0]).toEqual(yaml`
    name: OTLP_HEADER_AUTHORIZATION
    valueFrom: { secretKeyRef: { name: otlp, key: TOKEN } }
  `);
});

test('the collector is told how much memory it has', () => {
  const { get } = withCollector({ scrape, image: 'otel/opentelemetry-collector-contrib:0.155.0', resources: 'medium' });

  expect(containerOf(get('Deployment'), 'otel-collector')).toMatchObject({
    image: 'otel/opentelemetry-collector-contrib:0.155.0',
    env: [{ name: 'GOMEMLIMIT', value: '409MiB' }],
    resources: { limits: { memory: '512Mi' } },
  });
});

test.each([
  [
    {},
    "OtelCollector has nothing to collect: give scrape, such as 'http://127.0.0.1:8080/metrics', or receive: 'otlp'",
  ],
  [{ receive: 'zipkin' }, "receive is 'zipkin': use 'otlp'"],
  [
    { scrape: '/metrics' },
    "scrape asks for '/metrics': give a URL in the pod, such as 'http://127.0.0.1:8080/metrics'",
  ],
  [
    { scrape: 'http://db:9187/metrics' },
    "scrape asks for 'http://db:9187/metrics': give a URL in the pod, such as 'http://127.0.0.1:8080/metrics'",
  ],
  [
    { scrape: 'ftp://127.0.0.1/metrics' },
    "scrape asks for 'ftp://127.0.0.1/metrics': give a URL in the pod, such as 'http://127.0.0.1:8080/metrics'",
  ],
  [
    { scrape: { url: scrape, everySeconds: 0.5 } },
    'scrape.everySeconds is 0.5: use a whole number of seconds from 1 on',
  ],
  [{ scrape: { url: scrape, path: '/' } }, 'scrape.path is unknown: use url, everySeconds'],
  [{ scrape, export: 'prometheus' }, "export is 'prometheus': choose one of prometheus, otlp"],
  [{ scrape, export: { prometheus: { port: 0 } } }, 'export.prometheus.port is 0: use a whole number from 1 to 65535'],
  [
    { scrape, export: { otlp: { endpoint: 'collector:4318', connectTo } } },
    "export.otlp.endpoint is 'collector:4318': give a URL, such as 'http://collector.monitoring:4318'",
  ],
  [
    { scrape, export: { otlp: { endpoint: 'http://collector:4318' } } },
    "export.otlp.connectTo is missing, so the network policies would stop what goes to collector: say who answers there, such as connectTo: { namespace: 'monitoring' }",
  ],
  [
    { scrape, export: { otlp: { endpoint: 'http://collector:4318', protocol: 'udp', connectTo } } },
    "export.otlp.protocol is 'udp': use 'http' or 'grpc'",
  ],
  [
    {
      scrape,
      export: { otlp: { endpoint: 'http://collector:4318', headers: { Authorization: 'Bearer x' }, connectTo } },
    },
    "export.otlp.headers.Authorization is no credential: a secret value must not be in the program, so use credentials.key('…')",
  ],
  [{ scrape, exporter: {} }, 'OtelCollector.exporter is unknown: write export'],
])('fails for %j', (props, problem) => {
  expect(mistakesOf(props)).toEqual([`web: ${problem}`]);
});

test('a key that is not known does not compile', () => {
  // @ts-expect-error it is called `scrape`
  expect(new OtelCollector({ scrapes: scrape })).toBeDefined();
});
