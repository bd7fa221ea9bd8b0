import { describe, expect, it } from 'vitest'
import { readSearch } from '../../../src-main/store/sqlite/text-search.ts'

describe('reading a search', () => {
  it.each([
    ['', null],
    [' \t ', null],
    ['ana', { match: '"ana"', prefixes: [] }],
    ['ana souza', { match: '"ana" AND "souza"', prefixes: [] }],
    ['ana de', { match: '"ana"', prefixes: ['de'] }],
    ['Łó', { match: null, prefixes: ['Łó'] }],
    ['say "hi" NOT', { match: '"say" AND """hi""" AND "NOT"', prefixes: [] }],
    ['AA123456785BR', { match: '"AA123456785BR"', prefixes: [] }],
    ['aa 123 456 785 br', { match: '{code orderNumber document} : "AA123456785BR"', prefixes: [] }],
    ['123.456.789-09', { match: '("123.456.789-09") OR ({code orderNumber document} : "12345678909")', prefixes: [] }],
    ['a\u0303na', { match: '"ãna"', prefixes: [] }],
  ])('takes %j as %j', (text, expected) => {
    expect(readSearch(text)).toEqual(expected)
  })
})
