import { loadBalancer, type LoadBalancerProps } from '../../../lib/network/exposure/load-balancer';
import { call, expose } from './web';

const HOST = 'reader.example.com';

describe('an exposure with a load balancer of its own', () => {
  it('is a Service of type LoadBalancer', () => {
    expect(expose(loadBalancer(), HOST)).toEqual({ service: { type: 'LoadBalancer' } });
  });

  it('has the class and annotations of the cloud', () => {
    const annotations = { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' };
    expect(expose(loadBalancer({ class: 'service.k8s.aws/nlb', annotations }), HOST)).toEqual({
      service: { type: 'LoadBalancer', annotations, loadBalancerClass: 'service.k8s.aws/nlb' },
    });
  });

  it("takes the Service's port with the host, and traffic from anywhere", () => {
    expect(expose(loadBalancer(), `${HOST}:80`).service).toEqual({ type: 'LoadBalancer' });
    expect(loadBalancer().from).toBe('anywhere');
  });

  it("fails when the host has another port than the Service's", () => {
    expect(call(loadBalancer(), [HOST, `${HOST}:8080`]).problems).toEqual([
      "expose: host 'reader.example.com:8080': the load balancer listens on the Service's port 80: write 'reader.example.com'",
    ]);
  });

  it.each([
    [{ paths: '/feeds' }, 'paths (/feeds)', 'a load balancer leads to the whole workload, so leave paths out'],
    [
      { tls: true },
      'tls (true)',
      "it passes traffic on as it is, so leave tls out, or end TLS in the cloud with the adapter's annotations",
    ],
    [{ timeout: 5 }, 'timeout (5s)', 'leave it out there, or expose otherwise'],
  ])('fails when %j is asked for, which it cannot', (options, intent, remedy) => {
    expect(call(loadBalancer(), HOST, options).problems).toEqual([
      `expose: loadBalancer can't express ${intent} in environment 'prod': ${remedy}`,
    ]);
  });

  it.each([
    [{ class: 'not a class' }, "class is 'not a class': write it as in 'service.k8s.aws/nlb'"],
    [{ annotations: { internal: true } }, "annotations['internal'] is true: write it in quotes"],
  ])('fails when the settings are %j, and says why', (props, problem) => {
    expect(call(loadBalancer(props as LoadBalancerProps), HOST).problems).toEqual([`expose: loadBalancer: ${problem}`]);
  });
});
