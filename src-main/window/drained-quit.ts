import { app } from 'electron'

/** Lets the application end only when `drain` is through: work that must not be left half done, then the store. */
export function quitDrained(drain: () => Promise<void>): void {
  let drained = false
  let draining = false
  app.on('will-quit', (event) => {
    if (drained) return
    event.preventDefault()
    if (draining) return
    draining = true
    void drain().finally(() => {
      drained = true
      // Never within this very event: where there was nothing to drain, Electron would take the second quit for the first.
      setImmediate(() => app.quit())
    })
  })
}
