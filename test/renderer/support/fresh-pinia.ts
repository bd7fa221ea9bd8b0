import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { createApp } from 'vue'

/** Stores of their own for a test, inside an application as in the page. */
export function freshPinia(): Pinia {
  const pinia = createPinia()
  createApp({}).use(pinia)
  setActivePinia(pinia)
  return pinia
}
