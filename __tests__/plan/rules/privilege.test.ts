import { bindingIsWidened } from '../../../lib/plan/rules/binding-is-widened';
import { podGainsPrivilege } from '../../../lib/plan/rules/pod-gains-privilege';
import { podSecurityIsLowered } from '../../../lib/plan/rules/pod-security-is-lowered';
import { podsAreRefused } from '../../../lib/plan/rules/pods-are-refused';
import { quotaRefusesPods } from '../../../lib/plan/rules/quota-refuses-pods';
import { roleIsWidened } from '../../../lib/plan/rules/role-is-widened';
import { describePlanRule } from '../support/describe-plan-rule';
import { all, deployment, object, shared } from '../support/manifests';

const SAFE =
  'image: web:1, securityContext: { runAsNonRoot: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }, seccompProfile: { type: RuntimeDefault } }';
const safe = (pod = 'automountServiceAccountToken: false', container = SAFE) =>
  deployment(container, 'replicas: 3', pod);
const secured = (change: (text: string) => string) => safe(undefined, change(SAFE));

describePlanRule(podGainsPrivilege, {
  accepts: {
    'another image': [safe(), secured((text) => text.replace('web:1', 'web:2'))],
    'an ordinary new workload': ['', deployment()],
    'what was so before': [
      deployment('image: web:1, securityContext: { privileged: true }'),
      deployment('image: web:2, securityContext: { privileged: true }'),
    ],
    'pods that are secured': [deployment(), safe()],
    'a setting that moves from the container to the pod': [
      safe(),
      safe(
        'automountServiceAccountToken: false, securityContext: { runAsNonRoot: true }',
        SAFE.replace('runAsNonRoot: true, ', ''),
      ),
    ],
  },
  tells: {
    'a container that may do all': [
      deployment(),
      deployment('image: web:1, securityContext: { privileged: true }'),
      'Deployment web: warning (privilege): web is privileged',
    ],
    'a new workload that uses the network of its node': [
      '',
      deployment('image: web:1', 'replicas: 1', 'hostNetwork: true'),
      "Deployment web: warning (privilege): the pod shares the node's namespace: hostNetwork is true",
    ],
    'a path of the node': [
      deployment(),
      deployment('image: web:1', 'replicas: 3', 'volumes: [{ name: run, hostPath: { path: /var/run } }]'),
      'Deployment web: warning (privilege): the pod mounts /var/run of the node',
    ],
    'a capability': [
      safe(),
      secured((text) => text.replace('drop: [ALL]', 'drop: [ALL], add: [NET_ADMIN]')),
      'Deployment web: warning (privilege): web adds NET_ADMIN',
    ],
    'hardening that is removed': [
      safe(),
      safe('automountServiceAccountToken: false', 'image: web:1'),
      'Deployment web: warning (privilege): web has no seccomp profile, web does not forbid privilege escalation, web may run as root: runAsNonRoot is not true and 2 more',
    ],
    'a token': [
      safe(),
      safe('serviceAccountName: web'),
      'Deployment web: warning (privilege): gets a token of ServiceAccount web',
    ],
  },
});

const role = (rules: string, metadata = '', kind = 'Role') =>
  object('rbac.authorization.k8s.io/v1', kind, 'web', `rules: [${rules}]`, metadata);
const rule = (groups: string, resources: string, verbs: string, rest = '') =>
  `{ apiGroups: [${groups}], resources: [${resources}], verbs: [${verbs}]${rest} }`;
const PODS = rule('""', 'pods', 'get, list');

describePlanRule(roleIsWidened, {
  accepts: {
    'rules that are split': [
      role(rule('""', 'pods', 'get, list')),
      role(`${rule('""', 'pods', 'get')}, ${rule('""', 'pods', 'list')}`),
    ],
    'less than before': [role(rule('"*"', '"*"', '"*"')), role(PODS)],
    'an ordinary new role': ['', role(PODS)],
  },
  tells: {
    'one more verb, as a note': [
      role(PODS),
      role(rule('""', 'pods', 'get, list, delete')),
      'Role web: note: whoever has the role may also delete pods',
    ],
    everything: [
      role(PODS),
      role(rule('"*"', '"*"', '"*"')),
      'Role web: warning (privilege): whoever has the role can do everything',
    ],
    Secrets: [
      role(PODS),
      role(`${PODS}, ${rule('""', 'secrets', 'get')}`),
      'Role web: warning (privilege): whoever has the role can read Secrets',
    ],
    'a Secret by its name, as a note': [
      role(PODS),
      role(`${PODS}, ${rule('""', 'secrets', 'get', ', resourceNames: [db]')}`),
      'Role web: note: whoever has the role may also get secrets db',
    ],
    'a new role that leads to others': [
      '',
      role(rule('rbac.authorization.k8s.io', 'roles', 'bind, escalate')),
      'Role web: warning (privilege): whoever has the role can give itself any permission',
    ],
    'a role that is added to another': [
      shared('rbac.authorization.k8s.io/v1', 'ClusterRole', 'web', `rules: [${PODS}]`),
      shared(
        'rbac.authorization.k8s.io/v1',
        'ClusterRole',
        'web',
        `rules: [${PODS}]`,
        'labels: { rbac.authorization.k8s.io/aggregate-to-view: "true" }',
      ),
      'ClusterRole web: warning (privilege): its permissions are added to ClusterRole view, for everybody who has that',
    ],
  },
});

