import type { Application, Environment } from '../../lib';

/** Something that goes wrong while an application is written. */
export interface Mistake {
  /** What the author did. */
  readonly when: string;
  /** The program; where it does not compile either, the line says `@ts-expect-error`. */
  readonly program: (shop: Application) => unknown;
  /** The one message that the author reads. */
  readonly says: string;
  /** @default - prod, on 1.33 */
  readonly environment?: Environment;
}

export const image = 'ghcr.io/acme/shop:1.4.2';
export const web = { image, user: 1000, port: 8080 };
export const mail = { image: 'ghcr.io/acme/mail:2', user: 1000 };
