import { environments } from '../../domain/account.ts'
import { problem } from '../../domain/problem.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

type Names = 'carriers.list' | `accounts.${'list' | 'save' | 'check' | 'switch' | 'discardNext' | 'remove'}`

/** Carriers as the account form and the screens see them, and accounts with them. */
export const accountHandlers = (engine: Engine): Pick<EngineHandlers, Names> => ({
  'carriers.list': async () => ok(engine.carriers.map(infoOf)),
  'accounts.list': async () => ok(await engine.accounts.list()),
  'accounts.save': (input) => engine.accounts.save(input),
  'accounts.check': ({ id }, { signal, report }) => engine.accountChecks.check(id, signal, (step) => report({ step })),
  'accounts.discardNext': async ({ id }) => {
    if (!(await engine.store.read.accounts.get(id)))
      return fail(problem('account-unknown', `there is no account ${id}`))
    await engine.secretChange.discard(id)
    return ok({})
  },
  'accounts.switch': async ({ id, on }) =>
    (await engine.accountSwitches.set(id, on)) ? ok({}) : fail(problem('account-unknown', `there is no account ${id}`)),
  'accounts.remove': async ({ id, parcels }) => {
    const removed = await engine.accounts.remove(id, parcels ?? null)
    return removed.ok ? ok({}) : removed
  },
})

const infoOf = ({ id, label, accountFields, hosts, statusTable, capabilities }: Engine['carriers'][number]) => ({
  id,
  label,
  account: accountFields,
  environments: environments.filter((environment) => environment === 'sandbox' || hosts[environment] !== undefined),
  can: {
    tracking: capabilities.tracking !== undefined,
    quoting: capabilities.quoting !== undefined,
    prePosting: false,
    suspension: false,
  },
  eventCodes: statusTable.size,
})
