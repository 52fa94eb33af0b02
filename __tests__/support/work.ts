/** How many milliseconds this process works on something; a machine that others keep busy makes them no more. */
export function workOf(action: () => void): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
