import { arch, cpus, platform, release, totalmem } from 'node:os'
import type { Clock } from '../../domain/clock.ts'
import { withoutNumbers, withoutPersons, wordsOf } from '../../log/personal-data.ts'
import { readLogTails } from '../../log/log-tail.ts'
import type { AsOf, Store } from '../../store/store.ts'
import type { RecentExchanges } from '../recent-exchanges.ts'
import type { SyncView } from '../sync-view.ts'
import type { AppInfoView } from './app-info.ts'
import type { SettingsService } from './settings.ts'
import { readSupportLog } from './support-log.ts'

/** What somebody who helps has to know, in the order in which it is read. */
export const supportSectionIds = ['versions', 'settings', 'counts', 'carriers', 'exchanges', 'check', 'log'] as const
export type SupportSectionId = (typeof supportSectionIds)[number]

export type SupportParts = {
  readonly store: Store
  readonly settings: SettingsService
  readonly exchanges: RecentExchanges
  readonly clock: Clock
  readonly asOf: () => AsOf
  readonly syncState: () => Promise<SyncView>
  readonly info: () => Promise<AppInfoView>
}

const logLines = 300
/** So many words of an error are looked up in the data. */
const wordsLookedUp = 500

/** The lines of each section. Nothing in them is of a person, and no code is whole. */
export const supportSections: Readonly<Record<SupportSectionId, (parts: SupportParts) => Promise<string[]>>> = {
  async versions({ info, clock }) {
    const { version, versions, demo, sandbox, keychain } = await info()
    const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions()
    const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
    return facts({
      despacho: version,
      ...versions,
      system: `${platform()} ${release()} ${arch()}`,
      processors: cpus().length,
      memory,
      time: iso(clock.now()),
      timeZone,
      systemLocale: locale,
      demonstration: demo,
      sandbox: sandbox !== null,
      keychain,
    })
  },

  async settings({ settings }) {
    const { stalledAfter, ...others } = await settings.get()
    return [...facts(others), ...facts(stalledAfter).map((line) => `stalledAfter ${line}`)]
  },

  async counts({ store, asOf }) {
    const [{ status, ...counts }, accounts, presets, views, backups, unmapped] = await Promise.all([
      store.read.parcels.counts({}, asOf()),
      store.read.accounts.list(),
      store.read.kept.presets(),
      store.read.kept.views(),
      store.backups(),
      store.read.tracking.unmapped(),
    ])
    return [
      ...facts(counts),
      ...Object.entries(status)
        .filter(([, count]) => count > 0)
        .map(([name, count]) => `status ${name}: ${count}`),
      ...facts({ presets: presets.length, views: views.length, unmappedEvents: unmapped.length }),
      ...accounts.map(
        ({ id, carrier, environment, secretsEnteredAt, offSince }) =>
          `account ${id}: ${carrier} ${environment}, secrets ${secretsEnteredAt === null ? 'missing' : iso(secretsEnteredAt)}${offSince === null ? '' : `, off since ${iso(offSince)}`}`,
      ),
      ...backups.map(
        ({ at, reason, parcels, size }) => `backup ${iso(at)}: ${reason}, ${parcels} parcels, ${size} bytes`,
      ),
    ]
  },

  async carriers({ syncState }) {
    const { carriers, ...state } = await syncState()
    return [
      ...facts(moments(state, ['nextAt'])),
      ...carriers.map((health) => {
        const { carrier, account, ...rest } = moments(health, ['since', 'nextTryAt', 'lastAnswerAt'])
        return `${carrier}/${account ?? 'public'}: ${facts(rest).join(', ')}`
      }),
    ]
  },

  exchanges: async ({ exchanges }) =>
    exchanges.list().map(({ at, account, method, host, path, outcome, ms, bytes, attempt }) => {
      const where = `${method} ${host}${withoutNumbers(decoded(path))}`
      return `${iso(at)} ${account} ${where} ${outcome} ${ms} ms ${bytes} bytes${attempt > 1 ? ` try ${attempt}` : ''}`
    }),

  async check({ store, asOf }) {
    const { version, checked, found } = await store.check()
    const known = await inData(
      found.flatMap(({ message }) => wordsOf(message)),
      { store, asOf },
    )
    return [
      `store version: ${version}`,
      ...checked.map(({ invariant, rows }) => `${invariant}: ${rows} rows`),
      ...found.map(({ invariant, message }) => `found in ${invariant}: ${withoutPersons(message, known)}`),
      `found: ${found.length}`,
    ]
  },

  async log(parts) {
    const { dataDir } = await parts.info()
    const lines: string[] = []
    for (const { log, lines: written } of readLogTails(dataDir, logLines)) {
      const read = readSupportLog(written)
      lines.push(`== ${log}`, ...read.lines(await inData(read.doubtful, parts)))
    }
    return lines
  },
}

/** Which of these words stand anywhere in a parcel's names, addresses of mail or places. */
async function inData(
  words: readonly string[],
  { store, asOf }: Pick<SupportParts, 'store' | 'asOf'>,
): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  for (const word of [...new Set(words)].slice(0, wordsLookedUp)) {
    const page = await store.read.parcels.search({ text: word }, { limit: 1 }, asOf())
    if (page !== 'cursor-invalid' && page.rows.length > 0) known.add(word)
  }
  return known
}

const iso = (at: number): string => new Date(at).toISOString()

const facts = (values: object): string[] => Object.entries(values).map(([name, value]) => `${name}: ${value}`)

/** Moments as people of all zones read them. */
const moments = <T extends object>(values: T, names: readonly (keyof T & string)[]): T =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      names.some((one) => one === name) && typeof value === 'number' ? [name, iso(value)] : [name, value],
    ),
  ) as T

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
