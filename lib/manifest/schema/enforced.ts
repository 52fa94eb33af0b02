/** Fields that Kubernetes' documents call required and the API server does not. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'apps.v1.StatefulSetSpec.serviceName',
  'batch.v1.PodFailurePolicy.rules',
  'batch.v1.PodFailurePolicyOnPodConditionsPattern.status',
  'core.v1.HTTPHeader.value',
  'core.v1.LimitRangeSpec.limits',
  'core.v1.PreferredSchedulingTerm.preference',
  'core.v1.SleepAction.seconds',
  'core.v1.Sysctl.value',
  'networking.v1.NetworkPolicySpec.podSelector',
  'rbac.v1.RoleRef.apiGroup',
  'scheduling.v1.PriorityClass.value',
  'storage.v1.TokenRequest.audience',
]);

/** Objects that are there even where nobody has written them, and then lack what they need. */
const IMPLIED: ReadonlySet<string> = new Set(['spec', 'template', 'jobTemplate']);

/** Lists of values by the place of their field. */
type Lists = Readonly<Record<string, readonly string[]>>;

/** Closed lists of values that the documents do not have. */
const VALUES: Lists = {
  'admissionregistration.v1.ParamRef.parameterNotFoundAction': ['Allow', 'Deny'],
  'admissionregistration.v1.Validation.reason': ['Forbidden', 'Invalid', 'RequestEntityTooLarge'],
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted': ['Retain', 'Delete'],
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled': ['Retain', 'Delete'],
  // Recreate is an alpha feature of 1.37.
  'apps.v1.StatefulSetUpdateStrategy.type': ['RollingUpdate', 'OnDelete'],
  'autoscaling.v2.MetricSpec.type': ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'],
  'autoscaling.v2.HPAScalingPolicy.type': ['Pods', 'Percent'],
  'autoscaling.v2.HPAScalingRules.selectPolicy': ['Max', 'Min', 'Disabled'],
  'batch.v1.PodFailurePolicyOnPodConditionsPattern.status': ['True', 'False', 'Unknown'],
  'core.v1.Container.restartPolicy': ['Always', 'OnFailure', 'Never'],
  'core.v1.ContainerResizePolicy.restartPolicy': ['NotRequired', 'RestartContainer'],
  'core.v1.ContainerRestartRule.action': ['Restart', 'RestartAllContainers'],
  'core.v1.ContainerRestartRuleOnExitCodes.operator': ['In', 'NotIn'],
  'core.v1.PodOS.name': ['linux', 'windows'],
  'core.v1.PodSecurityContext.seLinuxChangePolicy': ['MountOption', 'Recursive'],
  'core.v1.ServiceSpec.ipFamilies': ['IPv4', 'IPv6'],
  'core.v1.ServiceSpec.trafficDistribution': ['PreferClose', 'PreferSameZone', 'PreferSameNode'],
  // Lt and Gt are alpha features.
  'core.v1.Toleration.operator': ['Exists', 'Equal'],
  ...inEach(['v1', 'v1beta3', 'v1beta2'], {
    'FlowDistinguisherMethod.type': ['ByNamespace', 'ByUser'],
    'LimitResponse.type': ['Queue', 'Reject'],
    'PriorityLevelConfigurationSpec.type': ['Exempt', 'Limited'],
    'Subject.kind': ['Group', 'ServiceAccount', 'User'],
  }),
  'networking.v1.NetworkPolicySpec.policyTypes': ['Ingress', 'Egress'],
  'core.v1.VolumeMount.recursiveReadOnly': ['Disabled', 'IfPossible', 'Enabled'],
  'storage.v1.StorageClass.reclaimPolicy': ['Delete', 'Retain'],
};

/** Ports may repeat a number under another name; a rule of its own says what becomes of them. */
const REPEATED: ReadonlySet<string> = new Set(['core.v1.Container.ports', 'core.v1.EphemeralContainer.ports']);

/** Whether the items of a list may be alike in what tells them apart. */
export function mayRepeat(place: string): boolean {
  return REPEATED.has(place);
}

/** Whether the API server treats a field in another way than the documents say. */
export function isPeculiar(place: string): boolean {
  return place in VALUES || mayRepeat(place);
}

/** Whether the API server insists on a field that the documents call required. */
export function isRequired(type: string, field: string): boolean {
  return !isImplied(field) && !OPTIONAL.has(`${type}.${field}`);
}

/** Whether the API server judges an object of this name even where it is not there. */
export function isImplied(field: string): boolean {
  return IMPLIED.has(field);
}

/** The values of a field that the API server takes, if it takes only some. */
export function knownValues(place: string, documented: readonly string[] | undefined): readonly string[] | undefined {
  return VALUES[place] ?? documented;
}

/** The same lists in several versions of flow control. */
function inEach(versions: readonly string[], lists: Lists): Lists {
  const entries = versions.flatMap((version) =>
    Object.entries(lists).map(([place, values]) => [`flowcontrol.${version}.${place}`, values] as const),
  );
  return Object.fromEntries(entries);
}
