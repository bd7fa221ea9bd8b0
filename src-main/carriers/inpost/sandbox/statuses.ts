/** A status as the carrier's dictionary (`/v1/statuses`) and its history have it. */
export type ShipXStatus = {
  readonly name: string
  readonly title: string
  /** The three letters of `origin_status`. */
  readonly origin: string
}

/** The statuses that journeys use, with the carrier's Polish titles. */
export const statuses: readonly ShipXStatus[] = [
  { name: 'created', title: 'Przesyłka utworzona', origin: 'CRE' },
  { name: 'confirmed', title: 'Przygotowana przez Nadawcę', origin: 'PPN' },
  { name: 'dispatched_by_sender', title: 'Nadana w automacie Paczkomat', origin: 'NWP' },
  { name: 'collected_from_sender', title: 'Odebrana od Klienta', origin: 'ODN' },
  { name: 'taken_by_courier', title: 'Odebrana od Nadawcy', origin: 'POD' },
  { name: 'adopted_at_source_branch', title: 'Przyjęta w oddziale InPost', origin: 'PRO' },
  { name: 'sent_from_source_branch', title: 'W trasie', origin: 'WYO' },
  { name: 'adopted_at_sorting_center', title: 'Przyjęta w Sortowni', origin: 'PRS' },
  { name: 'sent_from_sorting_center', title: 'Wysłana z Sortowni', origin: 'WYS' },
  { name: 'adopted_at_target_branch', title: 'Przyjęta w Oddziale Docelowym', origin: 'PRD' },
  { name: 'out_for_delivery', title: 'Przekazano do doręczenia', origin: 'DOR' },
  { name: 'ready_to_pickup', title: 'Umieszczona w automacie Paczkomat (odbiorczym)', origin: 'AWI' },
  { name: 'pickup_reminder_sent', title: 'Przypomnienie o czekającej paczce', origin: 'PRZ' },
  { name: 'pickup_time_expired', title: 'Upłynął termin odbioru', origin: 'UTO' },
  { name: 'delivered', title: 'Dostarczona', origin: 'ODE' },
  { name: 'undelivered', title: 'Nieudana próba doręczenia', origin: 'NPD' },
  { name: 'undelivered_wrong_address', title: 'Brak możliwości doręczenia - błędne dane adresowe', origin: 'NBA' },
  { name: 'rejected_by_receiver', title: 'Odmowa przyjęcia', origin: 'ODM' },
  { name: 'returned_to_sender', title: 'Zwrócona do nadawcy', origin: 'ZWR' },
  { name: 'canceled', title: 'Anulowano etykietę', origin: 'ANU' },
  { name: 'missing', title: 'Zagubiona', origin: 'ZAG' },
  { name: 'oversized', title: 'Przekroczony gabaryt', origin: 'GAB' },
  { name: 'delay_in_delivery', title: 'Możliwe opóźnienie doręczenia', origin: 'OPO' },
  { name: 'stack_in_box_machine', title: 'Paczka magazynowana w tymczasowym automacie Paczkomat', origin: 'MTP' },
  { name: 'unstack_from_box_machine', title: 'Czasowe magazynowanie zakończone', origin: 'MZK' },
]

const byName = new Map(statuses.map((status) => [status.name, status]))

/** The carrier's title of a status. */
export const textOf = (name: string): string => byName.get(name)?.title ?? `Status ${name}`

/** The three letters of a status; others when nobody knows it. */
export const originOf = (name: string): string => byName.get(name)?.origin ?? 'XXX'
