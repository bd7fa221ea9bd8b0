import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { call, start, type ErrorFor, type InputFor, type ProgressFor, type StartedTask } from '../../api/client.ts'
import type { AccountCheck, AccountView } from '../../../src-main/contract/accounts.contract.ts'
import type { ProcedureError } from '../../../src-main/contract/define.ts'
import { useFeedback } from '../../ui/feedback.ts'

/** A look at an account's connection: under way, or what it found. */
export type CheckState =
  | { readonly state: 'running'; readonly step: ProgressFor<'accounts.check'>['step'] | null }
  | { readonly state: 'done'; readonly check: AccountCheck }
  | { readonly state: 'failed'; readonly error: ProcedureError }

/** The contracts with carriers: what is stored, what a test of each found. */
export const useAccountsStore = defineStore('accounts', () => {
  const feedback = useFeedback()
  const accounts = shallowRef<readonly AccountView[]>([])
  const loaded = ref(false)
  const checks = shallowRef<Readonly<Record<number, CheckState>>>({})
  const running = new Map<number, StartedTask<'accounts.check'>>()

  async function load(): Promise<void> {
    const reply = await call('accounts.list', {})
    if (reply.ok) accounts.value = reply.value
    else feedback.failed(reply.error, 'accounts.list')
    loaded.value = true
  }

  /** Stores an account; answers its id, or why not. */
  async function save(
    account: InputFor<'accounts.save'>,
  ): Promise<{ readonly id: number } | { readonly error: ProcedureError<ErrorFor<'accounts.save'>> }> {
    const reply = await call('accounts.save', account)
    if (!reply.ok) return { error: reply.error }
    await load()
    return reply.value
  }

  /** Switches an account on or off; what waited for it is asked about by itself. */
  async function turn(id: number, on: boolean): Promise<void> {
    const reply = await call('accounts.switch', { id, on })
    if (!reply.ok) feedback.failed(reply.error, 'accounts.switch')
    await load()
  }

  async function check(id: number): Promise<void> {
    running.get(id)?.cancel()
    put(id, { state: 'running', step: null })
    const task = start('accounts.check', { id }, ({ step }) => put(id, { state: 'running', step }))
    running.set(id, task)
    const reply = await task.result
    if (running.get(id) !== task) return
    running.delete(id)
    // A new secret that the carrier took is in use now.
    if (reply.ok) await load()
    if (reply.ok) put(id, { state: 'done', check: reply.value })
    else if (reply.error.code === 'cancelled') put(id, null)
    else put(id, { state: 'failed', error: reply.error })
  }

  const stopCheck = (id: number): void => running.get(id)?.cancel()

  /** Removes an account; `parcels` says what becomes of those that depend on it. */
  async function remove(id: number, parcels?: InputFor<'accounts.remove'>['parcels']): Promise<boolean> {
    stopCheck(id)
    const reply = await call('accounts.remove', { id, ...(parcels ? { parcels } : {}) })
    if (!reply.ok) feedback.failed(reply.error, 'accounts.remove')
    else put(id, null)
    await load()
    return reply.ok
  }

  function put(id: number, state: CheckState | null): void {
    const { [id]: _gone, ...others } = checks.value
    checks.value = state === null ? others : { ...others, [id]: state }
  }

  return { accounts, loaded, checks, load, save, turn, check, stopCheck, remove }
})
