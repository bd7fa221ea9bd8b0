import { describe, expect, it } from 'vitest'
import type { QuoteQuestion } from '../../../../src-main/carriers/carrier.ts'
import { askDeadlines, askPrices } from '../../../../src-main/carriers/correios/quoting.ts'
import { json, type Arrival, type Reply } from '../../../support/loopback-server.ts'
import { bench, type Bench, credentials, isToken, refusal } from './bench.ts'
import { askedItems, cardToken, deadlines, isBatch, priced, prices, question, questions } from './quote-bench.ts'

const under = (answer: (arrival: Arrival, number: number) => Reply, tokens = cardToken) =>
  bench(answer, (n) => tokens(n))

/** What became of each question: its price, or the code of its refusal or failure. */
const outcomes = async (asked: readonly QuoteQuestion[], { context }: Bench, account = credentials) => {
  const answers = await askPrices(asked, account, context)
  expect([...answers.keys()].sort()).toEqual(asked.map(({ key }) => key).sort())
  return asked.map(({ key }) => {
    const answer = answers.get(key)
    return answer?.ok ? answer.value.total : answer?.error.code
  })
}
const batches = ({ server }: Bench) => server.ledger.filter(isBatch)
const sizes = (world: Bench) => batches(world).map((arrival) => askedItems(arrival).length)

describe('a request', () => {
  const asked = async (one: QuoteQuestion, account = credentials) => {
    const world = await under(prices)
    await askPrices([one], account, world.context)
    const [request] = batches(world)
    expect(request).toMatchObject({
      method: 'POST',
      path: '/preco/v1/nacional',
      headers: { authorization: 'Bearer t1' },
    })
    return JSON.parse(request?.body ?? '') as object
  }

  it('has grams, centimetres, the day as dd/mm/yyyy and the contract of the token', async () => {
    expect(await asked(question('a'))).toEqual({
      idLote: '1',
      parametrosProduto: [
        {
          coProduto: '03298',
          nuRequisicao: '1',
          nuContrato: '9912345678',
          nuDR: 72,
          cepOrigem: '01001000',
          cepDestino: '20040002',
          psObjeto: 300,
          tpObjeto: '2',
          comprimento: 20,
          largura: 15,
          altura: 10,
          dtEvento: '20/11/2026',
        },
      ],
    })
  })

  it.each([
    ['03298', '064'],
    ['03220', '019'],
    ['03158', '019'],
    ['04227', '065'],
    ['99999', '019'],
  ])('declares a value of %s by its own extra', async (service, extra) => {
    const { parametrosProduto } = (await asked(
      question('a', service, { declaredValue: 12_345, receipt: true, ownHands: true }),
    )) as { parametrosProduto: object[] }
    expect(parametrosProduto[0]).toMatchObject({
      vlDeclarado: 123.45,
      servicosAdicionais: [{ coServAdicional: extra }, { coServAdicional: '001' }, { coServAdicional: '002' }],
    })
  })

  it.each([
    [
      'a box by its longest side first, rounded up',
      { lengthMm: 101, widthMm: 300, heightMm: 200 },
      { tpObjeto: '2', comprimento: 30, largura: 20, altura: 11 },
    ],
    [
      'a roll',
      { format: 'roll', lengthMm: 500, widthMm: 95, heightMm: null },
      { tpObjeto: '3', comprimento: 50, diametro: 10 },
    ],
    [
      'an envelope',
      { format: 'envelope', lengthMm: 200, widthMm: 300, heightMm: null },
      { tpObjeto: '1', comprimento: 30, largura: 20 },
    ],
  ] as const)('measures %s', async (_, measures, expected) => {
    const {
      parametrosProduto: [item],
    } = (await asked(question('a', '03298', measures))) as { parametrosProduto: [object] }
    expect(item).toMatchObject(expected)
    const sides = ['comprimento', 'largura', 'altura', 'diametro'].filter((side) => side in item)
    expect(sides).toEqual(Object.keys(expected).filter((key) => key !== 'tpObjeto'))
  })

  it('leaves contract and directorate out together where the token does not tell both', async () => {
    const world = await under(prices, (n) => cardToken(n, { cartaoPostagem: { contrato: '9912345678', api: [34] } }))
    await askPrices([question('a')], credentials, world.context)
    const [item] = batches(world).flatMap(askedItems)
    expect(item).not.toHaveProperty('nuContrato')
    expect(item).not.toHaveProperty('nuDR')
  })

  it('is not made for a value that the service cannot declare', async () => {
    const world = await under(prices)
    expect(await outcomes([question('a', '04219', { declaredValue: 5000 }), question('b')], world)).toEqual([
      'quote.extra-not-offered',
      300,
    ])
    expect(batches(world).flatMap(askedItems)).toHaveLength(1)
  })

  it('is made once for questions that are the same', async () => {
    const world = await under(prices)
    expect(await outcomes([question('a'), question('b'), question('c', '03220')], world)).toEqual([300, 300, 300])
    expect(sizes(world)).toEqual([2])
  })

  it('asks for SEDEX by its own posting card and token', async () => {
    const world = await under(prices)
    const asked = [question('pac'), question('sedex', '03220'), question('mini', '04227'), question('hoje', '03204')]
    expect(await outcomes(asked, world, { ...credentials, sedexCard: '0076543210' })).toEqual([300, 300, 300, 300])
    const cardOf = new Map(
      world.server.ledger
        .filter(isToken)
        .map(({ body }, i) => [`Bearer t${i + 1}`, (JSON.parse(body) as { numero: string }).numero]),
    )
    expect(
      Object.fromEntries(
        batches(world).flatMap((batch) =>
          askedItems(batch).map(({ coProduto }) => [coProduto, cardOf.get(batch.headers['authorization'] ?? '')]),
        ),
      ),
    ).toEqual({ '03298': '0012345678', '04227': '0012345678', '03220': '0076543210', '03204': '0076543210' })
    await outcomes(asked, world, { ...credentials, sedexCard: '0076543210' })
    expect(world.tokens()).toBe(2)
  })
})

