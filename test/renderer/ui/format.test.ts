import { describe, expect, it } from 'vitest'
import { createFormats } from '../../../src-renderer/ui/format.ts'

const noon = Date.UTC(2026, 10, 22, 15, 20)
const formats = (locale: 'pt-BR' | 'pl' | 'en') =>
  createFormats(locale, { timeZone: 'America/Sao_Paulo', now: () => noon })
/** Intl writes narrow and unbreakable spaces; a reader sees a space. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

describe('numbers', () => {
  it('groups as people of the language do', () => {
    expect(plain(formats('pt-BR').integer(12480))).toBe('12.480')
    expect(plain(formats('pl').integer(12480))).toBe('12 480')
    expect(plain(formats('en').integer(12480))).toBe('12,480')
  })

  it('reads money in the smallest unit of its currency', () => {
    expect(plain(formats('pt-BR').money(123456, 'BRL'))).toBe('R$ 1.234,56')
    expect(plain(formats('pl').money(123456, 'PLN'))).toBe('1234,56 zł')
    expect(plain(formats('en').money(1234, 'JPY'))).toBe('JP¥1,234')
  })

  it('gives weight and length their unit', () => {
    expect(plain(formats('pt-BR').weight(350))).toBe('350 g')
    expect(plain(formats('pt-BR').weight(1350))).toBe('1,35 kg')
    expect(plain(formats('pt-BR').length(205))).toBe('20,5 cm')
  })

  it('gives sizes of files three digits', () => {
    expect(plain(formats('pt-BR').bytes(812))).toBe('812 B')
    expect(plain(formats('pt-BR').bytes(217_088))).toBe('217 kB')
    expect(plain(formats('pt-BR').bytes(4_213_000))).toBe('4,21 MB')
  })
})

describe('dates', () => {
  it('does not shift a calendar day across midnight', () => {
    expect(formats('pt-BR').day('2026-11-22')).toBe('22/11/2026')
    expect(formats('pt-BR').dayFull('2026-11-22')).toBe('domingo, 22 de novembro de 2026')
  })

  it('shows moments in the time of the place, the year only when it is another one', () => {
    expect(formats('pt-BR').instant(noon)).toBe('22/11 12:20')
    expect(formats('pt-BR').instant(Date.UTC(2025, 11, 31, 23, 0))).toBe('31/12/2025 20:00')
    expect(formats('en').instant(noon)).toBe('22/11 12:20')
  })

  it('takes the year from the zone shown, not from UTC', () => {
    const newYear = Date.UTC(2027, 0, 1, 1, 0)
    expect(formats('pt-BR').instant(newYear)).toBe('31/12 22:00')
  })

  it('leaves the day out for a time of today', () => {
    expect(formats('pt-BR').time(noon + 3_600_000)).toBe('13:20')
    expect(formats('pt-BR').time(noon + 86_400_000)).toBe('23/11 12:20')
  })

  it('rounds how long ago to what one would say', () => {
    const { relative } = formats('pt-BR')
    expect(relative(noon - 10_000)).toBe('agora')
    expect(relative(noon - 3 * 3_600_000)).toBe('há 3 horas')
    expect(relative(noon + 5 * 60_000)).toBe('em 5 minutos')
    expect(relative(noon - 86_400_000)).toBe('ontem')
  })

  it('says how long something takes', () => {
    const { duration } = formats('pt-BR')
    expect([4.4, 125, 3720].map(duration)).toEqual(['4 s', '2 min 5 s', '1 h 2 min'])
  })
})
