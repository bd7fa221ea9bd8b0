import { spawn } from 'node:child_process'

/** A failure with a sentence for a person; shown without a stack. */
export class SetUpError extends Error {}

/**
 * Runs a program to its end and gives back what it wrote. Throws a SetUpError with the end of its
 * output when it fails, unless `allowFailure`.
 */
export function capture(command, args, { allowFailure = false, onLine, timeout, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const timer = timeout ? setTimeout(() => child.kill('SIGKILL'), timeout) : undefined
    let stdout = ''
    let all = ''
    const take = (chunk) => {
      all += chunk
      const lines = String(chunk).trimEnd().split('\n')
      onLine?.(lines[lines.length - 1])
    }
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk
      take(chunk)
    })
    child.stderr.setEncoding('utf8').on('data', take)
    child.on('error', (error) => {
      clearTimeout(timer)
      if (allowFailure) resolve({ code: 127, stdout, all: error.message })
      else reject(new SetUpError(`${command} could not be started: ${error.message}`))
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (code === 0 || allowFailure) resolve({ code: code ?? 1, signal, stdout, all })
      else reject(new SetUpError(`${shown(command, args)} failed (${signal || code}):\n${tail(all)}`))
    })
  })
}

/**
 * Runs a program on this terminal and gives back its exit status. A signal to this process reaches it;
 * on a terminal Ctrl+C already does, so that it is not sent twice.
 */
export function passThrough(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const forward = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, forward)
    const release = () => {
      for (const signal of signals) process.off(signal, forward)
    }
    child.on('error', (error) => {
      release()
      reject(new SetUpError(`${command} could not be started: ${error.message}`))
    })
    child.on('close', (code, signal) => {
      release()
      resolve(code ?? exitStatusOf(signal))
    })
  })
}

/** The exit status a shell gives to a program that a signal ended. */
export function exitStatusOf(signal) {
  return 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0)
}

const shown = (command, args) => [command, ...args].join(' ').slice(0, 200)
const tail = (text) => text.trimEnd().split('\n').slice(-25).join('\n')
