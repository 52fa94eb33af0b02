import type { ConnectionTarget, EgressRule } from './connection';
import { policyPort } from './network-policy';

/** Address ranges that are not the internet: private, link-local (cloud metadata), loopback, shared (RFC 6890). */
const PRIVATE_V4 = ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];
const PRIVATE_V6 = ['fc00::/7', 'fe80::/10'];

/** The internet: every public address, on some ports. Cluster, private network and cloud metadata stay closed. */
export class Internet implements ConnectionTarget {
  /** Web servers with TLS: port 443. */
  public static https(): Internet {
    return new Internet('internet-https', [443]);
  }

  /** Web servers with and without TLS: ports 443 and 80. */
  public static web(): Internet {
    return new Internet('internet-web', [443, 80]);
  }

  /**
   * Other TCP ports, such as 587 for mail.
   *
   * @param name shown in the policy's name: `web-to-internet-<name>`
   */
  public static ports(name: string, ...ports: readonly number[]): Internet {
    return new Internet(`internet-${name}`, ports);
  }

  private constructor(
    public readonly id: string,
    private readonly ports: readonly number[],
  ) {}

  public egressFor(): EgressRule {
    return {
      to: [{ ipBlock: { cidr: '0.0.0.0/0', except: PRIVATE_V4 } }, { ipBlock: { cidr: '::/0', except: PRIVATE_V6 } }],
      ports: this.ports.map((port) => policyPort(port)),
    };
  }
}
