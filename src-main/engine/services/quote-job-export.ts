import type { Offer } from '../../domain/offer.ts'
import type { Locale } from '../../domain/locale.ts'
import type { QuoteRow } from '../../domain/quote-job.ts'
import { quoteRowFacts } from '../../domain/quote-row-facts.ts'
import { words } from '../../domain/words/index.ts'
import { rateRuleSentences } from '../../domain/words/rate-rule-sentences.ts'
import type { SheetColumn, SheetValue } from '../../files/sheet-writer.ts'
import { writeSheet, type WriteTask } from '../write-sheet.ts'

/** Writes what came of a job, a shipment a row. */
export function exportQuoteJob(
  path: string,
  pages: AsyncIterable<readonly QuoteRow[]>,
  total: number,
  locale: Locale,
  task: WriteTask,
): ReturnType<typeof writeSheet> {
  const { sheet, column } = words[locale].quoteJob
  const text = (title: string): SheetColumn => ({ title, kind: 'text', width: 18 })
  const money = (title: string): SheetColumn => ({ title, kind: 'money', width: 14 })
  const number = (title: string): SheetColumn => ({ title, kind: 'number', width: 10 })
  const offer = (title: string): SheetColumn[] => [
    text(title),
    money(`${title}: ${column.price}`),
    number(`${title}: ${column.days}`),
    { title: `${title}: ${column.latestOn}`, kind: 'day', width: 14 },
  ]
  const columns = [
    number(column.line),
    text(column.reference),
    text(column.to),
    number(column.weightG),
    money(column.declaredValue),
    text(column.used),
    ...offer(column.cheapest),
    ...offer(column.fastest),
    ...offer(column.chosen),
    text(column.rule),
    money(column.chosenOverCheapest),
    money(column.usedOverChosen),
    text(column.fault),
  ]
  return writeSheet(path, { sheet, columns, pages, valuesOf: (row) => valuesOf(row, locale), total }, task)
}

function valuesOf(row: QuoteRow, locale: Locale): SheetValue[] {
  const facts = quoteRowFacts(row)
  const choice = row.result?.choice
  const rule = choice?.by ? rateRuleSentences(locale).rule(choice.by.rule, choice.by) : null
  return [
    row.line,
    row.reference,
    row.shipment?.to ?? null,
    row.shipment?.weightG ?? null,
    whole(row.shipment?.declaredValue ?? null),
    row.used,
    ...offerValues(facts.cheapest),
    ...offerValues(facts.fastest),
    ...offerValues(facts.chosen),
    rule,
    whole(facts.chosenOverCheapest),
    whole(facts.usedOverChosen),
    row.fault === null ? null : words[locale].quoteJob.fault[row.fault],
  ]
}

const offerValues = (offer: Offer | null): SheetValue[] => [
  offer?.service.name ?? null,
  whole(offer?.price?.value.total ?? null),
  offer?.deadline?.value.days ?? null,
  offer?.deadline?.value.latestOn ?? null,
]

const whole = (centavos: number | null): number | null => (centavos === null ? null : centavos / 100)
