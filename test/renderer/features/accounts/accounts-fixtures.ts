import type { AccountView, CarrierInfo } from '../../../../src-main/contract/accounts.contract.ts'

export const correios: CarrierInfo = {
  id: 'correios',
  label: 'Correios',
  account: [
    { key: 'user', kind: 'text', required: true },
    { key: 'accessCode', kind: 'secret', required: true },
    { key: 'postingCard', kind: 'digits', required: true, digits: 10 },
    { key: 'contract', kind: 'text', required: false },
  ],
  environments: ['production', 'test'],
  can: { tracking: true, quoting: false, prePosting: false, suspension: false },
  eventCodes: 120,
}

export const stored: AccountView = {
  id: 7,
  carrier: 'correios',
  name: 'Loja',
  environment: 'production',
  fields: { user: 'loja', postingCard: '0067599079' },
  secrets: { accessCode: true },
  secretsEnteredAt: Date.UTC(2026, 10, 20),
  access: null,
  secretsEndAt: null,
  nextSecretsEnteredAt: null,
  offSince: null,
  parcels: 37,
  dependents: 37,
}
