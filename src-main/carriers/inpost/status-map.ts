import type { EventMeaning } from '../../domain/parcel-status.ts'

/*
 * InPost's ShipX statuses (pages "Shipment Tracking" and "Tracking 1.7.3" of its documentation) and the newer tracking events of
 * developers.inpost-group.com, whose codes begin with a stage (`LMD.1003`); `FMD.*` is every event of a stage. The meaning is ours.
 */

type Group = readonly [meaning: EventMeaning, codes: string]

const shipX: readonly Group[] = [
  ['pre-posted', 'created offers_prepared offer_selected confirmed'],
  [
    'posted',
    'dispatched_by_sender dispatched_by_sender_to_pok collected_from_sender taken_by_courier taken_by_courier_from_pok',
  ],
  [
    'in-transit',
    'adopted_at_source_branch sent_from_source_branch adopted_at_sorting_center sent_from_sorting_center ' +
      'adopted_at_target_branch unstack_from_box_machine unstack_from_customer_service_point ' +
      'taken_by_courier_from_customer_service_point',
  ],
  // On its way to a locker or a door; a widespread client takes it for "ready to be fetched", which it is not.
  ['out-for-delivery', 'out_for_delivery out_for_delivery_to_address'],
  [
    'awaiting-pickup',
    'ready_to_pickup ready_to_pickup_from_pok ready_to_pickup_from_pok_registered ready_to_pickup_from_branch ' +
      'pickup_reminder_sent pickup_reminder_sent_address courier_avizo_in_customer_service_point ' +
      // Kept for a while in another locker or point, where it can be fetched.
      'stack_in_box_machine stack_in_customer_service_point',
  ],
  ['delivery-failed', 'undelivered undelivered_cod_cash_receiver avizo'],
  ['delivered', 'delivered'],
  // Not fetched in time: it goes back.
  ['returning', 'pickup_time_expired'],
  ['returned', 'returned_to_sender'],
  ['cancelled', 'canceled'],
  [
    'exception',
    'undelivered_wrong_address undelivered_incomplete_address undelivered_unknown_receiver undelivered_no_mailbox ' +
      'undelivered_not_live_address undelivered_lack_of_access_letterbox rejected_by_receiver oversized missing claimed ' +
      'stack_parcel_pickup_time_expired stack_parcel_in_box_machine_pickup_time_expired',
  ],
  // The last: the sender has fetched the returned documents, which is another parcel.
  [
    'information',
    'delay_in_delivery readdressed redirect_to_box canceled_redirect_to_box return_pickup_confirmation_to_sender',
  ],
]

const stages: readonly Group[] = [
  ['pre-posted', 'CRE.*'],
  ['posted', 'FMD.*'],
  ['in-transit', 'MMD.* LMD.1001'],
  ['out-for-delivery', 'LMD.1002'],
  ['awaiting-pickup', 'LMD.1003 LMD.1004 LMD.1005'],
  ['returning', 'LMD.9002 LMD.3008 LMD.3009 LMD.3010 LMD.3011 RTS.1001'],
  ['delivery-failed', 'LMD.9004 LMD.9005 LMD.9006 LMD.9007 LMD.9008 LMD.9009 LMD.9010 LMD.9011'],
  ['delivered', 'EOL.1001 EOL.1002 EOL.1003 EOL.1004 EOL.1005'],
  // Missing, damaged, destroyed.
  ['exception', 'EOL.9001 EOL.9002 EOL.9003'],
  ['cancelled', 'EOL.9004'],
  ['returned', 'RTS.1002'],
  ['customs', 'CC.*'],
  ['information', 'INF.*'],
]

/** Every status and event code that is known → what it means. */
export const statusTable: ReadonlyMap<string, EventMeaning> = new Map(
  [...shipX, ...stages].flatMap(([meaning, codes]) =>
    codes.split(' ').map((code): [string, EventMeaning] => [code, meaning]),
  ),
)

/** What a code means; `unknown` for what the table does not have. */
export const meaningOf = (code: string): EventMeaning =>
  statusTable.get(code) ?? statusTable.get(`${code.split('.')[0] ?? ''}.*`) ?? 'unknown'
