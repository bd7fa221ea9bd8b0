import { expect, it } from 'vitest'
import { withoutNumbers, withoutPersons } from '../../../src-main/log/personal-data.ts'

it.each([
  ['GET /v1/objetos/AA123456785BR', 'GET /v1/objetos/AA…785BR'],
  ['/v1/tracking/612345678901234567890123', '/v1/tracking/…'],
  ['pedido PED20261234X', 'pedido PED…234X'],
  ['maria.silva+loja@exemplo.com.br escreveu', '[e-mail] escreveu'],
  ['maria%40exemplo.com', '[e-mail]'],
  ['CPF 123.456.789-09, CNPJ 12.345.678/0001-95', 'CPF …, CNPJ …'],
  ['CPF 12345678909', 'CPF …'],
  ['CEP 01310-100, fone +55 (11) 98765-4321', 'CEP …, fone …'],
  ['no column "Rua das Flores" in \'lista da Maria.csv\'', 'no column "…" in "…"'],
  ['status 404 after 1200 ms on 127.0.0.1', 'status 404 after 1200 ms on 127.0.0.1'],
])('%s: no number of anybody', (text, clean) => {
  expect(withoutNumbers(text)).toBe(clean)
})

it.each([
  ['no place for Maria Aparecida', 'no place for … …'],
  ['no place for maria aparecida', 'no place for … aparecida'],
  ['no place for JOSÉ in são paulo', 'no place for … in … paulo'],
  ['TypeError: SQLITE_BUSY in parcels.city', 'TypeError: SQLITE_BUSY in parcels.city'],
])('%s: no name of anybody', (text, clean) => {
  expect(withoutPersons(text, new Set(['maria']))).toBe(clean)
})
