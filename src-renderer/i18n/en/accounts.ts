import type { accounts as source } from '../pt-BR/accounts.ts'
import type { Translation } from '../messages.ts'

export const accounts: Translation<typeof source> = {
  subtitle: 'Contracts with carriers: what each permits and whether it works',
  add: 'Connect a contract',
  parcels: '{count} parcel | {count} parcels',
  noneInList: 'No contract connected.',
  saved: 'Account “{name}” saved. The connection is being tested.',
  empty: {
    title: 'No contract connected',
    text: 'With a contract, parcels are tracked straight at the carrier. Passwords stay in the keychain of the system.',
  },
  public: { title: 'Without an account', text: 'Tracking of these carriers is public; there is nothing to set up.' },
  switches: {
    title: 'Asking the carriers',
    text: 'A carrier that is switched off is not asked, not even by command. Its parcels wait.',
    ask: 'Ask {carrier}',
  },
  switch: {
    title: 'Ask with this account',
    text: 'Switched off, nothing is asked with it. Other accounts of the carrier go on; what only this one knows waits.',
    offSince: 'Switched off since',
  },
  keychain: {
    title: 'The keychain of the system is not available',
    text: 'Passwords are kept in the keychain of the system only, never in a file. Unlock or install the keychain (on Linux the Secret Service, such as GNOME Keyring), open Despacho again and save the account.',
  },
  state: {
    checking: 'Testing the connection',
    secretMissing: 'Password missing',
    unknown: 'Not tested yet',
    off: 'Switched off',
  },
  environment: {
    production: { name: 'Production', text: 'The real environment of the carrier.' },
    test: { name: 'Test', text: "The carrier's own test environment, with its own registration." },
    sandbox: { name: 'Sandbox', text: 'The carrier as simulated by Despacho on this computer.' },
  },
  guide: {
    correios:
      'The API access code is made in the portal cws.correios.com.br under “Gestão de acesso a APIs”. It is shown once and lasts up to 180 days. The number of the posting card is in the contract.',
  },
  form: {
    titleNew: 'New contract: {carrier}',
    carrier: 'Carrier',
    name: 'Name of the account',
    nameHint: 'as it appears in Despacho',
    environment: 'Environment',
    optional: 'optional',
    nothing: 'Leave out',
    addZeros: 'Complete to {digits} digits: {value}',
    saveAndTest: 'Save and test connection',
    cancel: 'Cancel',
    problem: {
      required: 'This field is required.',
      digits: 'It has {digits} digits; they may begin with zero.',
      'not-digits': 'Digits only.',
      refused: 'This value was not accepted.',
    },
  },
  field: {
    any: {
      user: { label: 'User', hint: '' },
      password: { label: 'Password', hint: '' },
      token: { label: 'Access key', hint: '' },
    },
    correios: {
      user: { label: 'Portal user', hint: 'The one of Meu Correios and of the CWS portal.' },
      accessCode: {
        label: 'API access code',
        hint: 'Not the Meu Correios password. Making a new one ends the old one at once.',
      },
      postingCard: { label: 'Posting card', hint: 'Ten digits, with the zeros in front, such as 0012345678.' },
      sedexCard: {
        label: 'Posting card of SEDEX',
        hint: 'Only when the SEDEX services are on another card.',
      },
      contract: { label: 'Contract number', hint: 'Needed only when the card is in more than one contract.' },
      dr: { label: 'Directorate (SE/DR)', hint: 'The one of the contract, when Correios asks for it.' },
      originPostalCode: { label: 'Origin CEP', hint: 'Where the shop posts; used in quotes.' },
      extraDays: {
        label: 'Extra days for the customer',
        hint: 'Added to the deadline that the customer sees, 0 to 60.',
      },
      extraValue: {
        label: 'Extra value for the customer',
        hint: 'Added to the price that the customer sees: 3.50 or 5%.',
      },
    },
  },
  secret: {
    endsOn: 'valid until {day}',
    endsIn: 'ends in {count} day | ends in {count} days',
    ended: 'older than 180 days; generate another in the portal',
    howToReplace:
      'Generate the new code at cws.correios.com.br, Gestão de acesso a APIs, and paste it here. Despacho uses the present one while it is accepted and goes over to the new as soon as Correios takes it.',
    next: 'New code kept; the present one stays in use until Correios takes the new. Entered',
    discardNext: 'Discard the new one',
    stored: 'Kept in the keychain of the system',
    enteredAt: 'entered on',
    replace: 'Replace',
    keep: 'Keep the present one',
  },
  remove: {
    button: 'Remove account',
    title: 'Remove the account “{name}”?',
    text: 'The password is deleted from the keychain. {count} parcel stays in the list and is not checked until there is another account. | The password is deleted from the keychain. {count} parcels stay in the list and are not checked until there is another account.',
    secrets: 'The password is deleted from the keychain.',
    inUse: '{count} watched parcel depends on this account. | {count} watched parcels depend on this account.',
    choose: 'What becomes of them',
    move: 'Check them with the account “{name}”',
    stop: 'Stop watching; checked only when asked to',
    confirm: 'Remove the account “{name}”',
    done: 'Account “{name}” removed.',
  },
  check: {
    next: {
      waiting: 'The new code is not valid yet; the present one stays in use. Despacho tries by itself until {until}.',
      refused:
        'The new code was not taken after two hours. Confirm it in the portal or discard it; the present one stays in use.',
    },
    title: 'Connection test',
    run: 'Test connection',
    stop: 'Stop',
    notYet: 'The connection has not been tested in this session.',
    at: 'Tested on',
    carrierSays: 'The carrier answered:',
    triesUntil: 'Despacho tries again by itself until {until}.',
    late: '{carrier} has not answered yet. The test goes on, also while another screen is open.',
    off: 'The account is switched off: apart from this test nothing is asked with it.',
    step: {
      starting: 'Starting the test',
      keychain: 'Reading the password from the keychain',
      network: 'Checking the network',
      token: 'Asking the carrier for access',
      tracking: 'Asking the tracking service',
    },
  },
  contract: {
    title: 'Contract {contract}',
    cnpj: 'CNPJ {cnpj}',
    endsOn: 'valid until {day}',
    open: 'without an end',
    card: 'Card {number}',
    inactive: 'inactive',
    services: 'Services: {names}',
    noServices: 'No shipping service told.',
  },
  permissions: {
    title: 'What the contract permits',
    askFor: 'ask the account manager for service {service}',
    state: { granted: 'granted', missing: 'not granted', 'not-tried': 'not checked' },
    name: {
      token: 'Access (token)',
      tracking: 'Tracking',
      price: 'Prices',
      deadline: 'Delivery times',
      'postal-code': 'Postal code search',
      'pre-posting': 'Pre-posting',
      suspension: 'Suspension of delivery',
      contract: 'Contract data',
    },
  },
  verdict: {
    connected: {
      short: 'Connected',
      what: '{carrier} answered and tracking is granted.',
      next: 'Nothing to do. The parcels of this account are checked by themselves.',
    },
    'credentials-wrong': {
      short: 'User or code wrong',
      what: '{carrier} refused the user or the access code.',
      next: 'Three credentials are easily confused: the Meu Correios password, the old SIGEP password and the API access code. Only the code works here, with the user of Meu Correios. If it is lost, make a new one in the portal and replace it here.',
    },
    'credentials-too-fresh': {
      short: 'Code just made',
      what: '{carrier} does not accept the code yet; it was entered a short while ago.',
      next: 'A new code takes up to two hours to work. Do not make another: the wait would start again.',
    },
    'access-code-expired': {
      short: 'Code expired',
      what: 'The access code has expired.',
      next: "Make a new one in the carrier's portal (it lasts up to 180 days) and replace it here.",
    },
    'posting-card-unknown': {
      short: 'Card not found',
      what: '{carrier} did not find the posting card in this contract.',
      next: "Check the ten digits, with the zeros in front, and that the card is of the user's own contract.",
    },
    'tracking-not-enabled': {
      short: 'Tracking not granted',
      what: 'Access works, but tracking is not in the contract.',
      next: 'Ask the account manager at {carrier} to add service {service} (tracking API). Then test again.',
    },
    'carrier-down': {
      short: 'Carrier not answering',
      what: '{carrier} did not answer or is down.',
      next: 'Nothing was said against the data of this account. Despacho goes on trying; test again later.',
    },
    'no-network': {
      short: 'No network',
      what: 'This computer did not reach the network.',
      next: 'Check the cable, the Wi-Fi or the proxy and test again.',
    },
    'clock-wrong': {
      short: 'Clock wrong',
      what: 'The clock of this computer is off by {minutes} minutes.',
      next: 'Turn on automatic date and time in the system and test again. With the wrong time the carrier refuses access.',
    },
    'sandbox-not-running': {
      short: 'Sandbox not running',
      what: 'The simulated carrier is not running.',
      next: 'Open the demonstration, or choose another environment for this account.',
    },
    'secret-missing': {
      short: 'Password missing',
      what: 'The password of this account is not in the keychain.',
      next: 'Enter the password again and save.',
    },
    'keychain-unavailable': {
      short: 'Keychain unavailable',
      what: 'The keychain of the system did not answer.',
      next: 'Unlock the keychain (on Linux the Secret Service, such as GNOME Keyring) and test again.',
    },
    'answer-not-understood': {
      short: 'Unexpected answer',
      what: '{carrier} gave an answer that was not understood.',
      next: 'Test again later. If it goes on, send the details to support.',
    },
  },
}
