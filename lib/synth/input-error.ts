/** A mistake of the program's author that shows only while objects are rendered. Its message says what to do. */
export class InputError extends Error {}
