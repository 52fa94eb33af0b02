import { parseQuantity } from '../manifest/quantity';
import type { ContainerSpec } from '../synth/kubernetes';
import { quoted } from '../application/quoted';
import { type Names, unknownNames } from '../application/unknown-names';

/** Less memory than this is a unit that was forgotten or mistaken: `128` is 128 bytes, `128m` a fraction of one. */
const MIB = 2 ** 20;

const NAMES: Names<Resources> = { cpu: true, memory: true, cpuLimit: true, memoryLimit: true, ephemeralStorage: true };

/** What a container needs and may use. https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/ */
export interface Resources {
  /** CPU that is reserved, such as `100m` or `1`. */
  readonly cpu: string | number;
  /** Memory that is reserved, such as `128Mi`. */
  readonly memory: string;
  /** CPU that is never exceeded. @default - no limit: a limit slows a container even where the node is idle */
  readonly cpuLimit?: string | number;
  /** Memory at which the container is killed. @default - what is reserved */
  readonly memoryLimit?: string;
  /** Disk for logs, the writable layer and scratch volumes. @default - neither reserved nor limited */
  readonly ephemeralStorage?: string;
}

/** Sizes to begin with; the memory is both reserved and the limit. */
export const RESOURCE_PRESETS = {
  /** An agent beside an application. */
  tiny: { cpu: '10m', memory: '64Mi' },
  /** A small service in a compiled language. @default */
  small: { cpu: '50m', memory: '128Mi' },
  /** A service on a virtual machine or an interpreter, a small database. */
  medium: { cpu: '250m', memory: '512Mi' },
  /** A busy service. */
  large: { cpu: '1', memory: '2Gi' },
} as const satisfies Record<string, Resources>;

/** The name of a preset. */
export type ResourcePreset = keyof typeof RESOURCE_PRESETS;

/** Resources with a preset looked up. */
export function resolveResources(resources: ResourcePreset | Resources = 'small'): Resources {
  return typeof resources === 'string' ? (RESOURCE_PRESETS[resources] ?? RESOURCE_PRESETS.small) : resources;
}

/** Resources as Kubernetes writes them. */
export function renderResources(resources: ResourcePreset | Resources | undefined): ContainerSpec['resources'] {
  const { cpu, memory, cpuLimit, memoryLimit = memory, ephemeralStorage } = resolveResources(resources);
  return {
    requests: { cpu: String(cpu), memory, ...(ephemeralStorage && { 'ephemeral-storage': ephemeralStorage }) },
    limits: {
      ...(cpuLimit !== undefined && { cpu: String(cpuLimit) }),
      memory: memoryLimit,
      ...(ephemeralStorage && { 'ephemeral-storage': ephemeralStorage }),
    },
  };
}

/** What is wrong with resources. */
export function resourceProblems(resources: ResourcePreset | Resources | undefined): readonly string[] {
  const presets = Object.keys(RESOURCE_PRESETS).join(', ');
  const full: unknown = typeof resources === 'string' ? undefined : resolveResources(resources);
  if (typeof resources === 'string' && Object.hasOwn(RESOURCE_PRESETS, resources)) return [];
  if (typeof full !== 'object' || full === null) {
    return [`resources is ${quoted(resources)}: use one of ${presets}, or { cpu, memory }`];
  }
  const problems = Object.keys(NAMES).map((name) => quantityProblem(name, full[name as keyof typeof full]));
  return [
    ...unknownNames('resources', full, NAMES),
    ...problems.filter((problem) => problem !== undefined),
    ...limitProblems(full as Resources),
  ];
}

function quantityProblem(name: string, quantity: unknown): string | undefined {
  const example = /cpu/.test(name) ? '100m' : '128Mi';
  if (quantity === undefined) {
    return ['cpu', 'memory'].includes(name)
      ? `resources.${name} is missing: say what is reserved, such as '${example}'`
      : undefined;
  }
  const value = parseQuantity(quantity) ?? 0;
  if (!(value > 0)) return `resources.${name} is '${String(quantity)}': write a quantity such as '${example}'`;
  if (name.startsWith('cpu') || value >= MIB) return undefined;
  return `resources.${name} is '${String(quantity)}', which is ${value} bytes: give at least 1Mi, such as '${example}'`;
}

function limitProblems(resources: Resources): readonly string[] {
  return (['cpu', 'memory'] as const).flatMap((name) => {
    const limit = resources[`${name}Limit`];
    if (limit === undefined || !(parseQuantity(limit)! < parseQuantity(resources[name])!)) return [];
    return [
      `resources.${name}Limit (${limit}) is below resources.${name} (${resources[name]}): raise it, or reserve less`,
    ];
  });
}
