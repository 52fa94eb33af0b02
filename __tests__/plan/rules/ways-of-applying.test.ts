import { changeIsIgnored } from '../../../lib/plan/rules/change-is-ignored';
import { secretIsCopied } from '../../../lib/plan/rules/secret-is-copied';
import { variableIsHidden } from '../../../lib/plan/rules/variable-is-hidden';
import { waysDiffer } from '../../../lib/plan/rules/ways-differ';
import { describePlanRule } from '../support/describe-plan-rule';
import { deployment, object, service } from '../support/manifests';

const ACCOUNT = deployment('image: web:1', 'replicas: 3', 'serviceAccountName: web');
const DNS = 'ports: [{ name: dns, port: 53, protocol: UDP }]';
const BOTH = 'ports: [{ name: dns, port: 53, protocol: UDP }, { name: dns-tcp, port: 53, protocol: TCP }]';
const secret = (fields: string) => object('v1', 'Secret', 'db', fields);

describePlanRule(changeIsIgnored, {
  accepts: {
    'a change that does what it says': [deployment(), deployment('image: web:2')],
    'a default that is removed': [
      deployment('image: web:1', 'revisionHistoryLimit: 10'),
      deployment('image: web:1', ''),
    ],
  },
  tells: {
    'an account that stays': [
      ACCOUNT,
      deployment(),
      'Deployment web: warning: spec.template.spec.serviceAccountName does not become what the manifest says: its alias serviceAccount keeps the old name',
    ],
    'a Service that stays headless': [
      service('ports: [{ port: 80 }], clusterIP: None'),
      service(),
      'Service web: warning: spec.clusterIP does not become what the manifest says: a Service keeps the address that it got',
    ],
    'a key of a Secret that stays, and how to remove it': [
      secret('stringData: { a: "1", b: "2" }'),
      secret('stringData: { a: "1" }'),
      'Secret db: warning: data.b does not become what the manifest says: keys that were applied as stringData stay in data',
      '$ kubectl patch -n shop secret/db --type=json -p \'[{"op":"remove","path":"/data/b"}]\'',
    ],
  },
});

describePlanRule(
  changeIsIgnored,
  {
    accepts: { 'ports of the same number, with server-side apply': [service(DNS), service(DNS)] },
    tells: {
      'a port that client-side apply drops': [
        service(DNS),
        service(BOTH),
        'Service web: warning: spec.ports does not become what the manifest says: client-side apply takes ports of the same number for one',
      ],
    },
  },
  { apply: 'client' },
);

describePlanRule(
  waysDiffer,
  {
    accepts: { 'a change that is the same both ways': [deployment(), deployment('image: web:2')] },
    tells: {
      'a port that only one of them adds': [
        service(DNS),
        service(BOTH),
        'Service web: warning: kubectl apply does not do what the manifest says; with --server-side it updates it, and no pod restarts',
      ],
      'a strategy that only one of them accepts': [
        deployment(),
        deployment('image: web:1', 'replicas: 3, strategy: { type: Recreate }'),
        'Deployment web: warning: kubectl apply updates it, and no pod restarts; with --server-side it is rejected',
      ],
    },
  },
  { apply: 'either' },
);

describePlanRule(
  secretIsCopied,
  {
    accepts: {
      'encoded data': ['', secret('data: { a: YQ== }')],
      'what was so before': [secret('stringData: { a: "1" }'), secret('stringData: { a: "2" }')],
    },
    tells: {
      'values as plain text': [
        '',
        secret('stringData: { a: "1" }'),
        'Secret db: warning (exposure): client-side apply keeps the values as plain text in the annotation last-applied-configuration',
      ],
    },
  },
  { apply: 'client' },
);

describePlanRule(secretIsCopied, { accepts: { 'server-side apply': ['', secret('stringData: { a: "1" }')] } });

const ONE = '{ name: A, value: "1" }';
const variables = (list: string, name = 'web') => deployment(`image: web:1, env: [${list}]`, 'replicas: 1', '', name);
const TWICE = `${ONE}, { name: B, value: "2" }, { name: A, value: "3" }`;

describePlanRule(
  variableIsHidden,
  {
    accepts: {
      'variables of different names': ['', variables(`${ONE}, { name: B, value: "1" }`)],
      'one that comes twice in an update, of which another rule tells': [variables(ONE), variables(TWICE)],
    },
    tells: {
      'a new object that has one twice': [
        '',
        variables(TWICE),
        'Deployment web: warning: A is more than once in env of web: the cluster stores each, and the program gets the last one',
      ],
      'an object that has it twice under a new name': [
        variables(TWICE),
        variables(TWICE).replace('name: web, namespace', 'name: shop, namespace'),
        'Deployment shop: warning: A is more than once in env of web: the cluster stores each, and the program gets the last one',
      ],
    },
  },
  { apply: 'client' },
);

describePlanRule(variableIsHidden, { accepts: { 'what server-side apply refuses': ['', variables(TWICE)] } });
