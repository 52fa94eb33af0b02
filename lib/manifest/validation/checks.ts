import { AUTOSCALER_CHECKS } from './autoscalers';
import type { About, Check, Checks } from './check';
import { CONFIG_CHECKS } from './config';
import { CONTAINER_CHECKS } from './containers';
import { DEPRECATION_CHECKS, deprecationCheck } from './deprecated';
import { featureCheck } from './features';
import type { Field } from './field';
import { JOB_CHECKS } from './jobs';
import { METADATA_CHECKS } from './metadata';
import { MOUNT_CHECKS } from './mounts';
import { NETWORKING_CHECKS } from './networking';
import { POD_CHECKS } from './pods';
import { PROBE_CHECKS } from './probes';
import { rangeCheck } from './ranges';
import { RBAC_CHECKS } from './rbac';
import { nameCheck } from './references';
import { RESOURCE_CHECKS } from './resources';
import { SCHEDULING_CHECKS } from './scheduling';
import { SECURITY_CHECKS } from './security';
import { SELECTOR_CHECKS } from './selectors';
import { SERVICE_CHECKS } from './services';
import { STORAGE_CHECKS } from './storage';
import { VARIABLE_CHECKS } from './variables';
import { VOLUME_CHECKS } from './volumes';
import { WORKLOAD_CHECKS } from './workloads';

const GROUPS: readonly Checks[] = [
  AUTOSCALER_CHECKS,
  CONFIG_CHECKS,
  CONTAINER_CHECKS,
  DEPRECATION_CHECKS,
  JOB_CHECKS,
  METADATA_CHECKS,
  MOUNT_CHECKS,
  NETWORKING_CHECKS,
  POD_CHECKS,
  PROBE_CHECKS,
  RBAC_CHECKS,
  RESOURCE_CHECKS,
  SCHEDULING_CHECKS,
  SECURITY_CHECKS,
  SELECTOR_CHECKS,
  SERVICE_CHECKS,
  STORAGE_CHECKS,
  VARIABLE_CHECKS,
  VOLUME_CHECKS,
  WORKLOAD_CHECKS,
];

const compiled = new Map<string, readonly Check[]>();

/** Judges one object of a type by all that the API server's validation says beyond the schema. */
export function checkObject(object: Field, type: string, about: About): void {
  let checks = compiled.get(type);
  if (!checks) compiled.set(type, (checks = checksOf(type)));
  for (const check of checks) check(object, about);
}

function checksOf(type: string): readonly Check[] {
  const made = [rangeCheck(type), nameCheck(type), featureCheck(type), deprecationCheck(type)];
  return [...made, ...GROUPS.map((group) => group[type])].filter((check) => check !== undefined);
}
