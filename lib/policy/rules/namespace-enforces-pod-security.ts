import { textAt } from '../../manifest/fields';
import { ofKind } from '../../manifest/kinds';
import { type Rule, WARNING } from '../rule';

const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** Says nothing of the namespaces that every cluster has. */
export const namespaceEnforcesPodSecurity: Rule = {
  id: 'namespace-enforces-pod-security',
  severity: WARNING,
  group: 'metadata',
  what: 'A Namespace must enforce a Pod Security level, of a version that is named.',
  why: 'Without a level any pod may run in it; without a version, an update of the cluster may refuse running workloads.',
  remedy: `label it ${ENFORCE}: restricted, and ${ENFORCE}-version with the version of the cluster`,
  link: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
  check: (resources) =>
    ofKind(resources, 'Namespace')
      .filter(({ object }) => object.apiVersion === 'v1')
      .filter(({ object }) => !/^(default|kube-.*)$/.test(object.metadata.name))
      .flatMap((resource) => {
        const missing = [ENFORCE, `${ENFORCE}-version`].find(
          (label) => textAt(resource.object, 'metadata', 'labels', label) === undefined,
        );
        return missing === undefined
          ? []
          : [{ resource, path: 'metadata.labels', message: `it has no label ${missing}` }];
      }),
};
