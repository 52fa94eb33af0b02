import type { Names } from '../application/unknown-names';
import type { ContainerProps } from './container-props';

/** The names of a container's props. */
export const CONTAINER_NAMES: Names<ContainerProps> = {
  image: true,
  command: true,
  args: true,
  workingDir: true,
  config: true,
  secrets: true,
  env: true,
  resources: true,
  health: true,
  lifecycle: true,
  imagePullPolicy: true,
  security: true,
  tmp: true,
  shell: true,
};
