import { describe, expect, it } from 'vitest'
import {
  queued,
  sameReading,
  stepFor,
  totalsOf,
  usable,
  withoutCode,
} from '../../../../src-renderer/features/imports/import-queue.ts'
import { check, inspection, looked, mapping } from './import-fixtures.ts'

const broken = {
  ...queued({ file: 'c', name: 'c.xls', size: 1 }),
  state: 'trouble' as const,
  trouble: { code: 'file-xls-1997' },
}

describe('files on their way in', () => {
  it('stay at the first step while none can be read', () => {
    expect(stepFor([broken])).toBe('file')
  })

  it('show their columns when nobody confirmed them before', () => {
    expect(stepFor([looked('a'), broken])).toBe('columns')
  })

  it('go straight to the check when a preset fits to the letter', () => {
    const known = (missing: string[]) =>
      looked('a', {
        inspection: { ...inspection, preset: { id: 1, name: 'Loja', missing, added: [], changes: 'ask' } },
      })
    expect(stepFor([known([])])).toBe('check')
    expect(stepFor([known(['CEP'])])).toBe('columns')
    expect(stepFor([known([]), looked('b')])).toBe('columns')
  })

  it('leave out those that can’t be read', () => {
    expect(usable([looked('a'), broken]).map(({ file }) => file)).toEqual(['a'])
  })

  it('are held back by one without a code column', () => {
    expect(withoutCode([looked('a'), looked('b', { mapping: { ...mapping, columns: [] } })])?.file).toBe('b')
    expect(withoutCode([looked('a')])).toBeNull()
  })

  it('are stored together when they are read the same way', () => {
    const other = looked('c', { mapping: { ...mapping, weightUnit: 'g' } })
    expect(sameReading([looked('a'), looked('b'), other]).map((group) => group.map(({ file }) => file))).toEqual([
      ['a', 'b'],
      ['c'],
    ])
  })

  it('sum up', () => {
    expect(totalsOf([looked('a', { check }), looked('b', { check }), looked('c')])).toEqual({
      rows: 20,
      new: 10,
      changed: 4,
      unchanged: 2,
      rejected: 4,
      unknownCodes: 0,
    })
  })
})
