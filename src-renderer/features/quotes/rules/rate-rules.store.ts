import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call, type OutputFor } from '../../../api/client.ts'
import type { ProcedureError } from '../../../../src-main/contract/define.ts'
import { useFreightTablesStore } from '../tables/freight-tables.store.ts'
import { caseOf, serviceNames } from './rule-cases.ts'
import type { RateRule } from './rule-draft.ts'

/** A rule of the list being worked on; the key stays while its number changes. */
export type RuleEntry = { readonly key: number; readonly rule: RateRule }

/** What other rules would do with the last quotes. `result` is null where there are none to try them on. */
export type DryRun = {
  readonly quotes: OutputFor<'quotes.recent'>
  readonly result: OutputFor<'rateRules.try'> | null
}

/** The ordered rules as they are worked on. Nothing is kept before `save`; going to another tab loses nothing. */
export const useRateRulesStore = defineStore('rate-rules', () => {
  const tables = useFreightTablesStore()
  const entries = shallowRef<readonly RuleEntry[]>([])
  const kept = ref('[]')
  const recent = shallowRef<OutputFor<'quotes.recent'>>([])
  const loaded = ref(false)
  const failure = shallowRef<ProcedureError | null>(null)
  let lastKey = 0

  const rules = computed(() => entries.value.map(({ rule }) => rule))
  const isChanged = computed(() => JSON.stringify(rules.value) !== kept.value)
  const names = computed(() => serviceNames(recent.value, tables.tables))

  const entryOf = (rule: RateRule): RuleEntry => ({ key: ++lastKey, rule })

  /** Loads what is kept; what is being worked on stays. */
  async function load(): Promise<void> {
    const [list, quotes] = await Promise.all([call('rateRules.list', {}), call('quotes.recent', {}), tables.load()])
    if (quotes.ok) recent.value = quotes.value
    failure.value = list.ok ? (quotes.ok ? null : quotes.error) : list.error
    if (list.ok && !isChanged.value) keep(list.value)
    loaded.value = list.ok
  }

  function keep(list: readonly RateRule[]): void {
    entries.value = list.map(entryOf)
    kept.value = JSON.stringify(list)
  }

  /** Puts a rule in the place of another, or at the end. */
  function put(rule: RateRule, key: number | null): void {
    entries.value =
      key === null
        ? [...entries.value, entryOf(rule)]
        : entries.value.map((entry) => (entry.key === key ? { key, rule } : entry))
  }

  /** Moves a rule up (-1) or down (1); answers whether there was a place to go to. */
  function move(key: number, by: -1 | 1): boolean {
    const at = entries.value.findIndex((entry) => entry.key === key)
    const moved = entries.value[at]
    if (!moved || at + by < 0 || at + by >= entries.value.length) return false
    entries.value = entries.value.toSpliced(at, 1).toSpliced(at + by, 0, moved)
    return true
  }

  function duplicate(key: number): void {
    const at = entries.value.findIndex((entry) => entry.key === key)
    const original = entries.value[at]
    if (original) entries.value = entries.value.toSpliced(at + 1, 0, entryOf(original.rule))
  }

  function remove(key: number): void {
    entries.value = entries.value.filter((entry) => entry.key !== key)
  }

  /** Gives up what was changed. */
  const discard = (): void => keep(JSON.parse(kept.value) as RateRule[])

  /** What the last quotes would be sent with, without keeping anything. */
  async function tryOut(): Promise<{ readonly dry: DryRun } | { readonly error: ProcedureError }> {
    const quotes = await call('quotes.recent', {})
    if (!quotes.ok) return { error: quotes.error }
    recent.value = quotes.value
    if (quotes.value.length === 0) return { dry: { quotes: [], result: null } }
    const reply = await call('rateRules.try', { cases: quotes.value.map(caseOf), rules: rules.value })
    return reply.ok ? { dry: { quotes: quotes.value, result: reply.value } } : { error: reply.error }
  }

  /** Keeps the whole list; answers why not. */
  async function save(): Promise<ProcedureError | null> {
    const list = rules.value
    const reply = await call('rateRules.save', { rules: list })
    if (!reply.ok) return reply.error
    kept.value = JSON.stringify(list)
    return null
  }

  return {
    entries,
    rules,
    isChanged,
    names,
    loaded,
    failure,
    load,
    put,
    move,
    duplicate,
    remove,
    discard,
    tryOut,
    save,
  }
})
