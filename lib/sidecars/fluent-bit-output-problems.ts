import { type Names, unknownNames } from '../application/unknown-names';
import type {
  ElasticsearchOutput,
  FluentBitOutput,
  LokiOutput,
  OpensearchOutput,
  OtlpOutput,
} from './fluent-bit-output';
import { choiceProblem, credentialProblem, type Sink, sinkProblems } from './sink';

const SINK: Names<Sink> = { host: true, port: true, tls: true, connectTo: true };
const LOGIN = { ...SINK, user: true, password: true } as const;
const LOKI: Names<LokiOutput> = { ...LOGIN, labels: true, labelKeys: true, tenant: true, token: true };
const OPENSEARCH: Names<OpensearchOutput> = { ...LOGIN, index: true, path: true };
const ELASTICSEARCH: Names<ElasticsearchOutput> = { ...OPENSEARCH, apiKey: true };
const OTLP: Names<OtlpOutput> = { ...LOGIN, protocol: true, path: true, bodyKey: true };
const KINDS = { loki: LOKI, elasticsearch: ELASTICSEARCH, opensearch: OPENSEARCH, otlp: OTLP };

/** What is wrong with an output. */
export function outputProblems(output: FluentBitOutput): readonly string[] {
  if (output === 'stdout') return [];
  const choice = choiceProblem({ what: 'output', kinds: Object.keys(KINDS) }, output);
  if (choice !== undefined) return [choice.replace('choose one of', "choose 'stdout' or one of")];
  const [kind, sink] = Object.entries(output)[0] as [keyof typeof KINDS, LokiOutput & ElasticsearchOutput & OtlpOutput];
  const what = `output.${kind}`;
  const problems = [
    ...unknownNames(what, sink, KINDS[kind]),
    ...sinkProblems(what, sink),
    credentialProblem(`${what}.password`, sink.password),
    credentialProblem(`${what}.token`, sink.token),
    credentialProblem(`${what}.apiKey`, sink.apiKey),
    ...lokiProblems(what, sink),
    kind === 'otlp' ? protocolProblem(what, sink) : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}

function lokiProblems(what: string, { labels = {}, labelKeys = [] }: LokiOutput): readonly string[] {
  const names = Object.keys(labels).filter((name) => !/^[a-zA-Z_]\w*$/.test(name));
  const values = Object.entries(labels).filter(([, value]) => !/^[^,$\n]+$/.test(value));
  const fields = labelKeys.filter((key) => !/^\w+$/.test(key));
  return [
    ...names.map((name) => `${what}.labels has '${name}', which is no label of Loki: use letters, digits and '_'`),
    ...values.map(([name, value]) => `${what}.labels.${name} is '${value}': use a text without ',' and '$'`),
    ...fields.map((key) => `${what}.labelKeys has '${key}': use a field's name of letters, digits and '_'`),
  ];
}

function protocolProblem(what: string, { protocol = 'http', path }: OtlpOutput): string | undefined {
  if (!['http', 'grpc'].includes(protocol)) return `${what}.protocol is '${protocol}': use 'http' or 'grpc'`;
  if (protocol === 'http' || path === undefined) return undefined;
  return `${what}.path is '${path}', but gRPC has no paths: remove it, or use protocol: 'http'`;
}
