import { describe, expect, it } from 'vitest'
import { dayIn, instantOf } from '../../../../src-main/carriers/kit/local-time.ts'
import { textOfHtml } from '../../../../src-main/carriers/kit/html-text.ts'
import { redact, secretsOf } from '../../../../src-main/carriers/kit/redact.ts'
import { retryAfterMs } from '../../../../src-main/carriers/kit/retry-after.ts'

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString())

describe('instantOf', () => {
  it.each([
    ['2026-11-20T10:00:00', 'America/Sao_Paulo', '2026-11-20T13:00:00.000Z'],
    ['2026-11-20T10:00:00', 'America/Manaus', '2026-11-20T14:00:00.000Z'],
    ['2026-11-20T10:00:00', 'America/Rio_Branco', '2026-11-20T15:00:00.000Z'],
    ['2026-11-20T10:00:00', 'America/Noronha', '2026-11-20T12:00:00.000Z'],
    // São Paulo had summer time until February 2019, Recife had not.
    ['2018-12-20T10:00:00', 'America/Sao_Paulo', '2018-12-20T12:00:00.000Z'],
    ['2018-12-20T10:00:00', 'America/Recife', '2018-12-20T13:00:00.000Z'],
    ['2026-07-01 10:00', 'Europe/Warsaw', '2026-07-01T08:00:00.000Z'],
    // Skipped and repeated hours.
    ['2026-03-29T02:30:00', 'Europe/Warsaw', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30:00', 'Europe/Warsaw', '2026-10-25T00:30:00.000Z'],
    ['2026-11-20T10:00:00.1234567', 'UTC', '2026-11-20T10:00:00.123Z'],
    ['2026-11-20T10:00:00+01:00', 'America/Sao_Paulo', '2026-11-20T09:00:00.000Z'],
    ['2026-11-20T10:00:00-0300', 'UTC', '2026-11-20T13:00:00.000Z'],
    ['2026-11-20T10:00:00Z', 'America/Sao_Paulo', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20', 'America/Sao_Paulo', '2026-11-20T03:00:00.000Z'],
    [' 2026-11-20T10:00:00 ', 'UTC', '2026-11-20T10:00:00.000Z'],
  ])('%j in %s is %s', (text, zone, expected) => {
    expect(iso(instantOf(text, zone))).toBe(expected)
  })

  it.each(['', 'ontem', '2026-02-30T10:00:00', '2026-11-20T25:00:00', '20/11/2026', '2026-11-20T10', '1763632800000'])(
    '%j is none',
    (text) => {
      expect(instantOf(text, 'America/Sao_Paulo')).toBeNull()
    },
  )
})

describe('dayIn', () => {
  it.each([
    ['2026-11-20T20:59:59', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    ['20/11/2026', '2026-11-20'],
    ['a definir', null],
    ['2026-13-01', null],
    ['', null],
  ])('%j: %s', (text, day) => {
    expect(dayIn(text)).toBe(day)
  })
})

describe('textOfHtml', () => {
  it.each([
    ['<b>Retirar</b> com<br/>documento', 'Retirar com documento'],
    ['c&oacute;digo &amp; senha &#231;&#xE3;o&nbsp;!', 'código & senha ção !'],
    ['<script>alert(1)</script>ok', 'ok'],
    ['3 < 4 e 5 > 2', '3 < 4 e 5 > 2'],
    ['&naoexiste; &#9999999999;', '&naoexiste; &#9999999999;'],
    ['  ', ''],
  ])('%j reads %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text)
  })
})

describe('redact', () => {
  it.each([
    ['Authorization: Basic bG9qYTpzZW5oYQ==', 'bG9qYTpzZW5oYQ=='],
    ['Bearer abc.def-ghi_jkl', 'abc.def-ghi_jkl'],
    ['{"token":"segredo"}', 'segredo'],
    ['senha=segredo&x=1', 'segredo'],
    ['codigoAcesso: segredo', 'segredo'],
    ['veio eyJhbGciOiJSUzUxMiJ9.eyJpZCI6MX0.c2ln assim', 'eyJhbGciOiJSUzUxMiJ9.eyJpZCI6MX0.c2ln'],
  ])('%s', (text, secret) => {
    expect(redact(text)).not.toContain(secret)
  })

  it('knows a secret in every form that a header gives it', () => {
    const headers = { Authorization: `Basic ${Buffer.from('loja:senha-longa').toString('base64')}` }
    expect(redact('loja:senha-longa, senha-longa', secretsOf(headers))).toBe('[secret], [secret]')
  })

  it('leaves what is no secret', () => {
    expect(redact('TOK-003: Cartão de postagem não localizado: 0012345678')).toBe(
      'TOK-003: Cartão de postagem não localizado: 0012345678',
    )
    expect(redact('GTW-008: Token não válido para este ambiente.')).toBe(
      'GTW-008: Token não válido para este ambiente.',
    )
  })
})

describe('retryAfterMs', () => {
  const now = Date.UTC(2026, 10, 20, 12)
  it.each<[Record<string, string>, number | null]>([
    [{}, null],
    [{ 'retry-after': '' }, null],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 12:01:00 GMT' }, 60_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': 'Fri, 20 Nov 2026 09:01:00 GMT', date: 'Fri, 20 Nov 2026 09:00:00 GMT' }, 60_000],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '1.5' }, null],
  ])('%j: %s', (headers, expected) => {
    expect(retryAfterMs(headers, now)).toBe(expected)
  })
})
