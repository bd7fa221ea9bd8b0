import type { HttpLogLine } from '../carriers/kit/create-carrier-http.ts'

/** One try with a carrier, and when. */
export type RecentExchange = HttpLogLine & { readonly at: number }

/** The last exchanges with the carriers, in memory only: what was asked and how it went, never what was said. */
export type RecentExchanges = {
  add(exchange: RecentExchange): void
  /** Oldest first. */
  list(): readonly RecentExchange[]
}

/** Keeps so many; who was first goes first. */
export function createRecentExchanges(kept = 100): RecentExchanges {
  const exchanges: RecentExchange[] = []
  return {
    add(exchange) {
      exchanges.push(exchange)
      if (exchanges.length > kept) exchanges.shift()
    },
    list: () => [...exchanges],
  }
}
