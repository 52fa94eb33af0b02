import type { PlanRule } from './rule';
import { autoscalerLosesGrip } from './rules/autoscaler-loses-grip';
import { bindingIsWidened } from './rules/binding-is-widened';
import { budgetBlocksDrains } from './rules/budget-blocks-drains';
import { changeIsIgnored } from './rules/change-is-ignored';
import { claimGrows } from './rules/claim-grows';
import { claimIsImmutable } from './rules/claim-is-immutable';
import { claimTemplateIsImmutable } from './rules/claim-template-is-immutable';
import { claimsOfPods } from './rules/claims-of-pods';
import { configIsImmutable } from './rules/config-is-immutable';
import { configIsNotRead } from './rules/config-is-not-read';
import { customResourceIsUnknown } from './rules/custom-resource-is-unknown';
import { dataGoes } from './rules/data-goes';
import { definitionChanges } from './rules/definition-changes';
import { fieldIsImmutable } from './rules/field-is-immutable';
import { dependsOnCluster } from './rules/depends-on-cluster';
import { hostGoes } from './rules/host-goes';
import { hostIsExposed } from './rules/host-is-exposed';
import { ingressClassChanges } from './rules/ingress-class-changes';
import { jobIsImmutable } from './rules/job-is-immutable';
import { mergeIsRejected } from './rules/merge-is-rejected';
import { needlessRestart } from './rules/needless-restart';
import { networkPolicyChanges } from './rules/network-policy-changes';
import { objectGoes } from './rules/object-goes';
import { objectIsInvalid } from './rules/object-is-invalid';
import { oldNameStays } from './rules/old-name-stays';
import { orderOfApply } from './rules/order-of-apply';
import { podGainsPrivilege } from './rules/pod-gains-privilege';
import { podSecurityIsLowered } from './rules/pod-security-is-lowered';
import { podsAreRefused } from './rules/pods-are-refused';
import { podsRestart } from './rules/pods-restart';
import { pullPolicyStays } from './rules/pull-policy-stays';
import { quotaRefusesPods } from './rules/quota-refuses-pods';
import { referenceIsLost } from './rules/reference-is-lost';
import { replacementIsForced } from './rules/replacement-is-forced';
import { replicasBesideAutoscaler } from './rules/replicas-beside-autoscaler';
import { roleIsWidened } from './rules/role-is-widened';
import { rolloutInterrupts } from './rules/rollout-interrupts';
import { rolloutWaits } from './rules/rollout-waits';
import { rolloutWithoutReadiness } from './rules/rollout-without-readiness';
import { scaleFalls } from './rules/scale-falls';
import { secretIsCopied } from './rules/secret-is-copied';
import { selectorIsImmutable } from './rules/selector-is-immutable';
import { selectsNothing } from './rules/selects-nothing';
import { serviceAddressIsImmutable } from './rules/service-address-is-immutable';
import { serviceIsExposed } from './rules/service-is-exposed';
import { serviceWaitsForPods } from './rules/service-waits-for-pods';
import { statefulSetIsImmutable } from './rules/stateful-set-is-immutable';
import { targetPortIsLost } from './rules/target-port-is-lost';
import { tlsIsLost } from './rules/tls-is-lost';
import { variableIsHidden } from './rules/variable-is-hidden';
import { waysDiffer } from './rules/ways-differ';
import { wholeClusterChanges } from './rules/whole-cluster-changes';

/** Every danger that a plan looks for, what fails first. */
export const PLAN_RULES: readonly PlanRule[] = [
  objectIsInvalid,
  mergeIsRejected,
  selectorIsImmutable,
  claimTemplateIsImmutable,
  statefulSetIsImmutable,
  jobIsImmutable,
  claimIsImmutable,
  configIsImmutable,
  serviceAddressIsImmutable,
  fieldIsImmutable,
  replacementIsForced,
  dependsOnCluster,
  dataGoes,
  claimsOfPods,
  claimGrows,
  objectGoes,
  oldNameStays,
  referenceIsLost,
  selectsNothing,
  serviceWaitsForPods,
  targetPortIsLost,
  podsAreRefused,
  quotaRefusesPods,
  rolloutInterrupts,
  rolloutWaits,
  rolloutWithoutReadiness,
  configIsNotRead,
  needlessRestart,
  podsRestart,
  scaleFalls,
  replicasBesideAutoscaler,
  autoscalerLosesGrip,
  budgetBlocksDrains,
  serviceIsExposed,
  tlsIsLost,
  hostIsExposed,
  hostGoes,
  ingressClassChanges,
  networkPolicyChanges,
  podGainsPrivilege,
  roleIsWidened,
  bindingIsWidened,
  podSecurityIsLowered,
  wholeClusterChanges,
  definitionChanges,
  customResourceIsUnknown,
  orderOfApply,
  changeIsIgnored,
  variableIsHidden,
  waysDiffer,
  pullPolicyStays,
  secretIsCopied,
];
