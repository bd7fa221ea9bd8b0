import type { today as source } from '../pt-BR/today.ts'
import type { Translation } from '../messages.ts'

export const today: Translation<typeof source> = {
  import: 'Import a file',
  empty: {
    title: 'No parcels yet',
    text: "Once the first sheet is imported, the day's work stands here: late parcels, failed attempts, pickups, failures.",
    connect: 'Connect a contract',
  },
  work: {
    title: 'What there is to do',
    none: 'Nothing pending',
    noneText: 'No parcel needs action now. Whatever comes up enters this list by itself.',
    some: '{count} matter needs attention | {count} matters need attention',
    'account-refused': {
      title: 'parcel waits: access refused by {carrier} | parcels wait: access refused by {carrier}',
      next: 'Open the account and test the connection.',
    },
    'account-missing': {
      title: 'parcel waits for an account with {carrier} | parcels wait for an account with {carrier}',
      next: 'Connect the contract so that they are tracked.',
    },
    'watched-folder': {
      title: 'file of the watched folder waits | files of the watched folder wait',
      next: 'Each has its reason; once it is settled, take the file out of the subfolder.',
    },
    'watched-folder-problem': {
      title: 'watched folder out of reach | watched folders out of reach',
      next: 'Nothing is imported from it until it is back or another is chosen.',
    },
    'access-code-ending': {
      title: 'day until the access code ends: {account} | days until the access code ends: {account}',
      next: 'Generate another in the portal and enter it in the account: the present one stays in use until the new is taken.',
    },
    'access-code-ended': {
      title: 'access code is older than 180 days: {account} | access codes are older than 180 days: {account}',
      next: 'Generate another in the portal and enter it in the account.',
    },
    'access-lost': {
      title: 'API is no longer granted: {account} | APIs are no longer granted: {account}',
      next: 'Test the connection in the account: it says what to ask the account manager for.',
    },
    'contract-ending': {
      title: 'day until the contract or card ends: {account} | days until the contract or card ends: {account}',
      next: 'Talk to the account manager before the services stop.',
    },
    'contract-ended': {
      title: 'contract or card has ended: {account} | contracts or cards have ended: {account}',
      next: 'Talk to the account manager and update the account.',
    },
    exception: {
      title: 'parcel with a problem | parcels with a problem',
      next: 'Damage, refusal or address: talk to the customer or the carrier.',
    },
    'delivery-failed': {
      title: 'failed delivery attempt | failed delivery attempts',
      next: 'Confirm address and presence with the customer before the next attempt.',
    },
    'awaiting-pickup': {
      title: 'parcel awaits pickup | parcels await pickup',
      next: 'Tell the customer: the time for pickup is short.',
    },
    late: { title: 'late parcel | late parcels', next: 'Past the promised day and not there yet.' },
    stalled: {
      title: 'parcel without movement for longer than usual | parcels without movement for longer than usual',
      next: 'Ask the carrier or export the sheet for a claim.',
    },
    customs: { title: 'parcel in customs | parcels in customs', next: 'See whether a duty or a document is open.' },
    returning: {
      title: 'parcel on its way back | parcels on their way back',
      next: 'Prepare to receive it and decide about sending again.',
    },
    failing: {
      title: 'parcel whose last check failed | parcels whose last check failed',
      next: 'The check is repeated by itself; the cause is in each parcel.',
    },
    silent: {
      title: 'parcel of which the carrier says nothing | parcels of which the carrier says nothing',
      next: 'The code may be wrong or the parcel was not posted. They are no longer checked by themselves.',
    },
    unmapped: {
      title: 'unknown event code | unknown event codes',
      next: 'They do not change any status. The list can be sent to the Despacho team.',
    },
  },
  pictures: {
    chart: 'Chart',
    table: 'Table',
    days: {
      title: 'Parcels a day',
      note: 'Last 30 days: {posted} posted, {delivered} delivered',
      label: 'Chart of parcels a day over the last 30 days: {posted} posted, {delivered} delivered',
      empty: 'Nothing was posted or delivered in the last 30 days.',
      day: 'Day',
      posted: 'Posted',
      delivered: 'Delivered',
      open: 'Open those posted on {day}',
    },
    delivery: {
      title: 'Days to delivery by state',
      note: 'Median from posting; deliveries since {day}.',
      most: 'The {count} with most deliveries; all in the table.',
      label: 'Chart of the median of business days to delivery by state',
      empty: 'After five deliveries to one state the time that it takes shows here.',
      days: '{count} business day | {count} business days',
      deliveries: '{count} delivery | {count} deliveries',
      median: 'Business days (median)',
      delivered: 'Deliveries',
      open: 'Open those delivered: {state}',
    },
    late: {
      title: 'Late by carrier',
      note: 'Promised by the carrier for {from} to {to}.',
      label: 'Chart of the share of late parcels by carrier',
      empty: 'No parcel was promised by a carrier for the last 30 days.',
      of: '{late} of {promised}',
      promised: 'Promised',
      late: 'Late',
      share: 'Share',
      open: 'Open the late ones: {carrier}',
      openAll: 'Open all that were promised: {carrier}',
    },
  },
  share: { title: 'Status of the parcels' },
  tracking: { title: 'Tracking', watched: 'Tracked', due: 'Due now', next: 'Asked next', nothingDue: 'nothing to ask' },
}