const binding = (subjects: string, name = 'reader') =>
  shared(
    'rbac.authorization.k8s.io/v1',
    'ClusterRoleBinding',
    'web',
    `roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${name} }, subjects: [${subjects}]`,
  );
const account = (name: string) => `{ kind: ServiceAccount, name: ${name}, namespace: shop }`;

describePlanRule(bindingIsWidened, {
  accepts: { 'fewer subjects': [binding(`${account('web')}, ${account('worker')}`), binding(account('web'))] },
  tells: {
    'a new binding, as a note': [
      '',
      binding(account('web')),
      'ClusterRoleBinding web: note: ServiceAccount shop/web gets ClusterRole reader in all namespaces',
    ],
    'one more subject': [
      binding(account('web')),
      binding(`${account('web')}, ${account('worker')}`),
      'ClusterRoleBinding web: warning (privilege): ServiceAccount shop/worker gets ClusterRole reader in all namespaces',
    ],
    'an administrator': [
      '',
      binding(account('web'), 'cluster-admin'),
      'ClusterRoleBinding web: warning (privilege): ServiceAccount shop/web gets ClusterRole cluster-admin in all namespaces',
    ],
    everybody: [
      '',
      binding('{ kind: Group, name: "system:authenticated", apiGroup: rbac.authorization.k8s.io }'),
      'ClusterRoleBinding web: error (privilege): Group system:authenticated gets ClusterRole reader in all namespaces: that is everybody',
    ],
  },
});

const namespace = (level: string) =>
  shared('v1', 'Namespace', 'shop', '', level && `labels: { pod-security.kubernetes.io/enforce: ${level} }`);

describePlanRule(podSecurityIsLowered, {
  accepts: {
    'a higher level': [namespace('baseline'), namespace('restricted')],
    'a new namespace': ['', namespace('privileged')],
  },
  tells: {
    'a lower level': [
      namespace('restricted'),
      namespace('baseline'),
      'Namespace shop: warning (privilege): Pod Security: restricted → baseline',
    ],
    'a level that is removed': [
      namespace('restricted'),
      namespace(''),
      'Namespace shop: warning (privilege): Pod Security: restricted → what the cluster enforces by default, mostly nothing',
    ],
  },
});

describePlanRule(podsAreRefused, {
  accepts: {
    'pods that fit': [all(namespace('baseline'), safe()), all(namespace('restricted'), safe())],
    'pods that were refused before': [
      all(namespace('restricted'), deployment()),
      all(namespace('restricted'), deployment('image: web:2')),
    ],
    'a namespace that is not in the manifests': [
      deployment(),
      deployment('image: web:1, securityContext: { privileged: true }'),
    ],
  },
  tells: {
    'a level that is raised': [
      all(namespace('baseline'), deployment()),
      all(namespace('restricted'), deployment()),
      'Namespace shop: error (downtime): the pods of Deployment web are refused, as the namespace enforces restricted: web has no seccomp profile, web does not forbid privilege escalation and 2 more',
    ],
    'pods that ask for more': [
      all(namespace('baseline'), deployment()),
      all(namespace('baseline'), deployment('image: web:1, securityContext: { privileged: true }')),
      'Deployment web: error (downtime): its pods are refused, as the namespace enforces baseline: web is privileged',
    ],
    'a new Pod': [
      namespace('baseline'),
      all(
        namespace('baseline'),
        object('v1', 'Pod', 'debug', 'spec: { hostPID: true, containers: [{ name: a, image: "a:1" }] }'),
      ),
      "Pod debug: error (downtime): the pod is refused, as the namespace enforces baseline: the pod shares the node's namespace: hostPID is true",
    ],
  },
});

const quota = (hard: string) => object('v1', 'ResourceQuota', 'shop', `spec: { hard: { ${hard} } }`);
const MEMORY = deployment('image: web:1, resources: { requests: { memory: 64Mi }, limits: { memory: 64Mi } }');

describePlanRule(quotaRefusesPods, {
  accepts: {
    'pods that say what they need': [MEMORY, all(MEMORY, quota('requests.memory: 1Gi, limits.memory: 1Gi'))],
    'a quota of other things': [deployment(), all(deployment(), quota('pods: "10", services: "5"'))],
    'defaults of the namespace': [
      deployment(),
      all(
        deployment(),
        quota('requests.cpu: "1"'),
        object('v1', 'LimitRange', 'shop', 'spec: { limits: [{ type: Container, defaultRequest: { cpu: 10m } }] }'),
      ),
    ],
    'what was so before': [
      all(deployment(), quota('requests.cpu: "1"')),
      all(deployment('image: web:2'), quota('requests.cpu: "1"')),
    ],
  },
  tells: {
    'a new quota': [
      MEMORY,
      all(MEMORY, quota('requests.cpu: "1", limits.memory: 1Gi')),
      'ResourceQuota shop: error (downtime): the pods of Deployment web are refused: ResourceQuota shop asks for requests.cpu',
    ],
    'a new workload': [
      quota('limits.memory: 1Gi'),
      all(deployment(), quota('limits.memory: 1Gi')),
      'Deployment web: error (downtime): its pods are refused: ResourceQuota shop asks for limits.memory',
    ],
  },
});
