import { SetUpError } from './run.mjs'

const everySoOften = 10_000

/**
 * Shows what set-up does: one line a step, with progress while it lasts. A step is only announced when
 * there is something to do, so a second run is silent but for its last line.
 */
export class Steps {
  #stream
  #started = Date.now()
  #done = 0

  constructor(stream = process.stdout) {
    this.#stream = stream
  }

  /** Does one piece of work; `work` gets a function that shows how far it is, and may return a closing remark. */
  async step(title, work) {
    const started = Date.now()
    const live = this.#stream.isTTY
    let remark = ''
    let lastLine = Date.now()
    const show = () => {
      const text = `  … ${title}${remark && `: ${remark}`} (${elapsed(started)})`
      if (live) this.#stream.write(`\r\x1b[2K${text.slice(0, this.#stream.columns - 1)}`)
      else if (Date.now() - lastLine >= everySoOften) {
        this.#stream.write(`${text}\n`)
        lastLine = Date.now()
      }
    }
    const timer = setInterval(show, 500)
    if (live) show()
    else this.#stream.write(`  … ${title}\n`)
    try {
      const result = await work((text) => {
        remark = text
      })
      this.#finish('✔', `${title}${result ? `: ${result}` : ''} (${elapsed(started)})`)
      this.#done += 1
    } catch (error) {
      this.#finish('✘', `${title} (${elapsed(started)})`)
      throw error
    } finally {
      clearInterval(timer)
    }
  }

  /** One line that is no step. */
  say(text) {
    this.#stream.write(`  ${text}\n`)
  }

  /** The closing line. */
  end() {
    this.#stream.write(`Set-up: ${this.#done ? 'done' : 'nothing to do'} (${elapsed(this.#started)})\n`)
  }

  #finish(mark, text) {
    this.#stream.write(`${this.#stream.isTTY ? '\r\x1b[2K' : ''}  ${mark} ${text}\n`)
  }
}

/** Runs a script's work; what was foreseen ends in a sentence, a bug in its stack, both in exit status 1. */
export async function asScript(work) {
  try {
    const status = await work()
    if (typeof status === 'number') process.exitCode = status
  } catch (error) {
    process.stderr.write(`\n${error instanceof SetUpError ? error.message : error.stack}\n`)
    process.exitCode = 1
  }
}

/** `12.3 MB of 196.3 MB (6 %)`. */
export function share(done, total) {
  const percent = Math.min(100, Math.floor((done / total) * 100))
  return `${megabytes(done)} of ${megabytes(total)} (${percent} %)`
}

/** Seconds since an instant, with a unit: `0.4 s`, `2 min 5 s`. */
export function elapsed(since, now = Date.now()) {
  const seconds = (now - since) / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`
