import { configChangeRestartsPods } from '../../../lib/policy/rules/config-change-restarts-pods';
import { noCredentialInConfigMap } from '../../../lib/policy/rules/no-credential-in-config-map';
import { noLiteralCredential } from '../../../lib/policy/rules/no-literal-credential';
import { noSecretForLogShipper } from '../../../lib/policy/rules/no-secret-for-log-shipper';
import { noSecretValues } from '../../../lib/policy/rules/no-secret-values';
import { noWholeSecretAsVariables } from '../../../lib/policy/rules/no-whole-secret-as-variables';
import { describeRule, resourcesOf, TARGET } from '../support/describe-rule';

/** A Deployment with one container, or with more of the pod. */
function deployment(container: string, pod = '', annotations = '{}'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { annotations: ${annotations} }
    spec: { containers: [{ name: web, image: shop:1, ${container} }], ${pod} }
`;
}

function configMap(data: string, more = ''): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web, namespace: shop }\n${more}data:\n${data}\n`;
}

describeRule(noSecretValues, {
  accepts: {
    'a Secret without values': 'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata: {}',
    'a list of others': 'apiVersion: v1\nkind: List\nmetadata: { name: a }\nitems: [{ apiVersion: v1, kind: Pod }]',
  },
  rejects: {
    'a Secret with text': [
      'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { A: hunter2 }',
      'stringData: the Secret has values, with the key A',
    ],
    'a Secret in a list': [
      'apiVersion: v1\nkind: List\nmetadata: { name: a }\nitems: [{ kind: Pod }, { apiVersion: v1, kind: Secret, data: { A: eA==, B: eA== } }]',
      'items[1].data: the Secret has values, with the keys A, B',
    ],
  },
});

describeRule(noLiteralCredential, {
  accepts: {
    'a reference': deployment('env: [{ name: PASSWORD, valueFrom: { secretKeyRef: { name: a, key: b } } }]'),
    'a file': deployment('env: [{ name: PASSWORD_FILE, value: /run/secrets/password }]'),
    'another variable': deployment(
      'env: [{ name: DSN, value: "postgres://a:$(PASSWORD)@db" }, { name: PASSWORD, value: $(B) }]',
    ),
    'a setting': deployment('env: [{ name: PASSWORD_MIN_LENGTH, value: "8" }, { name: TOKEN_TTL, value: 1h }]'),
    'an empty value': deployment('env: [{ name: PASSWORD, value: "" }]'),
    'an argument that names a file': deployment(
      'args: [--password-file=/run/a, --token-path, /run/b, --password, $(PASSWORD)]',
    ),
    'an annotation that names a Secret':
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a, annotations: { nginx.ingress.kubernetes.io/auth-secret: shop/login } }',
  },
  rejects: {
    'a variable': [
      deployment('env: [{ name: DB_PASSWORD, value: hunter2 }]'),
      'spec.template.spec.containers[web].env[DB_PASSWORD].value: the variable has a credential, going by its name',
    ],
    'a URL in a variable': [
      deployment('env: [{ name: DSN, value: "postgres://shop:hunter2@db" }]'),
      'spec.template.spec.containers[web].env[DSN].value: the variable has a URL with a password',
    ],
    'arguments, with the value in or after the option': [
      deployment('args: [--db-password=hunter2, --password, hunter2, API_KEY=4f9a]'),
      'spec.template.spec.containers[web].args[0]: the argument has a password',
      'spec.template.spec.containers[web].args[2]: the argument has a credential, going by the name of its option',
      'spec.template.spec.containers[web].args[3]: the argument has a credential, going by the name of its option',
    ],
    'a command': [
      deployment('command: [sh, -c, "psql postgres://shop:hunter2@db"]'),
      'spec.template.spec.containers[web].command[2]: the argument has a URL with a password',
    ],
    'annotations of the object and of its pods': [
      deployment('ports: []', '', '{ example.com/token: abc }').replace(
        'namespace: shop',
        'namespace: shop, annotations: { dsn: "redis://:hunter2@a" }',
      ),
      'metadata.annotations[dsn]: the annotation has a URL with a password',
      'spec.template.metadata.annotations[example.com/token]: the annotation has a credential, going by its name',
    ],
  },
});

describeRule(noCredentialInConfigMap, {
  accepts: {
    settings: configMap('  LOG_LEVEL: info\n  PASSWORD_MIN_LENGTH: "8"\n  PASSWORD_FILE: /run/password\n  TOKEN: ""'),
    'a file that refers to variables': configMap(
      '  app.properties: |\n    db.password=${DB_PASSWORD}\n    db.url=jdbc:postgresql://db/shop\n  app.yaml: |\n    password: "{{ env.PASSWORD }}"\n    token:\n      ttl: 1h',
    ),
    'a program': configMap(
      '  a.py: |\n    token = get_token()\n    password = settings.password\n    secret = None\n    apiKey: string\n    connect(user, password=settings.password)',
    ),
    'a certificate': configMap(`  ca.crt: |\n    -----BEGIN ${'CERTIFICATE'}-----\n    MIIB`),
  },
  rejects: {
    'a value that its key names': [
      configMap('  DB_PASSWORD: hunter2'),
      'data[DB_PASSWORD]: the ConfigMap has a credential, going by its key',
    ],
    'a line of a file': [
      configMap('  app.properties: |\n    # database\n    spring.datasource.password=hunter2'),
      'data[app.properties]: the ConfigMap has a credential in line 2 of its text',
    ],
    'a line of JSON': [
      configMap('  app.json: |\n    {\n      "apiKey": "4f9a81c2d3",\n    }'),
      'data[app.json]: the ConfigMap has a credential in line 2 of its text',
    ],
    'a private key': [
      configMap(`  tls.key: |\n    -----BEGIN ${'PRIVATE KEY'}-----\n    MIIE`),
      'data[tls.key]: the ConfigMap has a private key',
    ],
    bytes: [
      configMap('  A: b', `binaryData: { dsn: ${Buffer.from('redis://:hunter2@a').toString('base64')} }\n`),
      'binaryData[dsn]: the ConfigMap has a URL with a password',
    ],
  },
});

