import type { Rule } from '../rule';
import { boundCronJob } from '../rules/bound-cron-job';
import { completeClaimTemplate } from '../rules/complete-claim-template';
import { configChangeRestartsPods } from '../rules/config-change-restarts-pods';
import { databaseBelowMount } from '../rules/database-below-mount';
import { explicitClaimRetention } from '../rules/explicit-claim-retention';
import { namespaceEnforcesPodSecurity } from '../rules/namespace-enforces-pod-security';
import { noAdministratorBinding } from '../rules/no-administrator-binding';
import { noCredentialInConfigMap } from '../rules/no-credential-in-config-map';
import { noDefaultNamespace } from '../rules/no-default-namespace';
import { noEscalatingRole } from '../rules/no-escalating-role';
import { noLiteralCredential } from '../rules/no-literal-credential';
import { noNakedPod } from '../rules/no-naked-pod';
import { noSecretForLogShipper } from '../rules/no-secret-for-log-shipper';
import { noSecretValues } from '../rules/no-secret-values';
import { noWholeSecretAsVariables } from '../rules/no-whole-secret-as-variables';
import { noWildcardRole } from '../rules/no-wildcard-role';
import { requireJobCleanup } from '../rules/require-job-cleanup';
import { requireRecommendedLabels } from '../rules/require-recommended-labels';
import { validCustomResource } from '../rules/valid-custom-resource';

/**
 * Custom resources, secrets, access, metadata, jobs and storage. What other tools ask for and these rules do not: every secret as a file, as
 * most programs read variables; a quota in each namespace and a StorageClass in each claim, which the cluster decides; and
 * a version label, which restarts every pod.
 */
export const GOVERNANCE: readonly Rule[] = [
  validCustomResource,
  noSecretValues,
  noLiteralCredential,
  noCredentialInConfigMap,
  noWholeSecretAsVariables,
  noSecretForLogShipper,
  configChangeRestartsPods,
  noWildcardRole,
  noAdministratorBinding,
  noEscalatingRole,
  requireRecommendedLabels,
  noDefaultNamespace,
  namespaceEnforcesPodSecurity,
  noNakedPod,
  boundCronJob,
  requireJobCleanup,
  completeClaimTemplate,
  explicitClaimRetention,
  databaseBelowMount,
];
