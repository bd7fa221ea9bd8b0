import type { Bridge } from '../../src-main/contract/bridge.ts'
import type { ErrorOf, InputOf, OutputOf, ProgressOf, Reply } from '../../src-main/contract/define.ts'
import type { ChosenFile } from '../../src-main/contract/files.contract.ts'
import type { CallName, Contract, EventName, TaskName } from '../../src-main/contract/index.ts'

declare global {
  interface Window {
    /** Put here by the preload; absent when the page is opened in anything but Despacho's window. */
    readonly despacho?: Bridge
  }
}

export type InputFor<Name extends CallName | TaskName> = InputOf<Contract[Name]>
export type OutputFor<Name extends CallName | TaskName> = OutputOf<Contract[Name]>
export type ErrorFor<Name extends CallName | TaskName> = ErrorOf<Contract[Name]>
export type ProgressFor<Name extends TaskName> = ProgressOf<Contract[Name]>
export type ReplyTo<Name extends CallName | TaskName> = Reply<OutputFor<Name>, ErrorFor<Name>>

/** Long work under way. */
export type StartedTask<Name extends TaskName> = { readonly result: Promise<ReplyTo<Name>>; cancel(): void }

const withoutBridge = {
  ok: false,
  error: { code: 'internal', message: 'window.despacho is missing: the page is not in its window', retryable: false },
} as const satisfies Reply<never>

/** What crosses to the other side is data: a reactive proxy of a screen's state would be refused there. */
const asData = (input: unknown): unknown => JSON.parse(JSON.stringify(input))

/** Asks one question and gets one answer; what can be expected to go wrong is in the answer, nothing is thrown. */
export async function call<Name extends CallName>(name: Name, input: InputFor<Name>): Promise<ReplyTo<Name>> {
  return ((await window.despacho?.call(name, asData(input))) ?? withoutBridge) as ReplyTo<Name>
}

/** Starts long work; progress comes ten times a second at most, the last state always before the result. */
export function start<Name extends TaskName>(
  name: Name,
  input: InputFor<Name>,
  onProgress: (progress: ProgressFor<Name>) => void = () => undefined,
): StartedTask<Name> {
  const task = window.despacho?.start(name, asData(input), (progress) => onProgress(progress as ProgressFor<Name>))
  if (!task) return { result: Promise.resolve(withoutBridge), cancel: () => undefined }
  return { result: task.result as Promise<ReplyTo<Name>>, cancel: task.cancel }
}

/** Listens to what is pushed from the other side; the function that comes back ends it. */
export function on<Name extends EventName>(
  event: Name,
  listener: (payload: OutputOf<Contract[Name]>) => void,
): () => void {
  if (!window.despacho) throw new Error(withoutBridge.error.message)
  return window.despacho.on(event, (payload) => listener(payload as OutputOf<Contract[Name]>))
}

/** References for files dropped on the window, to be handed to procedures. */
export function dropped(files: Iterable<File>): ChosenFile[] {
  if (!window.despacho) throw new Error(withoutBridge.error.message)
  return window.despacho.dropped([...files])
}
