import { useToast } from '@nuxt/ui/composables/useToast'
import { defineStore } from 'pinia'
import type { ProcedureError } from '../../src-main/contract/define.ts'
import { i18n } from '../i18n/index.ts'
import { problemSentence } from './problem-sentence.ts'

/** A button on a message: what it says and what it does. */
export type FeedbackAction = { readonly label: string; readonly run: () => void }

/** Short messages at the edge of the window: what was done, what was not. */
export const useFeedback = defineStore('feedback', () => {
  const toast = useToast()
  const { t, te } = i18n.global

  const buttons = (action?: FeedbackAction): object =>
    action ? { actions: [{ label: action.label, color: 'neutral', variant: 'outline', onClick: action.run }] } : {}

  /** Something was done. */
  function done(title: string, action?: FeedbackAction): void {
    toast.add({
      title,
      icon: 'i-lucide-check',
      color: 'success',
      duration: action ? 12_000 : 5_000,
      ...buttons(action),
    })
  }

  /** Something to know that is neither success nor failure. */
  function note(title: string, action?: FeedbackAction): void {
    toast.add({ title, icon: 'i-lucide-info', color: 'info', duration: action ? 12_000 : 6_000, ...buttons(action) })
  }

  /** Something that wants attention; said again under the same id, it takes the place of what was said before. */
  function warn(title: string, id: string): void {
    toast.add({ id, title, icon: 'i-lucide-triangle-alert', color: 'warning', duration: 6_000 })
  }

  /** A call was refused or failed. A cancelled one says nothing: the person did it. */
  function failed(error: ProcedureError, procedure?: string): void {
    if (error.code === 'cancelled') return
    const sentence = problemSentence(error, { t, te }, procedure)
    const description = [sentence.undone, sentence.next].filter(Boolean).join(' ')
    toast.add({
      id: `${procedure ?? ''}:${error.code}`,
      title: sentence.what,
      ...(description ? { description } : {}),
      icon: 'i-lucide-triangle-alert',
      color: 'error',
      duration: 15_000,
      actions: [
        {
          label: t('shell.copyForSupport'),
          color: 'neutral',
          variant: 'outline',
          onClick: () => void navigator.clipboard.writeText(sentence.support),
        },
      ],
    })
  }

  return { done, note, warn, failed }
})
