import type { Finding } from '../manifest/finding';
import { lineOf } from '../manifest/source-file';
import { type Report, summarize } from './report';

/** A report for other programs. */
export function jsonReport(report: Report): string {
  const environments = report.environments.map(({ findings, acknowledged, target, ...environment }) => ({
    ...environment,
    target: { ...target, definitions: undefined },
    findings: findings.map(withLine),
    acknowledged: acknowledged.map(withLine),
  }));
  const content = { format: 'slipway.check/v1', summary: summarize(report), environments, leftOut: report.leftOut };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** With the line of the field that the finding is about. */
function withLine<T extends Finding>(finding: T): T {
  const { origin, path } = finding;
  if (!('file' in origin)) return finding;
  return { ...finding, origin: { file: origin.file, document: origin.document, line: lineOf(origin, path) } };
}
