import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { config } from 'zod'
import App from './App.vue'
import { useAppStore } from './features/shell/app.store.ts'
import { i18n } from './i18n/index.ts'
import { createAppRouter } from './router.ts'
import { useBundledIconsOnly } from './ui/bundled-icons.ts'
import { useFeedback } from './ui/feedback.ts'
import './ui/tokens.css'

// The page's policy forbids code made of strings, and zod would try.
config({ jitless: true })
useBundledIconsOnly()

const app = createApp(App)
app.use(createPinia())
app.use(i18n)

/** A bug of the page: said to the person, and left to the developer tools as any error. */
app.config.errorHandler = (error) => {
  useFeedback().failed({ code: 'internal', message: String(error), retryable: false })
  reportError(error)
}

const store = useAppStore()
await store.load()

app.use(createAppRouter(() => store.info?.firstStart === true))
app.use(ui)
app.mount('#app')
