import { writeFileSync } from 'node:fs'

/** First five digits of postal codes of many states. */
const places = [
  '01310',
  '13010',
  '20040',
  '30110',
  '40010',
  '50010',
  '60010',
  '69005',
  '70040',
  '80010',
  '88010',
  '90010',
]

/** A file of shipments as a shop's program exports it; no two of them are the same question. */
export function writeShipments(file: string, rows: number): void {
  const lines = Array.from({ length: rows }, (_, index) => {
    const place = places[index % places.length] ?? '01310'
    const cep = `${place}-${String(100 + (index % 800)).padStart(3, '0')}`
    const grams = 200 + ((index * 37) % 4800)
    const declared = index % 5 === 0 ? `${60 + (index % 400)},00` : ''
    return [`P${index + 1}`, cep, `${grams} g`, '20 x 15 x 10', declared].join(';')
  })
  writeFileSync(file, ['Pedido;CEP destino;Peso;Dimensões;Valor declarado', ...lines].join('\r\n'))
}
