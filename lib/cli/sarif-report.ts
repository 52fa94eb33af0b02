import { createHash } from 'node:crypto';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Finding } from '../manifest/finding';
import { describeResource } from '../manifest/resource';
import type { Rule } from '../policy/rule';
import { placeOf, type Report } from './report';

/** What a report in SARIF says beside the findings. */
export interface SarifOptions {
  readonly version: string;
  readonly rules: readonly Rule[];
  /** The folder that paths are told from, where they lead into it; code hosts know the files of a repository so. */
  readonly folder?: string;
}

/** A report in SARIF 2.1.0, which code hosts show beside the lines: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarifReport({ environments }: Report, options: SarifOptions): string {
  const { version, rules } = options;
  const open = environments.flatMap(({ findings }) => findings.map((finding) => resultOf(finding, options)));
  const acknowledged = environments.flatMap((environment) =>
    environment.acknowledged.map((finding) => ({
      ...resultOf(finding, options),
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

function resultOf(finding: Finding, { rules, folder }: SarifOptions) {
  const { rule, severity, message, remedy, resource, path } = finding;
  const { file, line } = placeOf(finding);
  const name = describeResource(resource);
  const place = placeFrom(folder, file);
  const uri = place.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
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
    partialFingerprints: { 'slipway/v1': fingerprint([rule, place, name, path, message]) },
  };
}

/** A path from a folder, if it leads into it; else as it was given. */
function placeFrom(folder: string | undefined, file: string): string {
  const path = folder === undefined ? file : relative(folder, resolve(folder, file));
  return path === '' || path.startsWith('..') || isAbsolute(path) ? file : path;
}

/** What stays the same when lines move. */
function fingerprint(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
