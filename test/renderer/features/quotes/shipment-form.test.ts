import { describe, expect, it } from 'vitest'
import {
  blankForm,
  formOf,
  readForm,
  recalledForm,
  stillWrong,
  type ShipmentForm,
} from '../../../../src-renderer/features/quotes/shipment-form.ts'
import { quoteOf } from './quotes-fixtures.ts'

const typed = (more: Partial<ShipmentForm> = {}): ShipmentForm => ({
  ...blankForm,
  from: '01310-100',
  to: '22250040',
  weight: '0,8',
  size: '20 x 15 x 10',
  ...more,
})
const read = (form: ShipmentForm) => {
  const result = readForm(form)
  return 'input' in result ? result.input : result.problems
}

describe('what is typed about a shipment', () => {
  it('is grams, millimetres and centavos, however it is written', () => {
    expect(read(typed({ declaredValue: 'R$ 149,90', receipt: true }))).toEqual({
      from: '01310100',
      to: '22250040',
      weightG: 800,
      format: 'box',
      lengthMm: 200,
      widthMm: 150,
      heightMm: 100,
      declaredValue: 14_990,
      receipt: true,
      ownHands: false,
    })
    expect(read(typed({ weight: '800 g', size: '20x15,5*10 cm' }))).toMatchObject({ weightG: 800, widthMm: 155 })
  })

  it.each([
    [
      { format: 'envelope', size: '25 x 18' },
      { lengthMm: 250, widthMm: 180, heightMm: null },
    ],
    [
      { format: 'roll', size: '60 x 8' },
      { lengthMm: 600, widthMm: 80, heightMm: null },
    ],
  ] as const)('has two sizes for %j', (form, size) => {
    expect(read(typed(form))).toMatchObject(size)
  })

  it.each([
    [{ to: '' }, { to: 'missing' }],
    [{ to: '2225' }, { to: 'format' }],
    [{ from: '00-950' }, { from: 'format' }],
    [{ weight: 'leve' }, { weight: 'format' }],
    [{ weight: '0' }, { weight: 'zero' }],
    [{ weight: '1001' }, { weight: 'format' }],
    [{ size: '20 x 15' }, { size: 'format' }],
    [{ size: '20 x 15 x 1001' }, { size: 'format' }],
    [{ format: 'roll', size: '20 x 15 x 10' }, { size: 'format' }],
    [{ declaredValue: 'caro' }, { declaredValue: 'format' }],
    [{ declaredValue: 'US$ 20' }, { declaredValue: 'format' }],
    [
      { to: '', weight: '' },
      { to: 'missing', weight: 'missing' },
    ],
  ] as const)('%j is %j', (form, problems) => {
    expect(read(typed(form as Partial<ShipmentForm>))).toEqual(problems)
  })

  it('is no longer wrong once it is mended, and nothing else is judged while it is typed', () => {
    expect(stillWrong({ weight: 'format' }, typed({ weight: 'leve', to: '2' }))).toEqual({ weight: 'format' })
    expect(stillWrong({ weight: 'format' }, typed({ weight: '0,8', to: '2' }))).toEqual({})
  })

  it.each([
    ['2026-11-26', ''],
    ['2026-11-27', '2026-11-27'],
    ['2026-12-01', '2026-12-01'],
    ['', ''],
  ])('left with posting day %j is opened again on 2026-11-27 with %j', (left, opened) => {
    expect(recalledForm(typed({ postedOn: left }), '2026-11-27').postedOn).toBe(opened)
  })

  it('comes back from a kept quote as somebody would type it, and asks the same again', () => {
    const kept = quoteOf({ declaredValue: 14_990, weightG: 1250 })
    expect(formOf(kept)).toMatchObject({
      to: '22250-040',
      weight: '1,25 kg',
      size: '20 x 15 x 10',
      declaredValue: '149,90',
    })
    const { postedOn: _day, ...question } = kept.shipment
    expect(read(formOf(kept))).toEqual({ ...question, account: 1 })
  })
})
