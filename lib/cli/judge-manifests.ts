import { NEWEST_KUBERNETES } from '../application/version';
import type { Finding } from '../manifest/finding';
import type { Manifest } from '../manifest/parse-manifest';
import type { Resource } from '../manifest/resource';
import type { ExternalReference, Target } from '../manifest/target';
import { judge, type JudgeOptions, type Judgement } from '../policy/check';
import { RULES } from '../policy/registry';
import type { CheckArguments } from './arguments';
import { refuseUnknownVersion } from './options';

/** What was found in the manifests of one environment. */
export interface JudgedEnvironment extends Judgement {
  /** `undefined` for manifests that name no environment. */
  readonly environment?: string;
  readonly target: Target;
  readonly files: readonly string[];
  readonly objects: number;
}

/** What is said of the clusters beside the headers. */
export interface Wanted extends Pick<CheckArguments, 'target' | 'external'> {
  readonly definitions?: Target['definitions'];
}

interface Group {
  readonly environment?: string;
  readonly target: Target & { readonly external: ExternalReference[] };
  /** Whether somebody has chosen the Pod Security level. */
  readonly isLevelChosen: boolean;
  readonly files: string[];
  /** Rules of the programs that rendered them. */
  readonly otherRules: string[];
  readonly resources: Resource[];
}

/** Judges manifests: those of one environment together, each for the clusters that its header or the options name. */
export function judgeManifests(
  manifests: readonly Manifest[],
  wanted: Wanted,
  options: JudgeOptions = {},
): readonly JudgedEnvironment[] {
  const groups = new Map<string, Group>();
  for (const manifest of manifests) {
    const group = groupOf(manifest, wanted);
    const { kubernetes, podSecurity, preset } = group.target;
    const key = JSON.stringify([group.environment, kubernetes, podSecurity, preset, group.isLevelChosen]);
    const known = groups.get(key) ?? group;
    groups.set(key, known);
    known.files.push(manifest.file);
    known.otherRules.push(...(manifest.header.rules ?? []));
    known.target.external.push(...(manifest.header.external ?? []));
    for (const resource of manifest.resources) known.resources.push(resource);
  }
  return [...groups.values()].map((group) => judgeGroup(group, options));
}

function groupOf({ file, header }: Manifest, { target, external, definitions }: Wanted): Group {
  const kubernetes = target.kubernetes ?? header.kubernetes ?? NEWEST_KUBERNETES;
  refuseUnknownVersion(kubernetes, `${file}: kubernetes`);
  const level = target.podSecurity ?? header.podSecurity;
  const preset = target.preset ?? header.preset ?? 'production';
  return {
    environment: header.environment,
    target: { kubernetes, preset, podSecurity: level ?? 'restricted', external: [...external], definitions },
    isLevelChosen: level !== undefined,
    files: [],
    otherRules: [],
    resources: [],
  };
}

function judgeGroup(
  { environment, target, isLevelChosen, files, otherRules, resources }: Group,
  options: JudgeOptions,
) {
  const judgement = judge(resources, target, { ...options, otherRules });
  const findings = isLevelChosen ? judgement.findings : soften(judgement.findings, resources, target, options);
  return { ...judgement, findings, environment, target, files, objects: resources.length };
}

/** Has what only the level 'restricted' forbids be a warning, as nobody has asked for that level. */
function soften(
  findings: readonly Finding[],
  resources: readonly Resource[],
  target: Target,
  { rules = RULES, today }: JudgeOptions,
): readonly Finding[] {
  const standard = rules.filter(({ group }) => group === 'pod-security');
  const ids = new Set(standard.map(({ id }) => id));
  const baseline = judge(resources, { ...target, podSecurity: 'baseline' }, { rules: standard, today }).findings;
  const kept = new Set(baseline.map(keyOf));
  return findings.map((finding) =>
    ids.has(finding.rule) && finding.severity === 'error' && !kept.has(keyOf(finding))
      ? { ...finding, severity: 'warning' }
      : finding,
  );
}

function keyOf({ rule, resource, path, message, origin }: Finding): string {
  const place = 'file' in origin ? `${origin.file} ${origin.document}` : origin.constructPath;
  return JSON.stringify([rule, resource, path, message, place]);
}
