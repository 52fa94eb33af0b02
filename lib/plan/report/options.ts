/** How a report looks. */
export interface ReportOptions {
  /** What people call the old manifests: `main@4f2a91c`. */
  readonly before: string;
  /** What they call the new ones: `working tree`. */
  readonly after: string;
  /** Whether it is for a terminal that shows colors. */
  readonly colored: boolean;
  /** Whether it can show more than ASCII. @default true */
  readonly unicode?: boolean;
  /** Columns of the terminal. @default 120 */
  readonly width?: number;
  /** Whether to list what only the text of the manifests says in another way. */
  readonly showNoEffect: boolean;
}
