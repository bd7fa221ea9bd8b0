/** How people write weights, sizes, amounts and postal codes, for screens that ask for them. */
export { readDimensions, readLength, readWeight } from '../domain/measure.ts'
export { readMoney } from '../domain/money-text.ts'
export { readPostalCode } from '../domain/postal-code.ts'
