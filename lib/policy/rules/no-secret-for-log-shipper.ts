import { containersOf, type DescribedContainer, type DescribedPod } from '../../manifest/pods';
import { type SecretUse, secretUsesOf } from '../../manifest/secret-uses';
import { checkEachPod } from '../each-pod';
import { type Rule, WARNING, type Violation } from '../rule';

/** Images that pass logs and metrics on. Exporters are none: they log in to what they measure. */
const SHIPPERS =
  /(?:^|\/)(?:fluent-bit|fluentd|filebeat|metricbeat|vector|promtail|opentelemetry-collector[\w-]*)(?:[:@]|$)/;

/** A shipper may have a Secret of its own, but not the application's. */
export const noSecretForLogShipper: Rule = {
  id: 'no-secret-for-log-shipper',
  severity: WARNING,
  group: 'secrets',
  what: 'A container that ships logs or metrics must not get the secrets of the containers beside it.',
  why: 'It sends what it has to other systems, and has no need for the passwords of the application.',
  remedy: 'mount the Secret into the containers that need it only, or give the shipper a Secret of its own',
  link: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/#restrict-secret-access-to-specific-containers',
  ...checkEachPod(violationsOf),
};

function violationsOf(pod: DescribedPod): readonly Violation[] {
  const shippers = containersOf(pod).filter(isShipper);
  if (shippers.length === 0) return [];
  const others = containersOf(pod).filter((described) => !shippers.includes(described));
  return shippers.flatMap((shipper) =>
    secretUsesOf(pod, shipper).flatMap((use) => {
      const owner = others.find((other) => secretUsesOf(pod, other).some((theirs) => overlaps(use, theirs)));
      if (!owner) return [];
      const key = use.key === undefined ? '' : ` with the key ${use.key}`;
      const message = `it gets the Secret ${use.secret}${key}, which container '${owner.name}' uses`;
      return [{ resource: pod.resource, path: use.path, container: shipper.name, message }];
    }),
  );
}

function isShipper({ container }: DescribedContainer): boolean {
  return typeof container.image === 'string' && SHIPPERS.test(container.image);
}

function overlaps(a: SecretUse, b: SecretUse): boolean {
  return a.secret === b.secret && (a.key === undefined || b.key === undefined || a.key === b.key);
}
