import { mapsAt, show } from '../../fields';
import type { PodSecurityCheck } from '../check';

/** Since which minor version a kernel setting is taken for safe. */
const SAFE_SINCE: ReadonlyMap<unknown, number> = new Map([
  ['kernel.shm_rmid_forced', 0],
  ['net.ipv4.ip_local_port_range', 0],
  ['net.ipv4.ip_unprivileged_port_start', 0],
  ['net.ipv4.ping_group_range', 0],
  ['net.ipv4.tcp_syncookies', 0],
  ['net.ipv4.ip_local_reserved_ports', 27],
  ['net.ipv4.tcp_fin_timeout', 29],
  ['net.ipv4.tcp_keepalive_intvl', 29],
  ['net.ipv4.tcp_keepalive_probes', 29],
  ['net.ipv4.tcp_keepalive_time', 29],
  ['net.ipv4.tcp_rmem', 32],
  ['net.ipv4.tcp_wmem', 32],
  ['net.ipv4.tcp_notsent_lowat', 37],
  ['net.ipv4.tcp_slow_start_after_idle', 37],
]);

/** Sysctls. */
export const safeSysctls: PodSecurityCheck = {
  id: 'safe-sysctls',
  level: 'baseline',
  evaluate: ({ spec, path }, { minor }) =>
    mapsAt(spec, 'securityContext', 'sysctls')
      .filter(({ name }) => !(minor >= (SAFE_SINCE.get(name) ?? Number.NaN)))
      .map(({ name }) => ({
        path: `${path}.securityContext.sysctls[${show(name)}]`,
        message: `the pod sets the kernel setting ${show(name)}${describeSince(name)}`,
      })),
};

function describeSince(name: unknown): string {
  const since = SAFE_SINCE.get(name);
  return since === undefined ? '' : `, which is safe from Kubernetes 1.${since} only`;
}
