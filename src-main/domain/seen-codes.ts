import type { RowData } from './import-row.ts'

/** How a row stands to the earlier rows of its file. */
export type Seen =
  { readonly kind: 'first' } | { readonly kind: 'same' } | { readonly kind: 'other'; readonly line: number }

const first: Seen = { kind: 'first' }
const same: Seen = { kind: 'same' }

/**
 * Remembers the codes of a file, each with its line and a print of its row.
 *
 * In typed arrays, because a million strings in a map would take a third of the memory that an import may use: 16 bytes a code, as
 * two independent 32-bit prints. Two codes of one file share both with a probability of one in thirty million a million rows.
 */
export function createSeenCodes(): (data: RowData, line: number) => Seen {
  let capacity = 1 << 12
  let count = 0
  let slots = new Uint32Array(capacity * 4)

  const place = (table: Uint32Array, size: number, a: number, b: number): number => {
    let slot = a & (size - 1)
    while (table[slot * 4 + 2] !== 0 && (table[slot * 4] !== a || table[slot * 4 + 1] !== b))
      slot = (slot + 1) & (size - 1)
    return slot * 4
  }

  const grow = (): void => {
    const larger = new Uint32Array(capacity * 2 * 4)
    for (let at = 0; at < slots.length; at += 4) {
      if (slots[at + 2] === 0) continue
      larger.set(slots.subarray(at, at + 4), place(larger, capacity * 2, slots[at] ?? 0, slots[at + 1] ?? 0))
    }
    capacity *= 2
    slots = larger
  }

  return (data, line) => {
    if (count * 2 >= capacity) grow()
    const a = print(data.code, 0x811c9dc5)
    const b = print(data.code, 0x9e3779b9)
    const row = rowPrint(data)
    const at = place(slots, capacity, a, b)
    if (slots[at + 2] === 0) {
      slots[at] = a
      slots[at + 1] = b
      slots[at + 2] = line
      slots[at + 3] = row
      count++
      return first
    }
    return slots[at + 3] === row ? same : { kind: 'other', line: slots[at + 2] ?? 0 }
  }
}

function rowPrint(data: RowData): number {
  let hash = 0x811c9dc5
  for (const key in data) {
    const value = data[key as keyof RowData]
    hash = print(typeof value === 'string' ? value : String(value), print(key, hash))
  }
  return hash
}

/** FNV-1a with a final mix, so that codes that differ in their last digit are spread. */
function print(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
