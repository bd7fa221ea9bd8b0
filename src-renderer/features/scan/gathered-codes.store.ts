import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call, start } from '../../api/client.ts'
import { useFeedback } from '../../ui/feedback.ts'
import { codeColumn } from './code-column.ts'

/** A code that a scanner read and that is not among the parcels. */
export type GatheredCode = {
  readonly code: string
  /** Whose it is; null when no carrier recognises it. */
  readonly carrier: string | null
  /** Why an import would refuse it, with what the sentence needs. */
  readonly refusal: { readonly reason: string; readonly detail: Readonly<Record<string, string | number>> } | null
}

/** Codes read and not known, until they are added together or let go. */
export const useGatheredCodes = defineStore('gathered-codes', () => {
  const feedback = useFeedback()
  const codes = shallowRef<readonly GatheredCode[]>([])
  const adding = ref(false)
  const recognised = computed(() => codes.value.filter(({ carrier }) => carrier !== null))
  const unrecognised = computed(() => codes.value.filter(({ carrier }) => carrier === null))

  const has = (code: string): boolean => codes.value.some((one) => one.code === code)

  /** Takes a code in, with what the engine said of it. */
  function gather(code: string, said: Readonly<Record<string, string | number>>): void {
    if (has(code)) return
    const { carrier, reason, ...detail } = said
    codes.value = [
      ...codes.value,
      {
        code,
        carrier: typeof carrier === 'string' ? carrier : null,
        refusal: typeof reason === 'string' ? { reason, detail } : null,
      },
    ]
  }

  const letGo = (gone: readonly GatheredCode[]): void => {
    codes.value = codes.value.filter(({ code }) => !gone.some((one) => one.code === code))
  }

  /**
   * Makes parcels of codes the way an import does, and answers how many are new; null when that failed. Those that no
   * carrier recognises are kept without tracking.
   */
  async function add(chosen: readonly GatheredCode[], tracked: boolean): Promise<number | null> {
    if (chosen.length === 0 || adding.value) return null
    adding.value = true
    try {
      const pasted = await call('files.paste', { text: chosen.map(({ code }) => code).join('\n') })
      if (!pasted.ok) {
        feedback.failed(pasted.error, 'files.paste')
        return null
      }
      const run = start('imports.run', { files: [pasted.value.file], ...codeColumn(tracked), changes: 'keep' })
      const reply = await run.result
      if (!reply.ok) {
        feedback.failed(reply.error, 'imports.run')
        return null
      }
      const refused = new Set(reply.value.rejections.map(({ value }) => value))
      letGo(chosen.filter(({ code }) => !refused.has(code)))
      return reply.value.stored
    } finally {
      adding.value = false
    }
  }

  return { codes, recognised, unrecognised, adding, has, gather, letGo, add }
})
