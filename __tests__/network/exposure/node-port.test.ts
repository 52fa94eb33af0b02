import { nodePort } from '../../../lib/network/exposure/node-port';
import { call, expose } from './web';

describe('an exposure on a port of every node', () => {
  it('is a Service of type NodePort with the port of the host', () => {
    expect(expose(nodePort(), 'localhost:30080')).toEqual({ service: { type: 'NodePort', nodePort: 30080 } });
  });

  it('leaves the port to the cluster where the host has none', () => {
    expect(expose(nodePort(), 'node.example.com')).toEqual({ service: { type: 'NodePort' } });
  });

  it('takes several names of the nodes with the same port', () => {
    const hosts = ['localhost:32767', '192.168.1.10:32767', 'node.example.com'];
    expect(expose(nodePort(), hosts).service).toEqual({ type: 'NodePort', nodePort: 32767 });
  });

  it('can lead to another port of the workload, and takes traffic from anywhere', () => {
    expect(expose(nodePort(), 'localhost:30081', { paths: [{ path: '/', port: 'admin' }] }).service).toEqual({
      type: 'NodePort',
      nodePort: 30081,
    });
    expect(nodePort().from).toBe('anywhere');
  });

  it.each([8080, 29999, 32768, 70000])('fails when the port is %i, which no node port is', (port) => {
    expect(call(nodePort(), ['node', `localhost:${port}`]).problems).toEqual([
      `expose: host 'localhost:${port}' has port ${port}: node ports are 30000 to 32767`,
    ]);
  });

  it('fails when hosts have different ports, as there is one', () => {
    expect(call(nodePort(), ['a:30080', 'b:30081']).problems).toEqual([
      'expose: hosts have the ports 30080 and 30081, but a workload has one node port: write one',
    ]);
  });

  it.each([
    [{ paths: '/feeds' }, 'paths (/feeds)', 'a node port leads to the whole workload, so leave paths out'],
    [
      { paths: [{ path: '/', match: 'Exact' }] } as const,
      'paths (Exact /)',
      'a node port leads to the whole workload, so leave paths out',
    ],
    [{ tls: true }, 'tls (true)', 'a node port passes traffic on as it is, so leave tls out'],
    [{ tls: { secret: 'cert' } }, 'tls.secret (cert)', 'a node port passes traffic on as it is, so leave tls out'],
    [{ tls: { issuer: 'ca' } }, 'tls.issuer (ca)', 'a node port passes traffic on as it is, so leave tls out'],
    [{ redirect: true }, 'redirect (true)', 'leave it out there, or expose otherwise'],
    [{ bodySize: '1Mi' }, 'bodySize (1Mi)', 'leave it out there, or expose otherwise'],
    [{ timeout: 5 }, 'timeout (5s)', 'leave it out there, or expose otherwise'],
    [{ sticky: true } as const, 'sticky (web-sticky)', 'leave it out there, or expose otherwise'],
  ])('fails when %j is asked for, which a port cannot', (options, intent, remedy) => {
    expect(call(nodePort(), 'localhost', options).problems).toEqual([
      `expose: nodePort can't express ${intent} in environment 'prod': ${remedy}`,
    ]);
  });

  it('takes plain HTTP that is asked for in words', () => {
    expect(call(nodePort(), 'localhost', { tls: false, redirect: false }).problems).toEqual([]);
  });
});
