/** Who sent an IPC message, as far as trust goes. */
export type ElectronSender = {
  /** Id of the sending web contents. */
  readonly contents: number
  /** False for a frame inside the page, and for one that is gone already. */
  readonly mainFrame: boolean
  /** Address of the sending frame. */
  readonly url: string
}

/** The application's own origin; nothing else is ever loaded into a window. */
export const appOrigin = 'app://despacho'

/** The web contents that the application made itself, and the test whether a message comes from one of them. */
export type TrustedSenders = {
  add(contents: number): void
  forget(contents: number): void
  isTrusted(sender: ElectronSender): boolean
}

/** Makes a list without senders. All of it must hold: our contents, its main frame, our origin; a blank URL is no exception. */
export function createTrustedSenders(): TrustedSenders {
  const ours = new Set<number>()
  return {
    add: (contents) => void ours.add(contents),
    forget: (contents) => void ours.delete(contents),
    isTrusted: ({ contents, mainFrame, url }) =>
      ours.has(contents) && mainFrame && (url === appOrigin || url.startsWith(`${appOrigin}/`)),
  }
}