describe('a batch', () => {
  it('has up to a hundred questions', async () => {
    const world = await under(prices)
    expect(await outcomes(questions(250), world)).toEqual(questions(250).map((_, i) => 300 + i))
    expect(sizes(world).sort((a, b) => a - b)).toEqual([50, 100, 100])
  })

  it('that is too large is halved, and the size that worked is kept', async () => {
    const world = await under((arrival) =>
      askedItems(arrival).length > 5 ? refusal(400, 'PRC-999: quantidade de itens excedida') : prices(arrival),
    )
    expect(await outcomes(questions(120), world)).toEqual(questions(120).map((_, i) => 300 + i))
    expect(sizes(world).slice(0, 7)).toEqual([100, 50, 25, 13, 7, 4, 3])
    expect(Math.max(...sizes(world).slice(7))).toBe(4)
    const before = sizes(world).length
    await outcomes(questions(8), world)
    expect(sizes(world).slice(before)).toEqual([4, 4])
  })

  it.each<[string, Reply]>([
    ['HTML with 413', { status: 413, body: '<html>Request Entity Too Large</html>' }],
    ['a message with 200', json({ mensagem: 'Limite de itens excedido' })],
    ['400 without a body', { status: 400 }],
  ])('refused for its size by %s is halved as well', async (_, reply) => {
    const world = await under((arrival) => (askedItems(arrival).length > 50 ? reply : prices(arrival)))
    expect(await outcomes(questions(100), world)).toEqual(questions(100).map((__, i) => 300 + i))
    expect(sizes(world)).toEqual([100, 50, 50])
  })

  it('refused for one question loses only that one, and keeps its size', async () => {
    const bad = 317
    const world = await under((arrival) =>
      askedItems(arrival).some(({ psObjeto }) => psObjeto === bad)
        ? refusal(400, 'PRC-101: O valor do(s) parâmetro(s) cepDestino é(são) inválido(s).')
        : prices(arrival),
    )
    expect(await outcomes(questions(64), world)).toEqual(
      questions(64).map((_, i) => (300 + i === bad ? 'quote.postal-code' : 300 + i)),
    )
    const before = sizes(world).length
    await outcomes(questions(17), world)
    expect(sizes(world).slice(before)).toEqual([17])
  })

  it.each<[string, Reply, string]>([
    ['GTW-012', json({ msg: 'GTW-012: API 34 restrita' }, 403), 'carrier.not-enabled'],
    ['GTW-012 in a message with 200', json({ mensagem: 'GTW-012: API 34 restrita' }), 'carrier.not-enabled'],
    ['HTML', { status: 200, body: '<html>Manutenção</html>' }, 'carrier.malformed-answer'],
    ['a list that is cut off', { status: 200, body: '[{"coProduto":"03298","nuReq' }, 'carrier.malformed-answer'],
    ['nothing', { status: 200 }, 'carrier.malformed-answer'],
    ['503', { status: 503 }, 'carrier.down'],
    ['429 without a time', { status: 429 }, 'carrier.rate-limited'],
  ])('answered by %s is a failure of all, and is not halved', async (_, reply, code) => {
    const world = await under(() => reply)
    expect(await outcomes(questions(40), world)).toEqual(questions(40).map(() => code))
    expect(new Set(sizes(world))).toEqual(new Set([40]))
  })

  it('answers what the carrier refuses of one item beside the others', async () => {
    const world = await under((arrival) =>
      json(
        askedItems(arrival).map((item) => {
          const { coProduto, nuRequisicao } = item
          return coProduto === '03140'
            ? { coProduto, nuRequisicao, txErro: 'ERP-006: CEP de origem nao pode postar para CEP de destino' }
            : coProduto === '04227'
              ? { coProduto, nuRequisicao, txErro: 'CON-011: Serviço não contratado' }
              : priced(item)
        }),
      ),
    )
    expect(await outcomes([question('a'), question('b', '03140'), question('c', '04227')], world)).toEqual([
      300,
      'quote.route-not-served',
      'quote.service-not-contracted',
    ])
  })

  it.each<[string, Reply, string]>([
    [
      '400 and a code',
      refusal(400, 'ERP-006: CEP de origem nao pode postar para CEP de destino'),
      'quote.route-not-served',
    ],
    ['a message with 200', json({ mensagem: 'Serviço indisponível para o trecho' }), 'quote.refused'],
    ['the service not on the card', refusal(400, 'CON-011: serviço não contratado'), 'quote.service-not-contracted'],
    ['400 without a word', { status: 400 }, 'carrier.rejected'],
  ])('of one question that is refused by %s', async (_, reply, code) => {
    const world = await under(() => reply)
    expect(await outcomes([question('a')], world)).toEqual([code])
    expect(sizes(world)).toEqual([1])
  })
})

