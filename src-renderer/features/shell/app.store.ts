import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { call, on } from '../../api/client.ts'
import type { AppInfo, Settings } from '../../../src-main/contract/app.contract.ts'
import { firstStalledAfter } from '../../../src-main/contract/stillness.ts'
import { showLocale } from '../../i18n/index.ts'
import { useFeedback } from '../../ui/feedback.ts'

const initial: Settings = {
  locale: 'pt-BR',
  theme: 'system',
  density: 'compact',
  scanTone: true,
  stalledAfter: firstStalledAfter,
  backupsKept: 14,
  personalMonths: null,
}

/** What the application knows of itself, and the settings that everybody sees: language, theme, density. */
export const useAppStore = defineStore('app', () => {
  const feedback = useFeedback()
  const info = shallowRef<AppInfo | null>(null)
  const settings = ref<Settings>(initial)
  const systemDark = matchMedia('(prefers-color-scheme: dark)')
  const prefersDark = ref(systemDark.matches)
  systemDark.addEventListener('change', (event) => (prefersDark.value = event.matches))

  const dark = computed(() => (settings.value.theme === 'system' ? prefersDark.value : settings.value.theme === 'dark'))
  const demo = computed(() => info.value?.demo === true)

  watch(() => settings.value.locale, showLocale, { immediate: true })
  watch(
    [dark, () => settings.value.density],
    ([isDark, density]) => {
      document.documentElement.classList.toggle('dark', isDark)
      document.documentElement.classList.toggle('light', !isDark)
      document.documentElement.dataset['density'] = density
    },
    { immediate: true },
  )
  on('settings.changed', (changed) => (settings.value = changed))

  async function load(): Promise<void> {
    const [about, chosen] = await Promise.all([call('app.info', {}), call('settings.get', {})])
    if (about.ok) info.value = about.value
    else feedback.failed(about.error, 'app.info')
    if (chosen.ok) settings.value = chosen.value
    else feedback.failed(chosen.error, 'settings.get')
  }

  /** Shown at once, written at once; a refusal puts it back. */
  async function save(change: Partial<Settings>): Promise<void> {
    const before = settings.value
    settings.value = { ...before, ...change }
    const reply = await call('settings.save', change)
    if (reply.ok) settings.value = reply.value
    else {
      settings.value = before
      feedback.failed(reply.error, 'settings.save')
    }
  }

  return { info, settings, dark, demo, load, save }
})
