import { portNumberProblem } from '../containers/ports';
import { type Names, unknownNames } from '../application/unknown-names';
import { listScrapes } from './otel-collector-file';
import type { OtelCollectorProps, OtlpExport, PrometheusExport, Scrape } from './otel-collector-props';
import { choiceProblem, credentialProblem, isLoopback } from './sink';

const NAMES: Names<OtelCollectorProps> = { scrape: true, receive: true, export: true, image: true, resources: true };
const SCRAPE: Names<Scrape> = { url: true, everySeconds: true };
const PROMETHEUS: Names<PrometheusExport> = { port: true };
const OTLP: Names<OtlpExport> = { endpoint: true, protocol: true, headers: true, connectTo: true };

/** What is wrong with what a collector is told to do. */
export function otelCollectorProblems(props: OtelCollectorProps): readonly string[] {
  if (!props) return unknownNames('OtelCollector', props, NAMES);
  const { scrape, receive, export: output } = props;
  const scrapes = listScrapes(scrape);
  const problems = [
    ...unknownNames('OtelCollector', props, NAMES),
    scrapes.length === 0 && receive === undefined
      ? `OtelCollector has nothing to collect: give scrape, such as 'http://127.0.0.1:8080/metrics', or receive: 'otlp'`
      : undefined,
    receive === undefined || receive === 'otlp' ? undefined : `receive is '${String(receive)}': use 'otlp'`,
    ...scrapes.flatMap(scrapeProblems),
    ...exportProblems(output),
  ];
  return problems.filter((problem) => problem !== undefined);
}

function scrapeProblems(scrape: Scrape): readonly (string | undefined)[] {
  const { url, everySeconds = 30 } = scrape;
  const parsed = parseUrl(url);
  return [
    ...unknownNames('scrape', scrape, SCRAPE),
    parsed && isLoopback(parsed.hostname)
      ? undefined
      : `scrape asks for '${String(url)}': give a URL in the pod, such as 'http://127.0.0.1:8080/metrics'`,
    Number.isInteger(everySeconds) && everySeconds >= 1
      ? undefined
      : `scrape.everySeconds is ${everySeconds}: use a whole number of seconds from 1 on`,
  ];
}

function exportProblems(output: OtelCollectorProps['export'] = { prometheus: {} }): readonly (string | undefined)[] {
  const choice = choiceProblem({ what: 'export', kinds: ['prometheus', 'otlp'] }, output);
  if (choice !== undefined) return [choice];
  if ('otlp' in output) return otlpProblems(output.otlp);
  const { port } = output.prometheus;
  return [
    ...unknownNames('export.prometheus', output.prometheus, PROMETHEUS),
    port === undefined ? undefined : portNumberProblem('export.prometheus.port', port),
  ];
}

function otlpProblems(output: OtlpExport): readonly (string | undefined)[] {
  const { endpoint, protocol = 'http', headers = {}, connectTo } = output;
  const url = parseUrl(endpoint);
  return [
    ...unknownNames('export.otlp', output, OTLP),
    ...Object.entries(headers)
      .filter(([name]) => /authorization|cookie|key|secret|token/i.test(name))
      .map(([name, value]) => credentialProblem(`export.otlp.headers.${name}`, value)),
    url
      ? undefined
      : `export.otlp.endpoint is '${String(endpoint)}': give a URL, such as 'http://collector.monitoring:4318'`,
    ['http', 'grpc'].includes(protocol) ? undefined : `export.otlp.protocol is '${protocol}': use 'http' or 'grpc'`,
    url && connectTo === undefined && !isLoopback(url.hostname)
      ? `export.otlp.connectTo is missing, so the network policies would stop what goes to ${url.hostname}: say who answers there, such as connectTo: { namespace: 'monitoring' }`
      : undefined,
  ];
}

function parseUrl(url: unknown): URL | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return ['http:', 'https:'].includes(parsed.protocol) ? parsed : undefined;
}
