import { onBeforeUnmount, ref, type Ref } from 'vue'

/** The present moment, moving on while the component is there. */
export function useNow(everyMs = 15_000): Readonly<Ref<number>> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), everyMs)
  onBeforeUnmount(() => clearInterval(timer))
  return now
}
