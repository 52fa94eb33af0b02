import { kindOf } from './common/change';
import { applyCommand, deleteCommand } from './common/commands';
import { refusal } from './common/refusal';
import { described } from './common/words';

const FIELDS = /^spec\.(clusterIPs?|ipFamilies|loadBalancerClass|healthCheckNodePort)\b/;

/** What a Service got when it was made. */
export const serviceAddressIsImmutable = refusal(
  {
    id: 'service-address-is-immutable',
    what: 'The address of a Service, its IP family and the class of its load balancer can never change.',
    why: 'The API server refuses the update. A Service that is made anew has another address: who connects to it by name is interrupted shortly.',
    link: 'https://kubernetes.io/docs/concepts/services-networking/service/#choosing-your-own-ip-address',
    concerns: (change, { path, update }) => update && kindOf(change) === '/Service' && FIELDS.test(path),
  },
  (change, objections, whole) => {
    const [path = 'spec'] = objections.map((objection) => objection.path);
    const fields = change.fields.filter((field) => FIELDS.test(field.path));
    const plain = fields.filter((field) => !/^spec\.clusterIPs\b/.test(field.path));
    const external = path.startsWith('spec.loadBalancerClass');
    return {
      severity: 'error',
      path,
      message: `${described(plain.length > 0 ? plain : fields, 'spec')}: a Service keeps what it got when it was made`,
      remedy: `use another name for the new Service and let its clients follow; or delete the old one first, which means a short outage and another ${external ? 'external ' : ''}address`,
      risk: 'downtime',
      commands: [deleteCommand(change.id), applyCommand(change, whole)],
    };
  },
);
