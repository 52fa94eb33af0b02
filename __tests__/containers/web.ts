import { type Environment, WebService, type WebServiceProps } from '../../lib';
import { type ContainerSpec, containerOf } from '../support/objects';
import { mistakes, PROD, render } from '../support/render';

const web = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };

/** What a web service says beside image, user and port; with `ports` it has these instead. */
export type Beside = Omit<Partial<WebServiceProps>, 'port'>;

/** The container of a web service. */
export function container(props: Beside, environment: Environment = PROD): ContainerSpec {
  const { get } = render((shop) => new WebService(shop, 'web', withPort(props)), environment);
  return containerOf(get('Deployment'), 'web');
}

/** What is wrong with a web service. */
export function wrong(props: Beside, environment: Environment = PROD): readonly string[] {
  return mistakes((shop) => new WebService(shop, 'web', withPort(props)), environment);
}

function withPort(props: Beside): WebServiceProps {
  return { ...web, ...props, port: props.ports ? undefined : web.port } as WebServiceProps;
}
