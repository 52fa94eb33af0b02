import { JsonPatch } from 'cdk8s';
import { Claim, Config, Internet, Outside, patch, WebService, Worker } from '../../lib';
import { mail, type Mistake, web } from './mistake';

/** What goes wrong between workloads: connections, config, patches and the environment. */
export const OF_APPLICATIONS: readonly Mistake[] = [
  {
    when: 'a workload is connected twice',
    program: (shop) => {
      const worker = new Worker(shop, 'mail', mail);
      worker.connectTo(Internet.https());
      worker.connectTo(Internet.https());
    },
    says: `mail: is connected to 'internet-https' twice: remove one connectTo, or give the target another id`,
  },
  {
    when: 'a workload connects to one without a Service',
    program: (shop) => new WebService(shop, 'web', web).connectTo(new Worker(shop, 'mail', mail)),
    says: `web: connectTo(mail): 'mail' has no Service: use a WebService`,
  },
  {
    when: 'an address stands where a range should',
    program: (shop) => {
      const relay = new Outside('relay', { peer: { cidr: '10.20.0.7' }, ports: [25] });
      new Worker(shop, 'mail', mail).connectTo(relay);
    },
    says: `mail: connectTo(relay): to[0].cidr is '10.20.0.7', which is no address range: write one such as '10.20.0.0/16'`,
  },
  {
    when: 'a workload is exposed where the environment has no way',
    program: (shop) => new WebService(shop, 'web', web).expose('shop.example.com'),
    says: `web: expose: environment 'prod' has no exposure: give it one, such as traefik() or nodePort()`,
  },
  {
    when: 'a key of a ConfigMap has a space',
    program: (shop) => new Config(shop, 'pages', { data: { 'start page': '<h1>Shop</h1>' } }),
    says: `pages: config has the key 'start page', which is no ConfigMap key: use letters, digits, '-', '_' and '.', at most 253`,
  },
  {
    when: 'a ConfigMap is to hold more than a mebibyte',
    program: (shop) => new Config(shop, 'pages', { data: { start: 'x'.repeat(1024 * 1024 + 1) } }),
    says: 'pages: config has 1048577 bytes, but a ConfigMap holds at most 1048576: put large files into the image or a volume',
  },
  {
    when: 'a file of config is not there',
    program: (shop) => new Config(shop, 'pages', { files: { 'start.html': 'pages/start.html' } }),
    says: `pages: can't read 'pages/start.html' (there is none): paths are relative to the folder that the program runs in`,
  },
  {
    when: 'the size of a volume is no quantity',
    program: (shop) => new Claim(shop, 'uploads', { size: '10GB', accessMode: 'ReadWriteMany' }),
    says: `uploads: size is '10GB': write a quantity such as '10Gi'`,
  },
  {
    when: 'a patch sets what is set already',
    program: (shop) => patch(new WebService(shop, 'web', web), 'Deployment', JsonPatch.replace('/spec/replicas', 1)),
    says: `Deployment web: patch 'replace /spec/replicas' changes nothing: remove it, or correct its path or value`,
  },
  {
    when: 'a patch changes a field that is not there',
    program: (shop) => patch(new WebService(shop, 'web', web), 'Deployment', JsonPatch.replace('/spec/replica', 2)),
    says: `Deployment web: patch 'replace /spec/replica' does not apply (there is nothing at this path): correct the path, or use JsonPatch.add`,
  },
  {
    when: 'the version of the clusters has lost a digit',
    program: () => undefined,
    environment: { name: 'prod', kubernetes: '1.3' },
    says: `prod: kubernetes is '1.3': write the minor version of the clusters, from '1.28' to '1.37'`,
  },
  {
    when: 'the preset of an environment is mistyped',
    program: () => undefined,
    // @ts-expect-error
    environment: { name: 'prod', kubernetes: '1.33', preset: 'produktion' },
    says: `prod: preset is 'produktion': use 'development' or 'production'`,
  },
  {
    when: 'a label has a space in its value',
    program: () => undefined,
    environment: { name: 'prod', kubernetes: '1.33', labels: { team: 'web shop' } },
    says: `prod: labels.team is 'web shop', which is no label value: use at most 63 letters, digits, '-', '_' and '.'`,
  },
];
