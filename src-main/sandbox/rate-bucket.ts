/** A bucket of permissions that fills with time: `burst` at most, `perSecond` new ones each second. */
export type RateBucket = {
  /** Takes one permission; false: there was none, the request is to be refused. */
  take(): boolean
  /** Whole permissions left. */
  left(): number
}

/** Makes a full bucket. Its time is the wall clock's: limits protect a real server from real requests. */
export function createRateBucket(limit: { perSecond: number; burst: number }, now: () => number): RateBucket {
  let tokens = limit.burst
  let filledAt = now()
  const fill = () => {
    const at = now()
    tokens = Math.min(limit.burst, tokens + ((at - filledAt) / 1000) * limit.perSecond)
    filledAt = at
  }
  return {
    take() {
      fill()
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
    left() {
      fill()
      return Math.floor(tokens)
    },
  }
}
