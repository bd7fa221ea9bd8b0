import { call } from '../../api/client.ts'
import { useFeedback } from '../../ui/feedback.ts'
import { useImportFilesStore } from './import-files.store.ts'

/** Makes a file of pasted text and takes it in like any other; true when that went well. */
export function usePastedCodes(): (text: string) => Promise<boolean> {
  const store = useImportFilesStore()
  const feedback = useFeedback()
  return async (text) => {
    const reply = await call('files.paste', { text })
    if (!reply.ok) {
      feedback.failed(reply.error, 'files.paste')
      return false
    }
    await store.begin([reply.value])
    return true
  }
}
