import { quoted } from '../../application/quoted';

const LABEL = /^(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** A host and the port behind its colon. */
export function splitHost(host: string): { readonly name: string; readonly port?: number } {
  const [, name, port] = /^(.*):(\d+)$/.exec(host) ?? [];
  return name === undefined ? { name: host } : { name, port: Number(port) };
}

/**
 * What is wrong with the hosts of a workload.
 *
 * @param routed whether requests are told apart by host, so that each is a DNS name without a port
 */
export function hostProblems(hosts: readonly unknown[], routed: boolean): readonly string[] {
  if (hosts.length === 0) return ["has no host: name at least one, such as 'reader.example.com'"];
  const problems = hosts.map((host, index) => {
    if (typeof host !== 'string' || host === '') {
      return `host is ${quoted(host)}: write a DNS name such as 'reader.example.com'`;
    }
    if (hosts.indexOf(host) !== index) return `host '${host}' is given twice: remove one`;
    return shapeProblem(host) ?? (routed ? routedProblem(host) : undefined) ?? nameProblem(host);
  });
  return problems.filter((problem) => problem !== undefined);
}

/** Parts of a URL that are no part of a host. */
function shapeProblem(host: string): string | undefined {
  const [, , rest = host] = /^([a-z][-+.a-z0-9]*):\/\/(.*)$/i.exec(host) ?? [];
  const [bare = '', ...path] = rest.split('/');
  if (rest !== host) return `host '${host}' has a scheme: write '${bare}', and say in tls whether it is HTTPS`;
  if (path.length > 0) return `host '${host}' has a path: write '${bare}', and paths: ['/${path.join('/')}']`;
  return undefined;
}

function routedProblem(host: string): string | undefined {
  const { name, port } = splitHost(host);
  if (port !== undefined) {
    return `host '${host}' has a port, but an ingress or gateway decides on which ports it listens: write '${name}'`;
  }
  if (!/^\d+(\.\d+){3}$/.test(host)) return undefined;
  return `host '${host}' is an IP address, and requests are told apart by name: write a DNS name`;
}

/** https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards */
function nameProblem(host: string): string | undefined {
  const { name } = splitHost(host);
  const plain = name.replace(/^\*\./, '');
  if (plain.includes('*')) {
    return `host '${host}' has a '*' in the wrong place: only the whole first part can be one, as in '*.example.com'`;
  }
  if (name !== name.toLowerCase()) return `host '${host}' has upper-case letters: write '${host.toLowerCase()}'`;
  if (name.length <= 253 && plain.split('.').every((part) => LABEL.test(part))) return undefined;
  return `host '${host}' is no DNS name: use parts of at most 63 letters, digits and '-', with '.' between them, at most 253 characters in all`;
}
