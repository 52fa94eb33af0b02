import { missingReferences } from '../missing-references';
import { ERROR, type Rule } from '../rule';

/** A ConfigMap that a pod or a gateway reads must be there. */
export const noMissingConfigMap: Rule = {
  id: 'no-missing-config-map',
  severity: ERROR,
  group: 'references',
  what: 'A ConfigMap that a pod or a gateway reads must be there, or be declared.',
  why: 'Its containers do not start: they wait in CreateContainerConfigError or ContainerCreating. A gateway refuses connections whose certificates it should judge by it.',
  remedy: 'add the ConfigMap, correct the name, or declare it in environment.external (--external ConfigMap/<name>)',
  link: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  check: (resources, target) => missingReferences('ConfigMap', resources, target),
};
