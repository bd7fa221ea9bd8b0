import type { FromTask, ToTask } from '../contract/bridge.ts'
import type { Clock } from '../domain/clock.ts'
import type { Call, Endpoint } from './endpoint.ts'

/** Shortest time between two progress messages of one task: ten a second, more than eyes can follow. */
export const progressInterval = 100

/** Progress on its way to whoever watches. */
export type ProgressLimit = {
  report(progress: unknown): void
  /** Sends the last state if it has not gone out yet; to be called before the reply. */
  flush(): void
}

/** Lets a state through at once, then at most one in each interval; the last one always arrives. */
export function limitProgress(send: (progress: unknown) => void, clock: Clock): ProgressLimit {
  let waiting: { readonly progress: unknown } | undefined
  let timer: AbortController | undefined
  let lastSent = Number.NEGATIVE_INFINITY

  const sendNow = (progress: unknown) => {
    timer?.abort()
    timer = undefined
    waiting = undefined
    lastSent = clock.now()
    send(progress)
  }
  const flush = () => {
    if (waiting) sendNow(waiting.progress)
  }
  const wait = async (ms: number) => {
    const mine = (timer = new AbortController())
    await clock.sleep(ms, mine.signal)
    if (!mine.signal.aborted) flush()
  }

  return {
    report(progress) {
      const passed = clock.now() - lastSent
      if (passed >= progressInterval || passed < 0) return sendNow(progress)
      waiting = { progress }
      if (!timer) void wait(progressInterval - passed)
    },
    flush,
  }
}

/** The end of a task's message port that the work is at. */
export type TaskPort = {
  send(message: FromTask): void
  onMessage(listener: (message: ToTask) => void): void
  /** The other end is gone: the window was closed or loaded anew. */
  onClose(listener: () => void): void
  close(): void
}

/** Runs a task whose progress and reply go through its own port; its cancel message and its closing abort the work. */
export async function serveTask<Sender>(
  endpoint: Endpoint<Sender>,
  call: Omit<Call<Sender>, 'signal' | 'onProgress'>,
  port: TaskPort,
): Promise<void> {
  const abort = new AbortController()
  let open = true
  port.onMessage((message) => {
    if (message.kind === 'cancel') abort.abort()
  })
  port.onClose(() => {
    open = false
    abort.abort()
  })
  const send = (message: FromTask) => {
    if (open) port.send(message)
  }
  const reply = await endpoint({
    ...call,
    signal: abort.signal,
    onProgress: (progress) => send({ kind: 'progress', progress }),
  })
  send({ kind: 'reply', reply })
  port.close()
}
