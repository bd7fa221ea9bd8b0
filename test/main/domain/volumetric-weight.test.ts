import { expect, it } from 'vitest'
import { chargedWeight, volumetricWeightG, type Measures } from '../../../src-main/domain/volumetric-weight.ts'

const box = (length: number, width: number, height: number): Measures => ({
  format: 'box',
  lengthMm: length * 10,
  widthMm: width * 10,
  heightMm: height * 10,
})
const roll = (length: number, diameter: number): Measures => ({
  format: 'roll',
  lengthMm: length * 10,
  widthMm: diameter * 10,
  heightMm: null,
})
const envelope: Measures = { format: 'envelope', lengthMm: 600, widthMm: 600, heightMm: null }

/** Conditions of national parcels of 04/04/2018, 6.1.1, 6.3 and 6.4. */
it.each<[string, Measures, number | null]>([
  ['C x L x A / 6000', box(60, 50, 40), 20_000],
  ['a small one', box(20, 20, 20), 1333],
  ['half a gram rounded up', box(1, 1, 3), 1],
  ['less than half a gram', box(1, 1, 2), 0],
  ['five kilograms exactly', box(50, 30, 20), 5000],
  ['a roll: C x D²', roll(100, 20), 6667],
  ['an envelope: never', envelope, null],
  ['a box without its height', { ...box(60, 50, 40), heightMm: null }, 0],
])('weighs %s', (_, measures, grams) => {
  expect(volumetricWeightG(measures)).toBe(grams)
})

it.each<[string, Measures, number, number, boolean]>([
  ['the real weight up to and including five kilograms', box(50, 30, 20), 300, 300, false],
  ['the volume a hair above', { ...box(50, 30, 20), heightMm: 201 }, 300, 5025, true],
  [
    'even where it still rounds to five kilograms',
    { format: 'box', lengthMm: 1, widthMm: 1, heightMm: 30_000_001 },
    300,
    5000,
    true,
  ],
  ['the real weight where it is larger', box(60, 50, 40), 25_000, 25_000, false],
  ['the real weight where both are the same', box(60, 50, 40), 20_000, 20_000, false],
  ['the volume where it is larger', box(60, 50, 40), 19_999, 20_000, true],
  ['a roll by its volume', roll(100, 20), 1000, 6667, true],
  ['an envelope by its weight', envelope, 500, 500, false],
])('charges %s', (_, measures, weightG, grams, byVolume) => {
  expect(chargedWeight({ ...measures, weightG })).toEqual({
    weightG: grams,
    volumetricG: volumetricWeightG(measures),
    byVolume,
  })
})
