import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { call, start } from '../../api/client.ts'
import type { ProcedureError } from '../../../src-main/contract/define.ts'
import type { Quote } from '../../../src-main/contract/quotes.contract.ts'
import { recall, remember } from '../../ui/remembered-state.ts'
import {
  blankForm,
  formOf,
  readForm,
  recalledForm,
  ShipmentForm,
  stillWrong,
  type FormProblems,
} from './shipment-form.ts'

export type KeptQuote = Quote & { readonly id: number }

/** The computer's own day, such as `2026-11-27`. */
const today = (): string => new Date().toLocaleDateString('sv-SE')

/** The calculator: what is typed, what was answered, and the quotes before. */
export const useQuotesStore = defineStore('quotes', () => {
  const form = ref<ShipmentForm>({ ...blankForm })
  const problems = shallowRef<FormProblems>({})
  const quote = shallowRef<Quote | null>(null)
  const recent = shallowRef<readonly KeptQuote[]>([])
  const failure = shallowRef<ProcedureError | null>(null)
  const asking = ref(false)
  const ready = ref(false)
  let latest = 0
  const keep = remember('quotes.form')

  async function load(): Promise<void> {
    await loadRecent()
    if (ready.value) return
    const left = await recall('quotes.form', ShipmentForm)
    if (left) form.value = recalledForm(left, today())
    ready.value = true
    watch(
      form,
      (typed) => {
        keep(typed)
        problems.value = stillWrong(problems.value, typed)
      },
      { deep: true },
    )
  }

  async function loadRecent(): Promise<void> {
    const reply = await call('quotes.recent', {})
    if (reply.ok) recent.value = reply.value
  }

  /**
   * Asks about what is typed; answers whether it could be asked. A newer question takes the place of one under way, and of the
   * answer to another one: nobody reads or copies a price under the wrong question.
   */
  async function ask(anew = false): Promise<boolean> {
    const read = readForm(form.value)
    problems.value = 'problems' in read ? read.problems : {}
    if ('problems' in read) return false
    const mine = ++latest
    asking.value = true
    failure.value = null
    if (!anew) quote.value = null
    const reply = await start('quotes.single', { ...read.input, anew }, (meanwhile) => {
      if (mine === latest) quote.value = meanwhile
    }).result
    if (mine !== latest) return true
    asking.value = false
    if (reply.ok) quote.value = reply.value
    else failure.value = reply.error
    await loadRecent()
    return true
  }

  /** Shows an earlier quote as it was answered, with its question in the form. */
  function open(kept: KeptQuote): void {
    latest++
    asking.value = false
    failure.value = null
    problems.value = {}
    form.value = formOf(kept)
    quote.value = kept
  }

  return { form, problems, quote, recent, failure, asking, ready, load, ask, open }
})
