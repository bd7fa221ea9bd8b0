import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** Two seconds without an answer are the longest that nothing is said. */
const patienceMs = 1_800

/** Becomes true when something has gone on for longer than people wait without a word, and false when it ends. */
export function useOutOfPatience(goesOn: () => boolean): Readonly<Ref<boolean>> {
  const out = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const begin = (on: boolean): void => {
    clearTimeout(timer)
    out.value = false
    if (on) timer = setTimeout(() => (out.value = true), patienceMs)
  }
  watch(goesOn, begin, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))
  return out
}
