import { running } from './harness/running';

/** After the tests, failed or not: ends what `setup` started. An interruption is the guard's business. */
async function teardown(): Promise<void> {
  for (const stop of running.splice(0).toReversed()) await stop();
}

export = teardown;
