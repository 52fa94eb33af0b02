import { counted } from '../counted';
import type { Plan } from '../plan';
import { groupChanges } from './group';
import { headlineOf, partialApply, setting } from './headline';
import type { ReportOptions } from './options';
import { type Paint, painter } from './paint';
import { describeGroup } from './text-change';
import { wrap } from './wrap';

/** Plans as people read them in a terminal: what it comes down to, then a few lines for each resource. */
export function textReport(plans: readonly Plan[], options: ReportOptions): string {
  const paint = painter(options.colored);
  const sentences = [...new Set(plans.flatMap(({ assumptions }) => assumptions))];
  const footer = sentences.length > 0 ? wrap(`Taken for granted: ${sentences.join('; ')}.`, '', options) : [];
  const lines = [
    ...describeAll(plans, options, paint),
    ...plans.flatMap((plan) => [...describePlan(plan, plans, options, paint), '']),
    ...footer.map((line) => paint(line, 'dim')),
  ];
  return `${lines.join('\n')}\n`.replace(/\n+$/, '\n');
}

/** What several environments come down to, and what is the same for all. */
function describeAll(plans: readonly Plan[], options: ReportOptions, paint: Paint): readonly string[] {
  if (plans.length < 2) return [];
  const headline = `all environments: ${headlineOf({ changes: plans.flatMap(({ changes }) => changes) })}`;
  return [
    ...wrap(headline, '', options).map((line) => paint(line, 'bold')),
    ...describeSides(plans, options, paint),
    '',
  ];
}

function describeSides(plans: readonly Plan[], options: ReportOptions, paint: Paint): readonly string[] {
  const settings = new Set(plans.map(setting));
  const how = settings.size === 1 ? `; ${[...settings].join('')}` : '';
  return wrap(`${options.before} → ${options.after}${how}`, '', options).map((line) => paint(line, 'dim'));
}

function describePlan(plan: Plan, all: readonly Plan[], options: ReportOptions, paint: Paint): readonly string[] {
  const { environment, changes } = plan;
  const shown = changes.filter(({ action }) => options.showNoEffect || action !== 'no-effect');
  const failure = partialApply(plan);
  const name = environment === undefined ? '' : `${environment}: `;
  const differs = new Set(all.map(setting)).size > 1;
  return [
    ...wrap(`${name}${headlineOf(plan)}`, '', options).map((line) => paint(line, 'bold')),
    ...(all.length === 1 ? describeSides(all, options, paint) : []),
    ...(differs ? wrap(setting(plan), '', options).map((line) => paint(line, 'dim')) : []),
    ...(failure ? wrap(failure, '', options).map((line) => paint(line, 'error')) : []),
    ...groupChanges(shown).flatMap((group) => ['', ...describeGroup(group, options, paint)]),
    ...describeRest(plan, options),
  ];
}

/** What is only counted. */
function describeRest({ changes, unchanged }: Plan, options: ReportOptions): readonly string[] {
  const quiet = options.showNoEffect ? 0 : changes.filter(({ action }) => action === 'no-effect').length;
  const differ = quiet === 1 ? 'differs' : 'differ';
  const lines = [
    ...(quiet > 0 ? [`${counted(quiet, 'resource')} ${differ} in text only (--show no-effect lists them)`] : []),
    ...(unchanged > 0 ? [`${counted(unchanged, 'resource')} unchanged`] : []),
  ];
  return lines.length > 0 ? ['', ...lines.flatMap((line) => wrap(line, '', options))] : [];
}
