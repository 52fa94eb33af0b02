import type { Rule } from '../rule';
import { annotationsFitController } from '../rules/annotations-fit-controller';
import { backendPolicyFindsService } from '../rules/backend-policy-finds-service';
import { disruptionBudgetSelectsPods } from '../rules/disruption-budget-selects-pods';
import { egressIsLimited } from '../rules/egress-is-limited';
import { exposedHostsHaveTls } from '../rules/exposed-hosts-have-tls';
import { gatewayAcceptsListenerSet } from '../rules/gateway-accepts-listener-set';
import { gatewayAcceptsRoute } from '../rules/gateway-accepts-route';
import { headlessServiceExists } from '../rules/headless-service-exists';
import { ingressBackendExists } from '../rules/ingress-backend-exists';
import { ingressClassIsSet } from '../rules/ingress-class-is-set';
import { monitorFindsTargets } from '../rules/monitor-finds-targets';
import { networkPolicyPeersExist } from '../rules/network-policy-peers-exist';
import { networkPolicySelectsPods } from '../rules/network-policy-selects-pods';
import { noExternalIps } from '../rules/no-external-ips';
import { noMissingClaim } from '../rules/no-missing-claim';
import { noMissingConfigMap } from '../rules/no-missing-config-map';
import { noMissingKey } from '../rules/no-missing-key';
import { noMissingMiddleware } from '../rules/no-missing-middleware';
import { noMissingRole } from '../rules/no-missing-role';
import { noMissingSecret } from '../rules/no-missing-secret';
import { noMissingServiceAccount } from '../rules/no-missing-service-account';
import { noMissingSubject } from '../rules/no-missing-subject';
import { noMissingVolume } from '../rules/no-missing-volume';
import { noPrivilegedPorts } from '../rules/no-privileged-ports';
import { noReplicasWithAutoscaler } from '../rules/no-replicas-with-autoscaler';
import { noRetiredIngressNginx } from '../rules/no-retired-ingress-nginx';
import { noSnippetAnnotations } from '../rules/no-snippet-annotations';
import { noSshPort } from '../rules/no-ssh-port';
import { noUnusedConfig } from '../rules/no-unused-config';
import { noUnusedVolume } from '../rules/no-unused-volume';
import { noWildcardHost } from '../rules/no-wildcard-host';
import { oneAutoscalerPerTarget } from '../rules/one-autoscaler-per-target';
import { platformObjectsAreDeclared } from '../rules/platform-objects-are-declared';
import { podsAreIsolated } from '../rules/pods-are-isolated';
import { portsAreDeclared } from '../rules/ports-are-declared';
import { probePortExists } from '../rules/probe-port-exists';
import { referenceIsGranted } from '../rules/reference-is-granted';
import { routeBackendExists } from '../rules/route-backend-exists';
import { routeFilterExists } from '../rules/route-filter-exists';
import { scaleTargetExists } from '../rules/scale-target-exists';
import { selectorMatchesTemplate } from '../rules/selector-matches-template';
import { servicePortExists } from '../rules/service-port-exists';
import { serviceSelectsPods } from '../rules/service-selects-pods';
import { servicesAreInternal } from '../rules/services-are-internal';
import { sharedVolumeHasWriter } from '../rules/shared-volume-has-writer';
import { spreadSelectsOwnPods } from '../rules/spread-selects-own-pods';
import { tlsCoversHosts } from '../rules/tls-covers-hosts';
import { uniqueHostAndPath } from '../rules/unique-host-and-path';
import { uniqueServiceSelector } from '../rules/unique-service-selector';
import { webhookServiceExists } from '../rules/webhook-service-exists';

/** What refers to what, and who talks to whom. */
export const CONNECTIONS: readonly Rule[] = [
  selectorMatchesTemplate,
  serviceSelectsPods,
  servicePortExists,
  ingressBackendExists,
  routeBackendExists,
  routeFilterExists,
  backendPolicyFindsService,
  gatewayAcceptsRoute,
  gatewayAcceptsListenerSet,
  referenceIsGranted,
  webhookServiceExists,
  noMissingMiddleware,
  noMissingConfigMap,
  noMissingSecret,
  noMissingKey,
  noMissingClaim,
  noMissingVolume,
  noMissingServiceAccount,
  headlessServiceExists,
  scaleTargetExists,
  oneAutoscalerPerTarget,
  noReplicasWithAutoscaler,
  disruptionBudgetSelectsPods,
  probePortExists,
  sharedVolumeHasWriter,
  networkPolicySelectsPods,
  networkPolicyPeersExist,
  monitorFindsTargets,
  uniqueServiceSelector,
  spreadSelectsOwnPods,
  platformObjectsAreDeclared,
  noMissingRole,
  noMissingSubject,
  noUnusedConfig,
  noUnusedVolume,
  portsAreDeclared,
  podsAreIsolated,
  egressIsLimited,
  servicesAreInternal,
  noExternalIps,
  uniqueHostAndPath,
  tlsCoversHosts,
  exposedHostsHaveTls,
  noWildcardHost,
  noSnippetAnnotations,
  noRetiredIngressNginx,
  ingressClassIsSet,
  annotationsFitController,
  noPrivilegedPorts,
  noSshPort,
];
