import { computed, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { groupCode } from '../../../src-main/contract/tracking-code.ts'
import type { GridColumn } from '../../ui/data-grid/grid-column.ts'
import type { Formats } from '../../ui/format.ts'
import { useFormat } from '../../ui/use-format.ts'
import { columnPlan, type ParcelColumn, type ParcelRow } from './parcel-columns.ts'
import { useCarrierName } from './use-carrier-name.ts'

type Shown = Pick<GridColumn<ParcelRow>, 'cell' | 'hint'>
type Read<T> = (row: ParcelRow) => T | null

/**
 * The columns of the list with words, formats and marks in the language in use.
 *
 * `stamps` holds badges and marks drawn once by Vue: cells copy them, for mounting a component in every cell would cost
 * the scrolling its smoothness.
 */
export function useParcelColumns(stamps: Readonly<Ref<HTMLElement | null>>): ComputedRef<GridColumn<ParcelRow>[]> {
  const { t, te } = useI18n()
  const { format, counted } = useFormat()
  const carrierName = useCarrierName()

  const title = (key: ParcelColumn): string =>
    t(te(`parcels.columns.short.${key}`) ? `parcels.columns.short.${key}` : `words.column.${key}`)

  const stamp = (name: string): HTMLElement => {
    const original = stamps.value?.querySelector(`[data-stamp="${name}"]`)
    return (original?.cloneNode(true) as HTMLElement | undefined) ?? document.createElement('span')
  }

  function mark(name: string, words: string, text = ''): HTMLElement {
    const element = stamp(name)
    element.title = words
    element.setAttribute('aria-label', words)
    element.append(text)
    return element
  }

  function status(row: ParcelRow): HTMLElement {
    const cell = document.createElement('span')
    cell.className = 'flex min-w-0 items-center gap-1.5'
    cell.append(stamp(row.status))
    if (row.late) cell.append(mark('late', t('parcels.marks.late')))
    const days = row.stalledDays ?? 0
    if (row.stalled)
      cell.append(mark('stalled', counted('parcels.marks.stalled', days), counted('parcels.marks.days', days)))
    // A code that the carrier does not know yet is what `registered` says already.
    if (row.checkFailure && !row.checkFailure.endsWith('.not-found'))
      cell.append(mark('failing', t('parcels.marks.failing')))
    return cell
  }

  const statusHint = (row: ParcelRow): string =>
    [t(`words.status.${row.status}`), row.statusAt === null ? '' : format.value.instantFull(row.statusAt)]
      .filter(Boolean)
      .join(' · ')

  return computed(() => {
    const shown = shownCells(format.value)
    return columnPlan.map((plan) => ({
      ...plan,
      title: title(plan.key),
      ...(shown[plan.key] ?? { cell: (row: ParcelRow) => plainText(row[plan.key]) }),
      ...(plan.key === 'status' ? { cell: status, hint: statusHint } : {}),
      ...(plan.key === 'carrier' ? { cell: (row: ParcelRow) => carrierName(row.carrier) } : {}),
    }))
  })
}

/** How the columns that are more than plain text show themselves. */
function shownCells(format: Formats): Partial<Record<ParcelColumn, Shown>> {
  const day = (read: Read<string>): Shown => ({ cell: written(read, format.day), hint: written(read, format.dayFull) })
  const instant = (read: Read<number>): Shown => ({
    cell: written(read, format.instant),
    hint: written(read, (at) => `${format.instantFull(at)} · ${format.relative(at)}`),
  })
  const number = (read: Read<number>, write: (value: number) => string): Shown => ({ cell: written(read, write) })
  return {
    code: { cell: codeCell, hint: (row) => groupCode(row.code) },
    statusAt: instant((row) => row.statusAt),
    lastEventAt: instant((row) => row.lastEventAt),
    deliveredAt: instant((row) => row.deliveredAt),
    checkedAt: { ...instant((row) => row.checkedAt), cell: written((row) => row.checkedAt, sinceThen(format)) },
    createdAt: instant((row) => row.createdAt),
    promisedOn: day((row) => row.promisedOn),
    forecastOn: day((row) => row.forecastOn),
    postedOn: day((row) => row.postedOn),
    shopPromisedOn: day((row) => row.shopPromisedOn),
    weightG: number((row) => row.weightG, format.weight),
    lengthMm: number((row) => row.lengthMm, format.length),
    widthMm: number((row) => row.widthMm, format.length),
    heightMm: number((row) => row.heightMm, format.length),
    stalledDays: number((row) => row.stalledDays, format.integer),
    declaredValue: {
      cell: (row) => (row.declaredValue === null ? null : format.money(row.declaredValue, row.currency ?? 'BRL')),
    },
  }
}

/** A moment and how long it is past; the demonstration's may lie ahead, and nothing is said of that. */
const sinceThen =
  (format: Formats) =>
  (at: number): string =>
    at <= Date.now() ? `${format.instant(at)} · ${format.relative(at)}` : format.instant(at)

const written =
  <T>(read: Read<T>, write: (value: T) => string) =>
  (row: ParcelRow): string | null => {
    const value = read(row)
    return value === null ? null : write(value)
  }

const plainText = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null

function codeCell(row: ParcelRow): HTMLElement {
  const code = document.createElement('span')
  code.className = 'font-medium tabular-nums'
  code.textContent = groupCode(row.code)
  return code
}
