import type { FreightWords } from './freight.ts'

export const freightEn: FreightWords = {
  sheet: 'Freight table',
  column: {
    service: 'Service',
    fromCep: 'CEP from',
    toCep: 'CEP to',
    fromWeight: 'Weight from (g)',
    toWeight: 'Weight to (g)',
    price: 'Price (R$)',
    days: 'Delivery time (days)',
    perKg: 'Additional kg (R$)',
    validFrom: 'Valid from',
    validTo: 'Valid to',
  },
  reason: {
    missing: 'The cell is empty and needs a value.',
    cep: 'A CEP has eight digits, like 01310-100, or its first five.',
    weight: 'The weight could not be read. Use a number like 0.3 or 300 g, up to 1,000 kg.',
    price: 'The price could not be read. Use an amount in reais above zero, like 23.90.',
    days: 'The delivery time could not be read. Use a whole number of days from 0 to 365.',
    day: 'The date does not exist or could not be read. Use day, month and year, like 31/12/2026.',
    'cep-order': 'The last CEP comes before the first.',
    'weight-order': 'The upper weight is zero or below the lower one.',
    'day-order': 'The end of validity comes before its beginning.',
    'too-long': 'The name of the service has more than 80 characters. Shorten it.',
    malformed: 'The row could not be read: a quote is not closed or stands in the wrong place.',
    overlap:
      'The range overlaps the one in line {line}: the same service, CEP, weight and day have two prices. Keep only one.',
  },
}
