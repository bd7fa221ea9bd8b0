/** How long nobody has asked anything before work of one's own begins. */
const quietMs = 250

/**
 * Does work of the store's own in short steps while nobody asks it anything. What a step left undone is found again in
 * the store itself, so it may stop anywhere.
 */
export class IdleWork {
  readonly #step: () => Promise<boolean>
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> = Promise.resolve()
  #left = true
  #stopped = false

  /** `step` does a little and answers whether there is more. */
  constructor(step: () => Promise<boolean>) {
    this.#step = step
  }

  /** Somebody asks something. */
  pause(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** Nobody asks anything any more. */
  resume(): void {
    if (this.#stopped || !this.#left || this.#timer) return
    this.#timer = setTimeout(() => (this.#running = this.#goOn()), quietMs).unref()
  }

  /** Something was done that may have left work. */
  expect(): void {
    this.#left = true
  }

  /** Waits for the step that is under way; none comes after it. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.pause()
    await this.#running
  }

  /** Step after step until somebody asks something; a step that fails is tried again after the next write. */
  async #goOn(): Promise<void> {
    const mine = this.#timer
    while (mine === this.#timer && this.#left) this.#left = await this.#step().catch(() => false)
    if (mine === this.#timer) this.#timer = null
  }
}
