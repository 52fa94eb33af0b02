import { type ContainerProps, Credentials, WebService } from '../../lib';
import { containerOf } from '../support/objects';
import { render } from '../support/render';
import { yaml } from '../support/yaml';
import { container, wrong } from './web';

test('every prop of a container reaches the field that it means', () => {
  const { get } = render((shop) => {
    const credentials = Credentials.fromExistingSecret(shop, 'shop-credentials', ['SMTP_PASSWORD']);
    const every: Required<ContainerProps> = {
      image: 'ghcr.io/acme/shop:1.4.2',
      command: ['/shop'],
      args: ['serve', '--verbose'],
      workingDir: '/srv',
      config: { LOG_LEVEL: 'info' },
      secrets: { SMTP_PASSWORD: credentials.key('SMTP_PASSWORD') },
      env: { REGION: 'eu' },
      resources: 'medium',
      health: { live: '/healthz' },
      lifecycle: { postStart: { exec: ['/warm'] } },
      imagePullPolicy: 'Always',
      security: { readOnlyRootFilesystem: false },
      tmp: '128Mi',
      shell: true,
    };
    new WebService(shop, 'web', { ...every, user: 1000, port: 8080 });
  });

  expect(containerOf(get('Deployment'), 'web')).toEqual(yaml`
    name: web
    image: ghcr.io/acme/shop:1.4.2
    imagePullPolicy: Always
    command: [/shop]
    args: [serve, --verbose]
    workingDir: /srv
    ports: [{ name: http, containerPort: 8080 }]
    envFrom: [{ configMapRef: { name: ${get('ConfigMap').metadata.name} } }]
    env:
      - { name: SMTP_PASSWORD, valueFrom: { secretKeyRef: { name: shop-credentials, key: SMTP_PASSWORD } } }
      - { name: REGION, value: eu }
    resources: { requests: { cpu: 250m, memory: 512Mi }, limits: { memory: 512Mi } }
    volumeMounts: [{ name: tmp, mountPath: /tmp }]
    startupProbe: { httpGet: { path: /healthz, port: http }, periodSeconds: 2, failureThreshold: 60 }
    livenessProbe: { httpGet: { path: /healthz, port: http } }
    readinessProbe: { tcpSocket: { port: http } }
    lifecycle: { postStart: { exec: { command: [/warm] } }, preStop: { sleep: { seconds: 5 } } }
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: false
      capabilities: { drop: [ALL] }
  `);
});

test('a container that says nothing else is secure and modest', () => {
  expect(container({})).toEqual(yaml`
    name: web
    image: ghcr.io/acme/shop:1.4.2
    ports: [{ name: http, containerPort: 8080 }]
    resources: { requests: { cpu: 50m, memory: 128Mi }, limits: { memory: 128Mi } }
    volumeMounts: [{ name: tmp, mountPath: /tmp }]
    readinessProbe: { tcpSocket: { port: http } }
    lifecycle: { preStop: { sleep: { seconds: 5 } } }
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      capabilities: { drop: [ALL] }
  `);
});

test('fails when a command is no list of texts', () => {
  // @ts-expect-error a command runs without a shell
  expect(wrong({ command: '/shop serve' })).toEqual([
    `web: command is '/shop serve', which is no list: write ['program', 'argument']`,
  ]);
  // @ts-expect-error an argument is a text
  expect(wrong({ args: ['--port', 8080] })).toEqual([`web: args has 8080, which is no text: write '8080'`]);
});

test('fails when the working directory is not an absolute path', () => {
  expect(wrong({ workingDir: 'srv' })).toEqual([`web: workingDir is 'srv': write an absolute path`]);
});

test('fails when the image is to be pulled at unknown times', () => {
  // @ts-expect-error it begins with a capital
  expect(wrong({ imagePullPolicy: 'always' })).toEqual([
    `web: imagePullPolicy is 'always': use 'Always', 'IfNotPresent' or 'Never'`,
  ]);
});
