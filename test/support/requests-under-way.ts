import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { onTestFinished } from 'vitest'

/** Counts the HTTP requests that this process has sent and that are not wholly answered. */
export function countRequestsUnderWay(): () => number {
  const underWay = new Set<unknown>()
  const begins = (message: unknown): void => void underWay.add(requestOf(message))
  const ends = (message: unknown): void => void underWay.delete(requestOf(message))
  const channels = [
    ['undici:request:create', begins],
    ['undici:request:trailers', ends],
    ['undici:request:error', ends],
  ] as const
  for (const [name, listener] of channels) subscribe(name, listener)
  onTestFinished(() => {
    for (const [name, listener] of channels) unsubscribe(name, listener)
  })
  return () => underWay.size
}

const requestOf = (message: unknown): unknown => (message as { readonly request: unknown }).request
