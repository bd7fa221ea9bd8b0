import type { Clock } from '../domain/clock.ts'
import type { CarrierAnswer, CarrierSettings } from './carrier-sandbox.ts'
import { carrierSandboxes } from './carriers.ts'
import { createControl } from './control.ts'
import { createFaultBook, type FaultBook } from './faults.ts'
import { jsonResponse, type SandboxRequest } from './http-message.ts'
import type { Journey } from './journey.ts'
import { createJourneyBook, type JourneyBook } from './journey-book.ts'
import { createJourneyMaker, type JourneyMaker } from './journey-maker.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { seededRandom } from './random.ts'
import { createSandboxClock, type SandboxClock } from './sandbox-clock.ts'
import { startServer, type Ending, type LoopbackServer } from './server.ts'
import { spoil } from './spoil.ts'

/** The carriers' APIs on loopback. Everything the control API does over HTTP can be done here in the process. */
export type Sandbox = {
  /** Starts the server and answers its address; a carrier's base address is that and `/<carrier id>`. */
  start(port?: number): Promise<string>
  /** Breaks off what is under way and ends. */
  stop(): Promise<void>
  /** Time as the carriers have it. Hand it to an engine that shall live in the same time. */
  readonly clock: SandboxClock
  readonly journeys: JourneyBook
  readonly maker: JourneyMaker
  readonly faults: FaultBook
  readonly ledger: Ledger
  /** Puts journeys into the book; the same as `journeys.add`. */
  load(journeys: readonly Journey[]): void
  settings(carrier: string): CarrierSettings | undefined
  /** Field values, secrets included, of an account that the carrier's sandbox accepts; null: it needs none. */
  sampleAccount(carrier: string): Readonly<Record<string, string>> | null
}

export type SandboxOptions = {
  /** The wall clock. */
  readonly clock: Clock
  readonly seed: string | number
  /** The sandbox's time at the start; absent: the wall clock's. */
  readonly now?: number
}

/** What the ledger is told of a request that no carrier saw. */
const unseen: Omit<CarrierAnswer, 'response'> = { authorisedAs: null, answered: [] }

/** Makes a sandbox; nothing listens before `start`. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const wall = options.clock
  const clock = createSandboxClock(wall, options.now)
  const now = () => clock.now()
  const wallNow = () => wall.now()
  const journeys = createJourneyBook(now)
  const faults = createFaultBook()
  const ledger = createLedger({ wallNow, now })
  const taken = (code: string) => journeys.truth(code) !== undefined
  const maker = createJourneyMaker(carrierSandboxes, options.seed, now, taken)
  const carriers = carrierSandboxes.map((sandbox) => ({
    sandbox,
    open: sandbox.open({ now, wallNow, journeys, random: seededRandom(`${options.seed}/${sandbox.id}`) }),
  }))
  const control = createControl({ seed: options.seed, clock, journeys, maker, faults, ledger, carriers })
  let server: LoopbackServer | undefined

  const find = (id: string) => carriers.find(({ sandbox }) => sandbox.id === id)

  const askCarrier = async (id: string, request: SandboxRequest, gone: AbortSignal): Promise<Ending> => {
    const carrier = find(id)
    if (!carrier) return jsonResponse(404, { error: `nothing is mounted at /${id}` })
    const codes = carrier.open.codesIn(request)
    const search = request.query.size > 0 ? `?${request.query.toString()}` : ''
    const questions = carrier.open.questionsIn?.(request) ?? []
    const note = ledger.arrive({ carrier: id, method: request.method, path: request.path + search, codes, questions })
    const rule = faults.next({ carrier: id, path: request.path, codes })
    const fault = rule?.kind ?? null

    let answer: CarrierAnswer | undefined
    const real = () => (answer ??= carrier.open.handle(request)).response
    const spoilt = rule ? spoil(rule, real) : ({ kind: 'late', afterMs: 0 } as const)

    if (spoilt.kind === 'answer') {
      note({ ...unseen, ...(spoilt.real ? answer : {}), status: spoilt.response.status, fault })
      return spoilt.response
    }
    if (spoilt.kind === 'late' && spoilt.afterMs !== 0) await waitFor(spoilt.afterMs, gone)
    if (spoilt.kind === 'reset' || gone.aborted) {
      note({ ...unseen, status: 0, fault })
      return 'reset'
    }
    const response = real()
    note({ ...unseen, ...answer, status: response.status, fault })
    return response
  }

  const waitFor = (ms: number | null, gone: AbortSignal) =>
    ms === null ? new Promise<void>((resolve) => gone.addEventListener('abort', () => resolve())) : wall.sleep(ms, gone)

  return {
    clock,
    journeys,
    maker,
    faults,
    ledger,
    load: (more) => journeys.add(more),
    settings: (carrier) => find(carrier)?.open.settings,
    sampleAccount: (carrier) => find(carrier)?.sandbox.sampleAccount ?? null,
    async start(port = 0) {
      if (server) throw new Error(`the sandbox is running already, at ${server.url}`)
      server = await startServer(port, now, (mount, request, gone) =>
        mount === 'control' ? control(request) : askCarrier(mount, request, gone),
      )
      return server.url
    },
    async stop() {
      const running = server
      server = undefined
      await running?.stop()
    },
  }
}
