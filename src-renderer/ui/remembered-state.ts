import type { z } from 'zod'
import { call } from '../api/client.ts'

/** What a screen was left like, or null when nothing (or nothing that is still understood) was kept. */
export async function recall<S extends z.ZodType>(key: string, schema: S): Promise<z.output<S> | null> {
  const reply = await call('preferences.get', { key })
  if (!reply.ok || reply.value.value === null) return null
  try {
    const read = schema.safeParse(JSON.parse(reply.value.value))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Keeps the state of a screen, at most once in a while; the last state is always written. */
export function remember(key: string, delayMs = 400): (state: unknown) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let last: unknown
  const write = (): void => {
    waiting = undefined
    void call('preferences.save', { key, value: JSON.stringify(last) })
  }
  window.addEventListener('pagehide', () => {
    if (waiting === undefined) return
    clearTimeout(waiting)
    write()
  })
  return (state) => {
    last = state
    waiting ??= setTimeout(write, delayMs)
  }
}
