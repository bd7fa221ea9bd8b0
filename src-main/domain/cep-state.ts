/** First five digits from which the CEPs of a state run until those of the next, in the order of the numbers. */
const starts: readonly (readonly [from: number, state: string | null])[] = [
  [1000, 'SP'],
  [20000, 'RJ'],
  [29000, 'ES'],
  [30000, 'MG'],
  [40000, 'BA'],
  [49000, 'SE'],
  [50000, 'PE'],
  [57000, 'AL'],
  [58000, 'PB'],
  [59000, 'RN'],
  [60000, 'CE'],
  [64000, 'PI'],
  [65000, 'MA'],
  [66000, 'PA'],
  [68900, 'AP'],
  [69000, 'AM'],
  [69300, 'RR'],
  [69400, 'AM'],
  [69900, 'AC'],
  [70000, 'DF'],
  [72800, 'GO'],
  [73000, 'DF'],
  [73700, 'GO'],
  [76800, 'RO'],
  [77000, 'TO'],
  [78000, 'MT'],
  [78900, null],
  [79000, 'MS'],
  [80000, 'PR'],
  [88000, 'SC'],
  [90000, 'RS'],
]

/** The states of Brazil by their two letters. */
export const brazilStates: readonly string[] = [...new Set(starts.flatMap(([, state]) => state ?? []))].sort()

/** The state that a CEP lies in, since a shipment need not name it; null for numbers that no state has. */
export function stateOfCep(cep: string): string | null {
  const district = Number(cep.slice(0, 5))
  return starts.findLast(([from]) => from <= district)?.[1] ?? null
}
