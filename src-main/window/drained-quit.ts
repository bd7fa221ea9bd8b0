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
      app.quit()
    })
  })
}
