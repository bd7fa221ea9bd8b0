import { expect, it, vi } from 'vitest'
import { createDailyBackup } from '../../../src-main/engine/daily-backup.ts'
import { createFreshAccess } from '../../../src-main/engine/fresh-access.ts'
import { silentLog } from '../../../src-main/log/logger.ts'
import type { StoreBackup } from '../../../src-main/store/store.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const hour = 3_600_000
const noon = Date.parse('2026-11-22T12:00:00-03:00')

it('makes one copy a day, with as many kept as is set', async () => {
  const clock = createVirtualClock(noon)
  const copies: StoreBackup[] = []
  const backup = vi.fn(async (reason: 'daily' | 'by-hand', at: number, _kept: number) => {
    const copy = { name: `${at}`, at, size: 1, parcels: 0, reason }
    copies.push(copy)
    return copy
  })
  const daily = createDailyBackup({
    store: { backup, backups: async () => copies },
    clock,
    zone: 'America/Sao_Paulo',
    kept: async () => 9,
    log: silentLog,
  })
  daily.start()
  await clock.sleep(60 * hour)
  await daily.stop()
  expect(backup.mock.calls.map(([reason, , kept]) => [reason, kept])).toEqual([
    ['daily', 9],
    ['daily', 9],
    ['daily', 9],
  ])
})

it('says once a day that the disk is full, and tries again the next', async () => {
  const clock = createVirtualClock(noon)
  const backup = vi.fn(async () => 'disk-full' as const)
  const error = vi.fn()
  const daily = createDailyBackup({
    store: { backup, backups: async () => [] },
    clock,
    zone: 'America/Sao_Paulo',
    kept: async () => 9,
    log: { ...silentLog, error },
  })
  daily.start()
  await clock.sleep(20 * hour)
  await daily.stop()
  expect(error).toHaveBeenCalledTimes(2)
})

it('tries a fresh access code every five minutes until it is settled', async () => {
  const clock = createVirtualClock(0)
  const settled = vi.fn(async () => clock.now() >= 20 * 60_000)
  const fresh = createFreshAccess({ clock, settled })
  fresh.watch(1, 2 * hour)
  fresh.watch(1, 2 * hour)
  await clock.sleep(3 * hour)
  expect(settled).toHaveBeenCalledTimes(4)
  await fresh.stop()
})

it('gives a fresh access code up when its time is over, or the application ends', async () => {
  const clock = createVirtualClock(0)
  const settled = vi.fn(async () => false)
  const fresh = createFreshAccess({ clock, settled })
  fresh.watch(1, 16 * 60_000)
  await clock.sleep(3 * hour)
  expect(settled).toHaveBeenCalledTimes(3)
  fresh.watch(2, clock.now() + 2 * hour)
  await fresh.stop()
  expect(settled).toHaveBeenCalledTimes(3)
})
