import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Locale } from '../../../src-main/contract/app.contract.ts'
import { createFormats, type Formats } from '../../ui/format.ts'
import { statusLooks, type ColourRole } from '../../ui/status-look.ts'
import type { ParcelEvent } from './parcel-columns.ts'

const grounds: Record<ColourRole, string> = {
  neutral: 'bg-accented text-toned',
  info: 'bg-info/15 text-info',
  primary: 'bg-primary/15 text-primary',
  warning: 'bg-warning/15 text-warning',
  error: 'bg-error/15 text-error',
  success: 'bg-success/15 text-success',
}

/** Icon and colours of an event: those of the status it leads to, or of what else it says. */
export function eventLook(event: ParcelEvent): { readonly icon: string; readonly colour: string } {
  switch (event.meaning) {
    case 'information':
      return { icon: 'i-lucide-info', colour: grounds.neutral }
    case 'voids-previous':
      return { icon: 'i-lucide-undo-2', colour: grounds.neutral }
    case 'unknown':
      return { icon: 'i-lucide-circle-help', colour: grounds.warning }
    default: {
      const { icon, role } = statusLooks[event.meaning]
      return { icon, colour: grounds[event.voided ? 'neutral' : role] }
    }
  }
}

/** A place in words: its name, city and state, without saying one thing twice. */
export function eventPlace(place: ParcelEvent['place']): string {
  if (!place) return ''
  const town = [place.city, place.state].filter(Boolean).join('/')
  const country = place.country && place.country !== 'BR' ? place.country : ''
  const name = place.name && place.name !== place.city ? place.name : ''
  return [name, town, country].filter(Boolean).join(', ')
}

/** Times of events as the clock on the wall of their place showed them. */
export function useLocalTime(): {
  readonly short: (event: ParcelEvent) => string
  readonly full: (event: ParcelEvent) => string
} {
  const { locale } = useI18n({ useScope: 'global' })
  const zones = computed(() => ({ locale: locale.value as Locale, formats: new Map<string, Formats>() }))
  const formatsOf = (timeZone: string): Formats => {
    const known = zones.value.formats.get(timeZone)
    if (known) return known
    const made = createFormats(zones.value.locale, { timeZone })
    zones.value.formats.set(timeZone, made)
    return made
  }
  return {
    short: (event) => formatsOf(event.zone).instant(event.at),
    full: (event) => `${formatsOf(event.zone).instantFull(event.at)} (${event.zone})`,
  }
}
