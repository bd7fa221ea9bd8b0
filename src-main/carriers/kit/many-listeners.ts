import { setMaxListeners } from 'node:events'

/** Lets any number of requests wait on one signal: cancelling a run of thousands is one signal, and no leak. */
export function manyMayListen(signal: AbortSignal): void {
  setMaxListeners(0, signal)
}
