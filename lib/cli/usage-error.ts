/** A mistake in the command line. Its message says what to write instead. */
export class UsageError extends Error {
  public override readonly name = 'UsageError';
}
