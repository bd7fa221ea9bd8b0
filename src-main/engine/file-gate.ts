/**
 * Where a file that somebody named may be found: the page has tokens made by the system's dialogs, the command line has
 * paths. Services see only this.
 */
export type FileGate = {
  /** The path behind a reference, or null when it is none of ours. */
  resolve(ref: string): string | null
  /** A reference that whoever called can hand back, for a file that Despacho wrote. */
  issue(path: string): string
}
