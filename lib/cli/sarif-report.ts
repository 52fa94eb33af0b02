import { createHash } from 'node:crypto';
import type { Finding } from '../manifest/finding';
import { describeResource } from '../manifest/resource';
import type { Rule } from '../policy/rule';
import { placeOf, type Report } from './report';

/** A report in SARIF 2.1.0, which code hosts show beside the lines: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarifReport({ environments }: Report, version: string, rules: readonly Rule[]): string {
  const open = environments.flatMap(({ findings }) => findings.map((finding) => resultOf(finding, rules)));
  const acknowledged = environments.flatMap((environment) =>
    environment.acknowledged.map((finding) => ({
      ...resultOf(finding, rules),
      suppressions: [{ kind: 'inSource', justification: finding.acknowledgement.reason }],
    })),
  );
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'slipway', version, rules: rules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        results: [...open, ...acknowledged],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function describeRule({ id, what, why, remedy, link, severity }: Rule): object {
  const level = severity.production === 'off' ? 'none' : severity.production;
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: why },
    help: { text: `Fix: ${remedy}` },
    helpUri: link,
    defaultConfiguration: { level },
  };
}

function resultOf(finding: Finding, rules: readonly Rule[]) {
  const { rule, severity, message, remedy, resource, path } = finding;
  const { file, line } = placeOf(finding);
  const name = describeResource(resource);
  const uri = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: severity,
    message: { text: `${name}${path ? `: ${path}` : ''}: ${message}. Fix: ${remedy}.` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri }, region: { startLine: line ?? 1 } },
        logicalLocations: [{ fullyQualifiedName: path ? `${name} ${path}` : name, kind: 'resource' }],
      },
    ],
    partialFingerprints: { 'slipway/v1': fingerprint([rule, file, name, path, message]) },
  };
}

/** What stays the same when lines move. */
function fingerprint(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
