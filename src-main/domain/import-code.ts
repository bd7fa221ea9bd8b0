import type { Cell } from './cell.ts'
import { cellText } from './cell.ts'
import type { RejectionReason } from './import-field.ts'
import { checkS10, readCode } from './tracking-code.ts'

/** Whose code this is, as the carriers of the registry say. */
export type Recognised =
  | { readonly kind: 'one'; readonly carrier: string }
  | { readonly kind: 'several'; readonly carriers: readonly string[] }
  | { readonly kind: 'none' }

export type RecogniseCode = (code: string) => Recognised

/** What is wrong with a cell. */
export type Fault = {
  readonly reason: RejectionReason
  readonly detail?: Readonly<Record<string, string | number>> | undefined
}

export type CheckedCode = { readonly code: string; readonly carrier: string } | Fault

/** Spreadsheet programs hold fifteen digits of a number; what follows them is made up. */
const digitsOfNumbers = 15

/** Carriers print no more zeros than this in front of a code. */
const mostZeros = 3

/**
 * From this length on digits have a shape that nothing else has: lost zeros are named even where the person chose a carrier
 * for codes that none recognises.
 */
const unmistakableLength = 16

export type CodeRules = {
  readonly recognise: RecogniseCode
  /** Carrier that the row names, if it names one. */
  readonly named: string | null
  readonly defaultCarrier: string | undefined
}

/**
 * Reads a cell as a tracking code and decides its carrier: the code's own shape first, then what the row says, then what
 * the person chose for the file. What a spreadsheet program spoiled is named and never mended.
 */
export function checkCode(cell: Cell | undefined, rules: CodeRules): CheckedCode {
  const text = cellText(cell)
  if (typeof cell === 'number' && text.replace(/\D/g, '').length > digitsOfNumbers) return { reason: 'code-scientific' }
  const read = readCode(text)
  if (read.kind === 'empty') return { reason: 'code-missing' }
  if (read.kind === 'scientific') return { reason: 'code-scientific' }
  const { code } = read
  const s10 = checkS10(code)
  if (s10.kind === 'wrong-digit') return { reason: 'code-check-digit', detail: { expected: s10.expected } }
  const recognised = rules.recognise(code)
  if (recognised.kind === 'one') return { code, carrier: recognised.carrier }
  if (recognised.kind === 'several') {
    const { carriers } = recognised
    if (rules.named !== null && carriers.includes(rules.named)) return { code, carrier: rules.named }
    const chosen = rules.defaultCarrier
    return chosen === undefined
      ? { reason: 'code-ambiguous', detail: { carriers: carriers.join(', ') } }
      : { code, carrier: chosen }
  }
  return unrecognised(code, rules)
}

function unrecognised(code: string, { recognise, defaultCarrier }: CodeRules): CheckedCode {
  if (defaultCarrier === undefined || code.length >= unmistakableLength) {
    for (let zeros = 1; zeros <= mostZeros && /^\d{5,}$/.test(code); zeros++) {
      if (recognise('0'.repeat(zeros) + code).kind === 'none') continue
      return { reason: 'code-leading-zeros', detail: { digits: code.length, expected: code.length + zeros } }
    }
  }
  return defaultCarrier === undefined ? { reason: 'code-unknown-format' } : { code, carrier: defaultCarrier }
}
