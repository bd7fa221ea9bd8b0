import { describe, expect, it } from 'vitest'
import { inpost } from '../../../../src-main/carriers/inpost/index.ts'
import { meaningOf, statusTable } from '../../../../src-main/carriers/inpost/status-map.ts'

/** Every status of ShipX's documentation. */
const shipX = [
  'created offers_prepared offer_selected confirmed dispatched_by_sender dispatched_by_sender_to_pok collected_from_sender',
  'taken_by_courier taken_by_courier_from_pok adopted_at_source_branch sent_from_source_branch adopted_at_sorting_center',
  'sent_from_sorting_center adopted_at_target_branch out_for_delivery out_for_delivery_to_address ready_to_pickup',
  'ready_to_pickup_from_pok ready_to_pickup_from_pok_registered ready_to_pickup_from_branch pickup_reminder_sent',
  'pickup_reminder_sent_address avizo courier_avizo_in_customer_service_point delivered pickup_time_expired canceled',
  'undelivered undelivered_wrong_address undelivered_incomplete_address undelivered_unknown_receiver',
  'undelivered_no_mailbox undelivered_not_live_address undelivered_lack_of_access_letterbox undelivered_cod_cash_receiver',
  'rejected_by_receiver oversized missing claimed delay_in_delivery readdressed redirect_to_box canceled_redirect_to_box',
  'stack_in_box_machine stack_in_customer_service_point unstack_from_box_machine unstack_from_customer_service_point',
  'taken_by_courier_from_customer_service_point stack_parcel_pickup_time_expired',
  'stack_parcel_in_box_machine_pickup_time_expired returned_to_sender return_pickup_confirmation_to_sender',
].flatMap((line) => line.split(' '))

describe('the status table', () => {
  it('has every documented status', () => {
    expect(shipX.filter((status) => !statusTable.has(status))).toEqual([])
  })

  it.each([
    ['out_for_delivery', 'out-for-delivery'],
    ['ready_to_pickup_from_pok', 'awaiting-pickup'],
    ['avizo', 'delivery-failed'],
    ['courier_avizo_in_customer_service_point', 'awaiting-pickup'],
    ['pickup_time_expired', 'returning'],
    ['returned_to_sender', 'returned'],
    ['return_pickup_confirmation_to_sender', 'information'],
    ['readdressed', 'information'],
    ['canceled', 'cancelled'],
    ['CRE.1001', 'pre-posted'],
    ['FMD.3002', 'posted'],
    ['MMD.1004', 'in-transit'],
    ['LMD.1001', 'in-transit'],
    ['LMD.1002', 'out-for-delivery'],
    ['LMD.1005', 'awaiting-pickup'],
    ['LMD.3008', 'returning'],
    ['LMD.9011', 'delivery-failed'],
    ['LMD.5555', 'unknown'],
    ['EOL.1003', 'delivered'],
    ['EOL.9002', 'exception'],
    ['EOL.9004', 'cancelled'],
    ['RTS.1002', 'returned'],
    ['CC.1001', 'customs'],
    ['INF.1001', 'information'],
    ['HAN.1001', 'unknown'],
    ['taken_by_robot', 'unknown'],
    ['constructor', 'unknown'],
    ['', 'unknown'],
  ])('%s means %s', (code, meaning) => {
    expect(meaningOf(code)).toBe(meaning)
  })
})

describe('recognise', () => {
  it.each([
    ['620000000000000000000017', 'yes'],
    ['520113017830399002575123', 'yes'],
    ['62000000000000000000001', 'no'],
    ['6200000000000000000000177', 'no'],
    ['00659007730568158341', 'no'],
    ['62000000000000000000001A', 'no'],
  ])('%s: %s', (code, sure) => {
    expect(inpost.recognise(code)).toBe(sure)
  })
})
