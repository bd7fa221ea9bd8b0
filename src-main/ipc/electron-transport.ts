import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type MessagePortMain, type WebContents } from 'electron'
import { z } from 'zod'
import { channels, type ToTask } from '../contract/bridge.ts'
import type { EventName } from '../contract/index.ts'
import type { Endpoint } from './endpoint.ts'
import { serveTask, type TaskPort } from './task-streams.ts'
import type { ElectronSender, TrustedSenders } from './trusted-senders.ts'

/** The contract over Electron's IPC, for the windows that were added. */
export type ElectronTransport = {
  /** Lets a window's page call and hear events, until its contents are destroyed. */
  add(contents: WebContents): void
  broadcast(event: EventName, payload: unknown): void
}

const StartMessage = z.strictObject({ name: z.string(), input: z.unknown() })
const DroppedMessage = z.array(z.strictObject({ token: z.uuid(), path: z.string().min(1) })).max(1000)

/** Opens the channels. Nothing else in the application touches `ipcMain`. */
export function openElectronTransport(options: {
  readonly endpoint: Endpoint<ElectronSender>
  readonly trusted: TrustedSenders
  /** A person dropped a file on the window. */
  readonly dropped: (token: string, path: string) => void
}): ElectronTransport {
  const { endpoint, trusted } = options
  const windows = new Set<WebContents>()

  ipcMain.handle(channels.call, (event, name: string, input: unknown) =>
    endpoint({ name, input, sender: senderOf(event) }),
  )
  ipcMain.on(channels.start, (event, message: unknown) => {
    const [port] = event.ports
    const { success, data } = StartMessage.safeParse(message)
    if (!port) return
    if (success) void serveTask(endpoint, { name: data.name, input: data.input, sender: senderOf(event) }, portOf(port))
    else port.close()
  })
  ipcMain.on(channels.dropped, (event, message: unknown) => {
    const { success, data } = DroppedMessage.safeParse(message)
    if (!success || !trusted.isTrusted(senderOf(event))) return
    for (const { token, path } of data) options.dropped(token, path)
  })

  return {
    add(contents) {
      const { id } = contents
      windows.add(contents)
      trusted.add(id)
      contents.once('destroyed', () => {
        windows.delete(contents)
        trusted.forget(id)
      })
    },
    broadcast(event, payload) {
      for (const contents of windows) contents.send(channels.event, event, payload)
    },
  }
}

function senderOf(event: IpcMainEvent | IpcMainInvokeEvent): ElectronSender {
  const frame = event.senderFrame
  return { contents: event.sender.id, mainFrame: frame !== null && frame.parent === null, url: frame?.url ?? '' }
}

function portOf(port: MessagePortMain): TaskPort {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data as ToTask))
      port.start()
    },
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  }
}
