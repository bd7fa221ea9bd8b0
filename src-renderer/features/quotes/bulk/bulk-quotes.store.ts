import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call, on, start, type InputFor, type StartedTask } from '../../../api/client.ts'
import type { ProcedureError } from '../../../../src-main/contract/define.ts'
import type { QuoteJob, QuoteRow } from '../../../../src-main/contract/quotes.contract.ts'
import { useFeedback } from '../../../ui/feedback.ts'

type Working = { readonly done: number; readonly total: number; readonly bad: number; readonly trouble: string | null }

const pageSize = 100

/** Quotes by the thousand: the jobs, how far they are, and the rows of the one that is open. */
export const useBulkQuotes = defineStore('bulk-quotes', () => {
  const feedback = useFeedback()
  const jobs = shallowRef<readonly QuoteJob[]>([])
  const openId = ref<number | null>(null)
  const rows = shallowRef<readonly QuoteRow[]>([])
  const hasMore = ref(false)
  const failure = shallowRef<ProcedureError | null>(null)
  const working = shallowRef<Working | null>(null)
  let task: StartedTask<'quotes.bulk'> | StartedTask<'quotes.resume'> | null = null
  const open = computed(() => jobs.value.find(({ id }) => id === openId.value) ?? null)
  // What goes on in the background is seen by its task.
  on('tasks.changed', () => void load())

  async function load(): Promise<void> {
    const reply = await call('quotes.jobs', {})
    if (reply.ok) jobs.value = reply.value
    else feedback.failed(reply.error, 'quotes.jobs')
  }

  async function show(id: number): Promise<void> {
    openId.value = id
    rows.value = []
    await more()
  }

  async function more(): Promise<void> {
    const id = openId.value
    if (id === null) return
    const reply = await call('quotes.rows', { job: id, after: rows.value.at(-1)?.row ?? 0, limit: pageSize })
    if (!reply.ok) return feedback.failed(reply.error, 'quotes.rows')
    if (id !== openId.value) return
    rows.value = [...rows.value, ...reply.value.rows]
    hasMore.value = reply.value.rows.length === pageSize
  }

  async function work(begun: NonNullable<typeof task>): Promise<void> {
    task = begun
    failure.value = null
    const reply = await begun.result
    task = null
    working.value = null
    await load()
    if (reply.ok) await show(reply.value.id)
    else if (reply.error.code !== 'cancelled') failure.value = reply.error
    else if (openId.value !== null) await show(openId.value)
  }

  const follow = (progress: Working): void => void (working.value = progress)
  const begin = (input: InputFor<'quotes.bulk'>): Promise<void> => work(start('quotes.bulk', input, follow))
  const resume = (job: number): Promise<void> => work(start('quotes.resume', { job }, follow))
  const stop = (): void => task?.cancel()

  async function remove(job: number): Promise<void> {
    const reply = await call('quotes.removeJob', { job })
    if (!reply.ok) feedback.failed(reply.error, 'quotes.removeJob')
    if (openId.value === job) openId.value = null
    await load()
  }

  return { jobs, open, openId, rows, hasMore, failure, working, load, show, more, begin, resume, stop, remove }
})
