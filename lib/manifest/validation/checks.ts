import { groupBy } from '../group-by';
import { memoize } from '../memoize';
import { ADMISSION_POLICY_CHECKS } from './admission-policies';
import { AUTOSCALER_CHECKS } from './autoscalers';
import type { Check, Checks, FieldChecks } from './check';
import { CLASS_CHECKS } from './classes';
import { CONFIG_CHECKS } from './config';
import { CONTAINER_CHECKS } from './containers';
import { DEFINITION_CHECKS } from './definitions';
import { DEPRECATION_CHECKS, deprecationChecks } from './deprecated';
import { ENDPOINT_CHECKS } from './endpoints';
import { featureChecks } from './features';
import { FLOW_CONTROL_CHECKS } from './flow-control';
import { JOB_POLICY_CHECKS } from './job-policies';
import { JOB_CHECKS } from './jobs';
import { LIMIT_CHECKS } from './limits';
import { METADATA_CHECKS } from './metadata';
import { MOUNT_CHECKS } from './mounts';
import { NETWORKING_CHECKS } from './networking';
import { OPERATING_SYSTEM_CHECKS } from './operating-systems';
import { POD_NAME_CHECKS } from './pod-names';
import { POD_RESOURCE_CHECKS } from './pod-resources';
import { POD_CHECKS } from './pods';
import { PROBE_CHECKS } from './probes';
import { QUOTA_CHECKS } from './quotas';
import { rangeChecks } from './ranges';
import { RBAC_CHECKS } from './rbac';
import { nameChecks } from './references';
import { RESOURCE_CLAIM_CHECKS } from './resource-claims';
import { RESOURCE_CHECKS } from './resources';
import { RESTART_RULE_CHECKS } from './restart-rules';
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
  ADMISSION_POLICY_CHECKS,
  AUTOSCALER_CHECKS,
  CLASS_CHECKS,
  CONFIG_CHECKS,
  CONTAINER_CHECKS,
  DEFINITION_CHECKS,
  DEPRECATION_CHECKS,
  ENDPOINT_CHECKS,
  FLOW_CONTROL_CHECKS,
  JOB_CHECKS,
  JOB_POLICY_CHECKS,
  LIMIT_CHECKS,
  METADATA_CHECKS,
  MOUNT_CHECKS,
  NETWORKING_CHECKS,
  OPERATING_SYSTEM_CHECKS,
  POD_CHECKS,
  POD_NAME_CHECKS,
  POD_RESOURCE_CHECKS,
  PROBE_CHECKS,
  QUOTA_CHECKS,
  RBAC_CHECKS,
  RESOURCE_CHECKS,
  RESOURCE_CLAIM_CHECKS,
  RESTART_RULE_CHECKS,
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

/** All that judges the objects of one type by what the API server's validation says beyond the schema. */
export interface TypeChecks {
  /** Of single fields, where an object has them. */
  readonly fields: ReadonlyMap<string, readonly Check[]>;
  /** Of the object as a whole. */
  readonly whole: readonly Check[];
}

/** The checks of a type, such as `core.v1.Container`. */
export const checksOf = memoize((type): TypeChecks => {
  const made = [rangeChecks, nameChecks, featureChecks, deprecationChecks].flatMap((make) => make(type));
  const ofFields = [...made, ...checksOfFields(type)];
  const fields = groupBy(ofFields, ([field]) => field);
  return {
    whole: GROUPS.map((group) => group[type]).filter((check) => check !== undefined),
    fields: new Map([...fields].map(([name, checks]) => [name, checks.map(([, check]) => check)])),
  };
});

function checksOfFields(type: string): FieldChecks {
  const place = `${type}.`;
  return GROUPS.flatMap((group) =>
    Object.entries(group)
      .filter(([name]) => name.startsWith(place))
      .map(([name, check]) => [name.slice(place.length), check] as const),
  );
}
