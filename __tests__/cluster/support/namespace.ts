import { randomBytes } from 'node:crypto';
import { api, tryKubectl } from './cluster';

/** The Pod Security level that a namespace enforces. */
export type Level = 'privileged' | 'baseline' | 'restricted';

/** Makes a namespace of our own, with the account that pods need where no controller makes it. */
export async function makeNamespace(level: Level = 'privileged'): Promise<string> {
  const name = `slipway-${randomBytes(4).toString('hex')}`;
  const labels = { 'pod-security.kubernetes.io/enforce': level };
  const path = '/api/v1/namespaces';
  await api().request('POST', path, { body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } } });
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } };
  await api().request('POST', `${path}/${name}/serviceaccounts`, { body: account });
  return name;
}

/** Removes namespaces and waits for nothing. */
export function dropNamespaces(...names: readonly string[]): void {
  tryKubectl(['delete', 'namespace', '--ignore-not-found', '--wait=false', ...names]);
}

/**
 * Removes a namespace and waits until it is gone. Pods go first, without their grace, and their claims: the namespace
 * controller would look again only after half of that grace.
 */
export function clearNamespace(name: string): void {
  const remove = (...args: string[]) =>
    tryKubectl(['delete', '--namespace', name, '--all', '--ignore-not-found', ...args]);
  remove('deployments,statefulsets,daemonsets,jobs,cronjobs', '--cascade=foreground', '--wait=false');
  remove('pods', '--force', '--grace-period=0');
  remove('persistentvolumeclaims');
  dropNamespaces(name);
  tryKubectl(['wait', '--for=delete', `namespace/${name}`, '--timeout=60s']);
}