test('no finding repeats a value', () => {
  const resources = resourcesOf(
    [
      deployment('env: [{ name: DB_PASSWORD, value: hunter2 }], args: [--password=hunter2]', '', '{ token: hunter2 }'),
      configMap('  PASSWORD: hunter2\n  a.ini: |\n    a=b\n    password=hunter2'),
      'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { A: hunter2 }',
    ].join('---\n'),
  );
  const found = [noSecretValues, noLiteralCredential, noCredentialInConfigMap].flatMap((rule) =>
    rule.check(resources, TARGET),
  );

  expect(found).toHaveLength(6);
  expect(found.map(({ path, message }) => `${path} ${message}`).join()).not.toContain('hunter2');
});

describeRule(noWholeSecretAsVariables, {
  accepts: {
    'one key': deployment('env: [{ name: A, valueFrom: { secretKeyRef: { name: a, key: b } } }]'),
    'a ConfigMap': deployment('envFrom: [{ configMapRef: { name: a } }]'),
  },
  rejects: {
    'all keys': [
      deployment('envFrom: [{ configMapRef: { name: a } }, { secretRef: { name: login } }]'),
      'spec.template.spec.containers[web].envFrom[1].secretRef: all keys of the Secret login become variables',
    ],
  },
});

const LOGIN = 'env: [{ name: A, valueFrom: { secretKeyRef: { name: login, key: A } } }]';
const shipper = (more: string): string =>
  deployment(
    LOGIN,
    `initContainers: [{ name: logs, image: "cr.fluentbit.io/fluent/fluent-bit:4.0", restartPolicy: Always, ${more} }], volumes: [{ name: s, secret: { secretName: login } }]`,
  );

describeRule(noSecretForLogShipper, {
  accepts: {
    'a Secret of its own': shipper('env: [{ name: A, valueFrom: { secretKeyRef: { name: logs, key: A } } }]'),
    'another key': shipper('env: [{ name: B, valueFrom: { secretKeyRef: { name: login, key: LOGS } } }]'),
    'an exporter': deployment(LOGIN, `initContainers: [{ name: metrics, image: postgres-exporter:1, ${LOGIN} }]`),
  },
  rejects: {
    'the key of another container': [
      shipper(LOGIN),
      "spec.template.spec.initContainers[logs].env[A].valueFrom: it gets the Secret login with the key A, which container 'web' uses",
    ],
    'the files of the whole Secret': [
      shipper('volumeMounts: [{ name: s, mountPath: /s }]'),
      "spec.template.spec.initContainers[logs].volumeMounts[/s]: it gets the Secret login, which container 'web' uses",
    ],
  },
});

const READS = 'envFrom: [{ configMapRef: { name: web } }]';
const MAP = configMap('  A: b');

describeRule(configChangeRestartsPods, {
  accepts: {
    'a map that never changes': `${deployment(READS)}---\n${configMap('  A: b', 'immutable: true\n')}`,
    'a hash in the name': `${deployment(READS.replace('web', 'web-5f7b9c2d41'))}---\n${MAP.replace('web', 'web-5f7b9c2d41')}`,
    'a hash in an annotation': `${deployment(READS, '', '{ checksum/config: 5f7b }')}---\n${MAP}`,
    'a watcher': `${deployment(READS).replace('namespace: shop', 'namespace: shop, annotations: { reloader.stakater.com/auto: "true" }')}---\n${MAP}`,
    'a mounted map': `${deployment('volumeMounts: [{ name: c, mountPath: /c }]', 'volumes: [{ name: c, configMap: { name: web } }]')}---\n${MAP}`,
    'a map that is elsewhere': deployment(READS),
  },
  rejects: {
    variables: [
      `${deployment(`${READS}, env: [{ name: A, valueFrom: { configMapKeyRef: { name: web, key: A } } }]`)}---\n${MAP}`,
      'spec.template.spec.containers[web].envFrom[0].configMapRef: the pods read the ConfigMap web when they start, and a change of it does not restart them',
      'spec.template.spec.containers[web].env[A].valueFrom: the pods read the ConfigMap web when they start, and a change of it does not restart them',
    ],
    'a file mounted by subPath': [
      `${deployment('volumeMounts: [{ name: c, mountPath: /c, subPath: A }]', 'volumes: [{ name: c, configMap: { name: web } }]')}---\n${MAP}`,
      'spec.template.spec.containers[web].volumeMounts[/c]: the pods read the ConfigMap web when they start, and a change of it does not restart them',
    ],
  },
});
