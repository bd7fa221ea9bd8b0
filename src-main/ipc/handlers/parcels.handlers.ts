import { problem } from '../../domain/problem.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import { whoseCode } from '../../engine/whose-code.ts'
import type { EngineHandlers } from '../handler.ts'

type Names =
  | `parcels.${'search' | 'window' | 'counts' | 'countSelection' | 'facets' | 'get' | 'edit' | 'remove' | 'export'}`
  | `views.${'list' | 'save' | 'remove'}`

/** The list, one parcel, saved views. */
export const parcelHandlers = ({
  store,
  clock,
  asOf,
  changes,
  carriers,
  exports,
  experience,
}: Engine): Pick<EngineHandlers, Names> => {
  const { parcels, kept } = store.read
  const knows = (id: string) => carriers.some((carrier) => carrier.id === id)
  return {
    'parcels.search': async ({ text, filter, sort, after, limit }) => {
      const page = await parcels.search({ text, filter, sort }, { after, limit }, asOf())
      if (page === 'cursor-invalid') return fail(problem(page, 'the cursor is not of this query'))
      return ok({ ...page, rows: await experience.foresee(page.rows) })
    },
    'parcels.window': async ({ query, first, limit }) => {
      const window = await parcels.window(query, { first, limit }, asOf())
      return ok({ ...window, rows: await experience.foresee(window.rows) })
    },
    'parcels.counts': async ({ query }) => ok(await parcels.counts(query ?? {}, asOf())),
    'parcels.countSelection': async ({ selection }) => ok({ count: await parcels.countSelection(selection, asOf()) }),
    'parcels.facets': async () => ok(await parcels.facets()),
    'parcels.get': async (ref) => {
      const found = await parcels.get('code' in ref ? { code: cleaned(ref.code) } : ref, asOf())
      if (!found) {
        const detail = 'code' in ref ? whoseCode(ref.code, carriers) : {}
        return fail(problem('parcel-unknown', 'there is no such parcel', { detail }))
      }
      const { carrier, code } = found.parcel
      const publicUrl = carriers.find(({ id }) => id === carrier)?.publicUrl(code) ?? null
      const [parcel] = await experience.foresee([found.parcel])
      if (!parcel) throw new Error('a parcel went in and none came out')
      return ok({ ...found, parcel, publicUrl })
    },
    'parcels.edit': async ({ id, note, carrier }) => {
      if (carrier !== undefined && carrier !== 'unknown' && !knows(carrier)) {
        return fail(problem('carrier-unknown', `there is no carrier ${carrier}`))
      }
      const edited = await store.write.parcels.edit(id, { note, carrier }, clock.now())
      if (!edited) return fail(problem('parcel-unknown', `there is no parcel ${id}`))
      changes.add([id])
      return ok({ undo: edited.step })
    },
    'parcels.remove': async ({ selection }) => {
      const { removed, step } = await store.write.parcels.remove(selection, asOf())
      if (removed > 0) changes.add(null, removed)
      return ok({ removed, undo: step })
    },
    'parcels.export': (input, task) => exports.run(input, task),
    'views.list': async () => ok(await kept.views()),
    'views.save': async (view) => {
      const id = await store.write.kept.saveView(view)
      return id === 'name-taken' ? fail(problem(id, `there is a view ${view.name}`)) : ok({ id })
    },
    'views.remove': async ({ id }) => {
      await store.write.kept.removeView(id)
      return ok({})
    },
  }
}

/** A code as people write it, as it is stored. */
const cleaned = (code: string): string => code.toUpperCase().replace(/[\s\-().]/g, '')
