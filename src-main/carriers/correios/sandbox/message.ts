import {
  emptyResponse,
  jsonResponse,
  type SandboxRequest,
  type SandboxResponse,
} from '../../../sandbox/http-message.ts'
import type { BodyShape } from './accounts.ts'
import { localTime } from './local-time.ts'

/** The carrier's body for everything that is refused (`MessageResponse`). */
export const refusal = (request: SandboxRequest, now: number, status: number, ...msgs: string[]): SandboxResponse =>
  jsonResponse(status, { msgs, date: localTime(now), method: request.method, path: request.path })

/** The same in one of the other shapes in which the carrier's gateways have been seen to answer. */
export function shapedRefusal(
  shape: BodyShape,
  request: SandboxRequest,
  now: number,
  status: number,
  text: string,
): SandboxResponse {
  switch (shape) {
    case 'msgs':
      return refusal(request, now, status, text)
    case 'msg':
      return jsonResponse(status, { msg: text })
    case 'mensagem':
      return jsonResponse(status, { mensagem: text })
    case 'detail':
      return jsonResponse(status, { type: 'about:blank', title: 'Unauthorized', status, detail: text })
    case 'empty':
      return emptyResponse(status)
    case 'html':
      return {
        status,
        headers: { 'content-type': 'text/html;charset=UTF-8' },
        body: `<html><body><h1>${status}</h1></body></html>`,
      }
  }
}
