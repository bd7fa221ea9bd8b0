import { defineStore } from 'pinia'
import { onActivated, onBeforeUnmount, onDeactivated, onMounted, shallowRef } from 'vue'

export type ScanHandler = (code: string) => unknown

/** Who gets what a scanner reads: the place that is open, else the handler given first, which finds and opens the parcel. */
export const useScanStore = defineStore('scan', () => {
  const handlers = shallowRef<readonly ScanHandler[]>([])

  function handle(handler: ScanHandler): () => void {
    handlers.value = [...handlers.value, handler]
    return () => {
      handlers.value = handlers.value.filter((other) => other !== handler)
    }
  }

  function scanned(code: string): void {
    void handlers.value.at(-1)?.(code)
  }

  return { handle, scanned }
})

/** Takes what the scanner reads while this screen is open. */
export function useScanHandler(handler: ScanHandler): void {
  const store = useScanStore()
  let release: (() => void) | undefined
  const take = (): void => {
    release ??= store.handle(handler)
  }
  const leave = (): void => {
    release?.()
    release = undefined
  }
  onMounted(take)
  onActivated(take)
  onDeactivated(leave)
  onBeforeUnmount(leave)
}
