import { describe, expect, it } from 'vitest'
import { fetchTracking } from '../../../../src-main/carriers/correios/client.ts'
import { json } from '../../../support/loopback-server.ts'
import { all, askedCodes, bench, codes, credentials, isToken, kinds, objects, posted, refusal } from './bench.ts'

describe('a batch', () => {
  it('loses only the object that is odd, missing or refused', async () => {
    const [fine = '', odd = '', missing = '', unknown = '', invalid = ''] = codes(5)
    const under = await bench(() =>
      json({
        objetos: [
          { codObjeto: invalid, mensagem: 'SRO-019: Objeto inválido' },
          'lixo',
          null,
          { codObjeto: odd, eventos: { not: 'a list' } },
          { codObjeto: unknown, mensagem: 'SRO-020: Objeto não encontrado na base de dados dos Correios.' },
          posted(fine),
        ],
      }),
    )
    expect(await kinds([fine, odd, missing, unknown, invalid], under)).toEqual({
      [fine]: 'known',
      [odd]: 'carrier.malformed-answer',
      [missing]: 'carrier.malformed-answer',
      [unknown]: 'not-found',
      [invalid]: 'carrier.rejected',
    })
  })

  it('that is rejected as a whole for one object is halved until only that one is left', async () => {
    const asked = codes(50)
    const bad = asked[17] ?? ''
    const under = await bench((arrival) =>
      askedCodes(arrival).includes(bad) ? refusal(400, 'SRO-019: Objeto inválido') : objects(arrival),
    )
    expect(await kinds(asked, under)).toEqual({ ...all(asked, 'known'), [bad]: 'carrier.rejected' })
    expect(under.server.ledger.length).toBeLessThan(20)
  })

  it('that is refused for the account is not halved', async () => {
    const under = await bench(() => json({ msg: 'GTW-012: API 87 restrita' }, 403))
    expect(await kinds(codes(50), under)).toEqual(all(codes(50), 'carrier.not-enabled'))
    expect(under.server.ledger).toHaveLength(2)
  })

  it('asks for each code once', async () => {
    const under = await bench(objects)
    const [one = ''] = codes(1)
    await fetchTracking([one, one], credentials, under.context)
    expect(under.server.ledger.filter((arrival) => !isToken(arrival)).map(askedCodes)).toEqual([[one]])
  })

  it('does not take the other batches with it', async () => {
    const [first = ''] = codes(1)
    const under = await bench((arrival) =>
      askedCodes(arrival).includes(first) ? { status: 200, body: '<html>' } : objects(arrival),
    )
    const asked = codes(100)
    expect(await kinds(asked, under)).toEqual({
      ...all(asked, 'known'),
      ...all(asked.slice(0, 50), 'carrier.malformed-answer'),
    })
  })

  it.each([
    ['mensagem with 200', json({ mensagem: 'SRO-020: Objeto não encontrado na base de dados dos Correios.' })],
    ['msgs with 404', refusal(404, 'SRO-020: Objeto não encontrado na base de dados dos Correios.')],
  ])('of one code that is unknown may come as %s', async (_, reply) => {
    expect(await kinds(codes(1), await bench(() => reply))).toEqual(all(codes(1), 'not-found'))
  })
})