describe('answers find their questions', () => {
  const asked = [question('a'), question('b', '03220', { weightG: 400 }), question('c', '03298', { weightG: 500 })]
  type Priced = ReturnType<typeof priced>
  const strip = ({ nuRequisicao: _, ...rest }: Priced) => rest
  const missing = 'carrier.malformed-answer'

  it.each<[string, (items: Priced[]) => unknown, (string | number)[]]>([
    ['in another order', (items) => items.toReversed(), [300, 400, 500]],
    [
      'by a number',
      (items) => items.map((item) => ({ ...item, nuRequisicao: Number(item.nuRequisicao) })),
      [300, 400, 500],
    ],
    [
      'by a number with zeros',
      (items) => items.map((item) => ({ ...item, nuRequisicao: item.nuRequisicao.padStart(4, '0') })),
      [300, 400, 500],
    ],
    ['without a number, in order', (items) => items.map(strip), [300, 400, 500]],
    [
      'without a number, services mixed',
      (items) => [items[1], items[0], items[2]].flatMap((item) => (item ? [strip(item)] : [])),
      [300, 400, 500],
    ],
    [
      'with a service that lost its zero',
      (items) => items.map((item) => ({ ...item, coProduto: Number(item.coProduto) })),
      [300, 400, 500],
    ],
    ['some with a number', (items) => items.map((item, i) => (i === 1 ? strip(item) : item)), [300, 400, 500]],
    ['one is missing', (items) => items.slice(1), [missing, 400, 500]],
    [
      'one is missing and none has a number: only what is certain',
      (items) => items.slice(1).map(strip),
      [missing, 400, missing],
    ],
    [
      'one has the service of another',
      (items) => items.map((item, i) => (i === 0 ? { ...item, coProduto: '03220' } : item)),
      [missing, 400, 500],
    ],
    ['one is odd', (items) => ['lixo', null, ...items.slice(1)], [missing, 400, 500]],
    [
      'a number is nobody’s',
      (items) => items.map((item) => ({ ...item, nuRequisicao: `9${item.nuRequisicao}` })),
      [missing, missing, missing],
    ],
    ['a single one without its list', (items) => items[0], [300, missing, missing]],
    ['none', () => [], [missing, missing, missing]],
  ])('%s', async (_, change, expected) => {
    const world = await under((arrival) => json(change(askedItems(arrival).map(priced))))
    expect(await outcomes(asked, world)).toEqual(expected)
  })

  it('a single object for a single question, whatever it echoes', async () => {
    const world = await under(() => json({ pcFinal: '3,00', coProduto: '03298' }))
    expect(await outcomes([question('a')], world)).toEqual([300])
  })
})

