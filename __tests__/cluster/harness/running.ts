/** What `setup` started, as functions that end it. */
export const running: (() => Promise<void>)[] = [];
