import { describe, expect, it } from 'vitest'
import {
  columnLetter,
  fieldOf,
  hasCode,
  sameColumns,
  titlesOf,
  withColumnsOf,
  withField,
} from '../../../../src-renderer/features/imports/column-mapping.ts'
import { inspection, mapping } from './import-fixtures.ts'

describe('which column holds what', () => {
  it('gives a field to one column only', () => {
    const next = withField(mapping, 2, 'code')
    expect(fieldOf(next, 2)).toBe('code')
    expect(fieldOf(next, 0)).toBeNull()
  })

  it('leaves a column out', () => {
    expect(hasCode(withField(mapping, 0, null))).toBe(false)
  })

  it('keeps units and carrier when the columns are guessed anew', () => {
    const said = { ...mapping, weightUnit: 'g' as const, defaultCarrier: 'unknown' }
    expect(withColumnsOf(said, { ...mapping, columns: [] })).toEqual({ ...said, columns: [] })
  })

  it('knows files with the same columns', () => {
    expect(titlesOf(inspection)).toEqual(['Código', 'Pedido', ''])
    expect(sameColumns(inspection, { ...inspection, name: 'other.csv' })).toBe(true)
    expect(sameColumns(inspection, { ...inspection, header: false })).toBe(false)
  })

  it('letters columns as spreadsheets do', () => {
    expect([0, 25, 26, 299].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'KN'])
  })
})
