import type { Finding } from '../manifest/finding';
import { loadDefinitions } from '../manifest/custom/load-definitions';
import { loadManifests } from '../manifest/load';
import { describeResource } from '../manifest/resource';
import { judgeManifests } from './judge-manifests';
import { type Properties, targetOf } from './plugin-properties';
import { placeOf } from './report';
import { textReport } from './text-report';

/** The part of cdk8s-cli's `ValidationContext` that is used here. */
export interface Context {
  /** The files that were written. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: Violation): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
  readonly logger: { log(message: string): void };
}

/** A rule and where it is broken, as cdk8s-cli reports it. */
export interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly {
    readonly resourceName: string;
    readonly locations: readonly string[];
    readonly manifestPath: string;
  }[];
}

/**
 * The gate as a validation plugin of cdk8s-cli, for cdk8s programs that do not use `Program`. `cdk8s synth` writes the
 * files before it asks the plugin, and fails afterwards; warnings are printed. In cdk8s.yaml:
 *
 * ```yaml
 * validations:
 *   - package: ./node_modules/slipway/build/cli/cdk8s-plugin.js
 *     version: 0.1.0
 *     class: Gate
 *     properties: { kubernetes: '1.33', podSecurity: restricted, preset: production, external: [Secret/tls], crds: [crds] }
 * ```
 */
export class Gate {
  private readonly settings: ReturnType<typeof targetOf>;

  /** @throws Error if a property is not known, or has a value that it can't have */
  constructor(properties: Properties = {}) {
    this.settings = targetOf(properties);
  }

  /** Judges what `cdk8s synth` has written. */
  public async validate({ manifests: files, report, logger }: Context): Promise<void> {
    const { manifests } = loadManifests(files);
    const today = new Date().toISOString().slice(0, 10);
    const definitions = loadDefinitions(this.settings.crds);
    const environments = judgeManifests(manifests, { ...this.settings, definitions }, { today });
    const findings = environments.flatMap((environment) => environment.findings);
    const errors = findings.filter(({ severity }) => severity === 'error');
    const others = environments.map((environment) => ({
      ...environment,
      findings: environment.findings.filter(({ severity }) => severity !== 'error'),
    }));
    if (errors.length < findings.length) logger.log(textReport({ environments: others, leftOut: [] }, false));
    for (const group of groupByRule(errors)) report.addViolation(violationOf(group));
    report.submit(errors.length > 0 ? 'failure' : 'success', { errors: String(errors.length) });
  }
}

function groupByRule(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  return [...new Set(findings.map(({ rule }) => rule))].map((id) => findings.filter(({ rule }) => rule === id));
}

function violationOf(findings: readonly Finding[]): Violation {
  const [{ rule, why, remedy }] = findings as [Finding];
  return {
    ruleName: rule,
    recommendation: why,
    fix: remedy,
    violatingResources: findings.map((finding) => {
      const { file, line } = placeOf(finding);
      const path = finding.path ? `${finding.path}: ` : '';
      return {
        resourceName: finding.resource.name,
        manifestPath: file,
        locations: [`line ${line ?? 1}: ${describeResource(finding.resource)}: ${path}${finding.message}`],
      };
    }),
  };
}
