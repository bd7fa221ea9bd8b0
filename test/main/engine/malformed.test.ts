import { expect, it } from 'vitest'
import { malformedKind } from '../../../src-main/engine/malformed.ts'

it('is one line for the same fault of many parcels, and names none of them', () => {
  expect(malformedKind('no object for AA123456785BR in the answer')).toBe('no object for … in the answer')
  expect(malformedKind('answered 404 without the JSON of an error')).toBe('answered 404 without the JSON of an error')
  expect(malformedKind(`x${' y'.repeat(500)}`)).toHaveLength(160)
})
