import { checkS10 } from '../../domain/tracking-code.ts'
import { defineCarrier, type Recognition } from '../carrier.ts'
import { checkAccess } from './access.ts'
import { account, accountFields } from './account.ts'
import { fetchTracking, maxCodesPerCall } from './client.ts'
import { contractFacts } from './contract.ts'
import { findPostalCode } from './postal-codes.ts'
import { quoting } from './quoting.ts'
import { statusTable } from './status-map.ts'

/** Correios' codes end in BR; those of other posts are followed by Correios once they are in Brazil. */
function recognise(code: string): Recognition {
  if (checkS10(code).kind !== 'valid') return 'no'
  return code.endsWith('BR') ? 'yes' : 'maybe'
}

/** Empresa Brasileira de Correios e Telégrafos, by the REST APIs of a contract. */
export const correios = defineCarrier({
  id: 'correios',
  label: 'Correios',
  accountFields,
  // An access code lives 180 days at the latest and can't be renewed (note of 12/2025 after the carrier's developer pages).
  secretLifeDays: 180,
  account,
  hosts: { production: 'https://api.correios.com.br', test: 'https://apihom.correios.com.br' },
  recognise,
  publicUrl: (code) => `https://rastreamento.correios.com.br/app/index.php?objetos=${encodeURIComponent(code)}`,
  // The tracking API refills 50 a second up to 55 for each contract key; other programs of the same contract want theirs too.
  budget: { perSecond: 10, burst: 10, concurrency: 4 },
  statusTable,
  capabilities: {
    tracking: { maxCodesPerCall, needsAccount: true, fetch: fetchTracking },
    quoting,
    contract: { facts: contractFacts },
    postalCodes: { find: findPostalCode },
    access: { check: checkAccess },
  },
})
