import type { Day } from '../../domain/day.ts'

/** Weighted sum of digits, modulo 11, as Brazil's tax numbers check themselves: 0 and 1 left over give 0. */
function modulo11(digits: string, weights: (fromRight: number) => number): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * weights(i)
  const rest = sum % 11
  return rest < 2 ? 0 : 11 - rest
}

/** A CPF with right check digits that nobody takes for a person's: it begins with 000. */
export function testCpf(number: number): string {
  const nine = String(number % 1_000_000).padStart(9, '0')
  const ten = nine + modulo11(nine, (i) => i + 2)
  return ten + modulo11(ten, (i) => i + 2)
}

/** The CNPJ of the sample shop, the one that manuals print. */
const shopCnpj = '11222333000181'

/** The 44 digits of an NF-e of the sample shop (São Paulo, model 55, series 1). */
export function invoiceKey(number: number, issuedOn: Day): string {
  const yearMonth = issuedOn.slice(2, 4) + issuedOn.slice(5, 7)
  const head = `35${yearMonth}${shopCnpj}55001${String(number).padStart(9, '0')}1${String(number * 7).padStart(8, '0')}`
  return head + modulo11(head, (i) => (i % 8) + 2)
}
