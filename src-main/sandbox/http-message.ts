/** A request as a carrier's sandbox sees it: what was addressed to that carrier, with nothing of where it is mounted. */
export type SandboxRequest = {
  readonly method: string
  /** Below the carrier's mount: `/srorastro/v1/objetos`. */
  readonly path: string
  readonly query: URLSearchParams
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type SandboxResponse = {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** An answer in JSON, UTF-8. */
export const jsonResponse = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  body: JSON.stringify(value),
})

/** An answer without a body, as gateways give it when they refuse. */
export const emptyResponse = (status: number, headers: Readonly<Record<string, string>> = {}): SandboxResponse => ({
  status,
  headers,
  body: '',
})

/** The body as JSON, or undefined where it is none. */
export function jsonBody(request: SandboxRequest): unknown {
  try {
    return JSON.parse(request.body) as unknown
  } catch {
    return undefined
  }
}
