import type { AccessCheck, CallContext, CarrierFailure, Credentials, Permission } from '../carrier.ts'
import { isRefusal, sendWithToken, trackingRequest } from './client.ts'
import { tokenKeeper } from './token.ts'

/**
 * Which API number of a token, and which service of the contract, each permission needs. What the account manager is asked for is
 * the service; Meu Contrato needs none.
 */
const needs: readonly { readonly name: Permission['name']; readonly api: number; readonly service: string | null }[] = [
  { name: 'price', api: 34, service: '38202' },
  { name: 'deadline', api: 35, service: '38210' },
  { name: 'postal-code', api: 41, service: '86738' },
  { name: 'pre-posting', api: 36, service: '86720' },
  { name: 'tracking', api: 87, service: '38229' },
  { name: 'suspension', api: 93, service: '38237' },
  { name: 'contract', api: 566, service: null },
]

/** An object of the manual's examples (V2.2): whatever the carrier says about it, it has let us ask. */
const probeCode = 'DG049186230BR'

/**
 * Tries the access without changing anything: a token, what it lists, and one question to the tracking API, because an API may
 * be in the token and still not in the contract.
 */
export async function checkAccess(credentials: Credentials, context: CallContext): Promise<AccessCheck> {
  const keeper = tokenKeeper(credentials, context.http)
  keeper.forget()
  const token = await keeper.current(context)
  if (!token.ok) {
    noteRefusal(token.error, context)
    return {
      failure: token.error,
      permissions: [
        tokenPermission('missing'),
        ...needs.map(({ name, service }) => ({ name, state: 'not-tried' as const, service })),
      ],
    }
  }
  const { apis } = token.value
  const probe = await sendWithToken(trackingRequest([probeCode]), credentials, context)
  // "Rejected" is an answer about the object, which only somebody who may ask gets.
  const failure = probe.ok || probe.error.code === 'carrier.rejected' ? null : probe.error
  if (failure) noteRefusal(failure, context)
  else context.http.accepted?.()
  const listed = (api: number): Permission['state'] =>
    apis.length === 0 ? 'not-tried' : apis.includes(api) ? 'granted' : 'missing'
  const tracked = failure === null ? 'granted' : failure.code === 'carrier.not-enabled' ? 'missing' : 'not-tried'
  return {
    failure,
    permissions: [
      tokenPermission('granted'),
      ...needs.map(({ name, api, service }) => ({ name, state: name === 'tracking' ? tracked : listed(api), service })),
    ],
  }
}

const tokenPermission = (state: Permission['state']): Permission => ({ name: 'token', state, service: null })

function noteRefusal(failure: CarrierFailure, { http }: CallContext): void {
  if (isRefusal(failure)) http.refused?.(failure)
}
