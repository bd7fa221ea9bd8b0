/**
 * Which form of a message a count takes. Portuguese and English messages have two (`one | other`), Polish ones three
 * (`one | few | many`); a message with one form is for every count.
 */
export const pluralRules = {
  'pt-BR': (count: number, forms: number) => last(forms, count === 1 ? 0 : 1),
  en: (count: number, forms: number) => last(forms, count === 1 ? 0 : 1),
  pl: (count: number, forms: number) => last(forms, polishForm(count)),
} satisfies Record<string, (count: number, forms: number) => number>

const last = (forms: number, form: number): number => Math.min(form, forms - 1)

function polishForm(count: number): number {
  if (count === 1) return 0
  const tens = count % 100
  const ones = count % 10
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2
}
