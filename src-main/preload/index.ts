import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { channels, type Bridge, type DroppedFile, type FromTask, type ToTask } from '../contract/bridge.ts'
import type { Reply } from '../contract/define.ts'
import { callNames, eventNames, taskNames } from './names.ts'

const unknown = (name: string): Reply<never> => ({
  ok: false,
  error: { code: 'unknown_procedure', message: `there is no procedure ${name}`, retryable: false },
})

const broken = (name: string): Reply<never> => ({
  ok: false,
  error: { code: 'internal', message: `${name} ended without a reply`, retryable: true },
})

/** Files may come before the page is there to hear of them; they wait for its first listener. */
let filesWaiting: unknown[] = []
const keepFiles = (_: unknown, name: string, payload: unknown) => {
  if (name === 'files.arrived') filesWaiting.push(payload)
}
ipcRenderer.on(channels.event, keepFiles)

const bridge: Bridge = {
  async call(name, payload) {
    if (!callNames.includes(name)) return unknown(name)
    return (await ipcRenderer.invoke(channels.call, name, payload)) as Reply<unknown>
  },

  start(name, payload, onProgress) {
    if (!taskNames.includes(name)) return { result: Promise.resolve(unknown(name)), cancel: () => undefined }
    const { port1: mine, port2: theirs } = new MessageChannel()
    const result = new Promise<Reply<unknown>>((resolve) => {
      mine.addEventListener('message', (event) => {
        const data = (event as MessageEvent).data as FromTask
        if (data.kind === 'progress') return onProgress(data.progress)
        mine.close()
        resolve(data.reply)
      })
      mine.addEventListener('close', () => resolve(broken(name)))
      mine.start()
    })
    ipcRenderer.postMessage(channels.start, { name, input: payload }, [theirs])
    return { result, cancel: () => mine.postMessage({ kind: 'cancel' } satisfies ToTask) }
  },

  on(event, listener) {
    if (!eventNames.includes(event)) throw new Error(`there is no event ${event}`)
    const hear = (_: unknown, name: string, payload: unknown) => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on(channels.event, hear)
    if (event === 'files.arrived') {
      ipcRenderer.removeListener(channels.event, keepFiles)
      const waiting = filesWaiting
      filesWaiting = []
      queueMicrotask(() => waiting.forEach((files) => listener(files)))
    }
    return () => void ipcRenderer.removeListener(channels.event, hear)
  },

  dropped(files) {
    const chosen = files
      .map((file) => ({ file, path: webUtils.getPathForFile(file), token: crypto.randomUUID() }))
      .filter(({ path }) => path !== '')
    const announced: DroppedFile[] = chosen.map(({ token, path }) => ({ token, path }))
    if (announced.length > 0) ipcRenderer.send(channels.dropped, announced)
    return chosen.map(({ file, token }) => ({ file: token, name: file.name, size: file.size }))
  },
}

contextBridge.exposeInMainWorld('despacho', bridge)
