import { groupBy } from '../group-by';
import { AUTOSCALER_CHECKS } from './autoscalers';
import type { About, Check, Checks } from './check';
import { CLASS_CHECKS } from './classes';
import { CONFIG_CHECKS } from './config';
import { CONTAINER_CHECKS } from './containers';
import { DEFINITION_CHECKS } from './definitions';
import { DEPRECATION_CHECKS, deprecationChecks } from './deprecated';
import { featureChecks } from './features';
import type { Field } from './field';
import { JOB_CHECKS } from './jobs';
import { LIMIT_CHECKS } from './limits';
import { METADATA_CHECKS } from './metadata';
import { MOUNT_CHECKS } from './mounts';
import { NETWORKING_CHECKS } from './networking';
import { POD_CHECKS } from './pods';
import { PROBE_CHECKS } from './probes';
import { QUOTA_CHECKS } from './quotas';
import { rangeChecks } from './ranges';
import { RBAC_CHECKS } from './rbac';
import { nameChecks } from './references';
import { RESOURCE_CHECKS } from './resources';
import { SCHEDULING_CHECKS } from './scheduling';
import { SECURITY_CHECKS } from './security';
import { SELECTOR_CHECKS } from './selectors';
import { SERVICE_CHECKS } from './services';
import { STORAGE_CHECKS } from './storage';
import { VARIABLE_CHECKS } from './variables';
import { VOLUME_CHECKS } from './volumes';
import { WEBHOOK_CHECKS } from './webhooks';
import { WORKLOAD_CHECKS } from './workloads';

const GROUPS: readonly Checks[] = [
  AUTOSCALER_CHECKS,
  CLASS_CHECKS,
  CONFIG_CHECKS,
  CONTAINER_CHECKS,
  DEFINITION_CHECKS,
  DEPRECATION_CHECKS,
  JOB_CHECKS,
  LIMIT_CHECKS,
  METADATA_CHECKS,
  MOUNT_CHECKS,
  NETWORKING_CHECKS,
  POD_CHECKS,
  PROBE_CHECKS,
  QUOTA_CHECKS,
  RBAC_CHECKS,
  RESOURCE_CHECKS,
  SCHEDULING_CHECKS,
  SECURITY_CHECKS,
  SELECTOR_CHECKS,
  SERVICE_CHECKS,
  STORAGE_CHECKS,
  VARIABLE_CHECKS,
  VOLUME_CHECKS,
  WEBHOOK_CHECKS,
  WORKLOAD_CHECKS,
];

/** All that judges the objects of one type. */
interface TypeChecks {
  readonly whole: readonly Check[];
  readonly fields: ReadonlyMap<string, readonly Check[]>;
}

const compiled = new Map<string, TypeChecks>();

/** Judges one object of a type by all that the API server's validation says beyond the schema. */
export function checkObject(object: Field, type: string, about: About): void {
  let checks = compiled.get(type);
  if (!checks) compiled.set(type, (checks = checksOf(type)));
  if (checks.fields.size > 0) checkFields(object, checks.fields, about);
  for (const check of checks.whole) check(object, about);
}

function checkFields(object: Field, checks: TypeChecks['fields'], about: About): void {
  for (const name of Object.keys(object.map ?? {})) {
    const ofField = checks.get(name);
    const field = ofField && object.child(name);
    if (field?.present) for (const check of ofField!) check(field, about);
  }
}

function checksOf(type: string): TypeChecks {
  const ofFields = [rangeChecks, nameChecks, featureChecks, deprecationChecks].flatMap((made) => made(type));
  const fields = groupBy(ofFields, ([field]) => field);
  return {
    whole: GROUPS.map((group) => group[type]).filter((check) => check !== undefined),
    fields: new Map([...fields].map(([name, made]) => [name, made.map(([, check]) => check)])),
  };
}