describe('the contract that the carrier does not take', () => {
  const mismatch =
    'PRC-124: O numero do contrato e/ou numero da DR informado nao e o mesmo apresentado no token de acesso.'
  const named = (arrival: Arrival) => askedItems(arrival).map((item) => 'nuContrato' in item && 'nuDR' in item)

  it.each<[string, (arrival: Arrival) => Reply]>([
    [
      'item by item',
      (arrival) =>
        json(
          askedItems(arrival).map((item) =>
            'nuContrato' in item
              ? { coProduto: item.coProduto, nuRequisicao: item.nuRequisicao, txErro: mismatch }
              : priced(item),
          ),
        ),
    ],
    ['as a whole', (arrival) => (named(arrival).some(Boolean) ? refusal(400, mismatch) : prices(arrival))],
  ])('is left out once more, and from then on: %s', async (_, answer) => {
    const world = await under(answer)
    expect(await outcomes(questions(3), world)).toEqual([300, 301, 302])
    expect(batches(world).map(named)).toEqual([
      [true, true, true],
      [false, false, false],
    ])
    await outcomes(questions(1), world)
    expect(batches(world).map(named).slice(2)).toEqual([[false]])
  })

  it('is a refusal where that does not help', async () => {
    const world = await under((arrival) =>
      json(askedItems(arrival).map(({ coProduto, nuRequisicao }) => ({ coProduto, nuRequisicao, txErro: mismatch }))),
    )
    expect(await outcomes(questions(2), world)).toEqual(['quote.contract-mismatch', 'quote.contract-mismatch'])
    expect(sizes(world)).toEqual([2, 2])
  })
})

describe('deadlines', () => {
  it('are asked by service, places and day alone, once for all weights', async () => {
    const world = await under(deadlines)
    const asked = [...questions(30), question('sedex', '03220')]
    const answers = await askDeadlines(asked, credentials, world.context)
    for (const { key } of asked)
      expect(answers.get(key)).toMatchObject({ ok: true, value: { days: 7, latestOn: '2026-12-01' } })
    const [request] = batches(world)
    expect(JSON.parse(request?.body ?? '')).toEqual({
      idLote: '1',
      parametrosPrazo: ['03298', '03220'].map((coProduto, i) => ({
        coProduto,
        nuRequisicao: String(i + 1),
        cepOrigem: '01001000',
        cepDestino: '20040002',
        dtEvento: '20/11/2026',
      })),
    })
    expect(request?.path).toBe('/prazo/v1/nacional')
  })

  it('learn the size of a batch by themselves', async () => {
    const world = await under((arrival) =>
      arrival.path.startsWith('/prazo')
        ? deadlines(arrival)
        : askedItems(arrival).length > 1
          ? refusal(400, 'x')
          : prices(arrival),
    )
    await askPrices(questions(2), credentials, world.context)
    const asked = [question('a'), question('b', '03220')]
    await askDeadlines(asked, credentials, world.context)
    expect(sizes(world)).toEqual([2, 1, 1, 2])
  })
})

it('says of every question that its access is refused', async () => {
  const world = await under(prices, () => refusal(401))
  expect(await outcomes(questions(150), world)).toEqual(questions(150).map(() => 'carrier.credentials'))
  expect(batches(world)).toHaveLength(0)
})

it('asks again with a new token when the old one has ended', async () => {
  const world = await under((arrival) =>
    arrival.headers['authorization'] === 'Bearer t1' ? refusal(401) : prices(arrival),
  )
  expect(await outcomes(questions(2), world)).toEqual([300, 301])
  expect(world.tokens()).toBe(2)
})

it('says of every question that it was cancelled', async () => {
  const world = await under(prices)
  const answers = await askPrices(questions(3), credentials, { ...world.context, signal: AbortSignal.abort() })
  expect([...answers.values()].map((answer) => (answer.ok ? '' : answer.error.code))).toEqual([
    'carrier.cancelled',
    'carrier.cancelled',
    'carrier.cancelled',
  ])
})
