import type { Finding } from '../manifest/finding';
import { printable } from '../manifest/printable';
import { describeResource } from '../manifest/resource';
import { groupBy } from '../manifest/group-by';
import { placeOf, type Report, summarize } from './report';

const COLORS = { error: 31, warning: 33, note: 36, file: 1 } as const;

/** A report as people read it: what, why and what to do, by file and object; the last line sums up. */
export function textReport(report: Report, colored: boolean): string {
  const paint = (text: string, as: keyof typeof COLORS) => (colored ? `\u001B[${COLORS[as]}m${text}\u001B[0m` : text);
  const findings = report.environments.flatMap((environment) => environment.findings);
  const files = groupBy(findings, (finding) => placeOf(finding).file);
  const blocks = [...files].map(([file, inFile]) => {
    const objects = groupBy(inFile, ({ resource, origin }) =>
      JSON.stringify([resource, 'document' in origin && origin.document]),
    );
    return [paint(printable(file), 'file'), ...[...objects.values()].flatMap((group) => describeObject(group, paint))];
  });
  return [...blocks.map((lines) => `${lines.join('\n')}\n`), summaryLine(report), ''].join('\n');
}

function describeObject(
  findings: readonly Finding[],
  paint: (text: string, as: Finding['severity']) => string,
): readonly string[] {
  return [
    `  ${printable(describeResource(findings[0]!.resource))}`,
    ...findings.toSorted(bySeverity).flatMap((finding) => {
      const { line } = placeOf(finding);
      const where = [line === undefined ? '' : `line ${line}: `, finding.path ? `${finding.path}: ` : ''].join('');
      return [
        `    ${paint(finding.severity, finding.severity)} ${finding.rule}`,
        `      ${printable(where + finding.message)}`,
        `      why: ${finding.why}`,
        `      fix: ${finding.remedy}`,
      ];
    }),
  ];
}

function bySeverity(a: Finding, b: Finding): number {
  const order = ['error', 'warning', 'note'];
  return order.indexOf(a.severity) - order.indexOf(b.severity);
}

function summaryLine(report: Report): string {
  const { files, objects, errors, warnings, notes, acknowledged } = summarize(report);
  const names = report.environments.map(
    ({ environment, target }) => `${environment ?? 'no environment'} ${target.kubernetes}`,
  );
  const found = [
    [errors, 'error'],
    [warnings, 'warning'],
    [notes, 'note'],
  ] as const;
  const list = found.filter(([count]) => count > 0).map(([count, what]) => plural(count, what));
  return [
    `${list.join(', ') || 'nothing found'} in ${plural(objects, 'object')} of ${plural(files, 'file')}`,
    names.length > 0 ? ` (${printable([...new Set(names)].join(', '))})` : '',
    acknowledged > 0 ? `; ${acknowledged} acknowledged` : '',
    report.leftOut.length > 0 ? `; ${plural(report.leftOut.length, 'file')} without Kubernetes objects` : '',
  ].join('');
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
