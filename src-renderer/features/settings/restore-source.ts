import { call, type InputFor } from '../../api/client.ts'
import type { useFeedback } from '../../ui/feedback.ts'

/** What may be restored, and whether it came from elsewhere. */
export type RestoreSource = InputFor<'store.examine'>

/** Lets a person point at a file to be restored; null: the dialog was closed. */
export async function chooseRestoreFile(feedback: ReturnType<typeof useFeedback>): Promise<RestoreSource | null> {
  const reply = await call('files.open', { purpose: 'restore', multiple: false })
  if (!reply.ok) feedback.failed(reply.error, 'files.open')
  const file = reply.ok ? reply.value[0]?.file : undefined
  return file === undefined ? null : { file }
}
