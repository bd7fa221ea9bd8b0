import { expect, it } from 'vitest'
import type { RunningTask } from '../../../../src-main/contract/app.contract.ts'
import type { CarrierHealth } from '../../../../src-main/contract/sync.contract.ts'
import {
  offCarrier,
  overallHealth,
  stateWord,
  worstCarrier,
} from '../../../../src-renderer/features/shell/carrier-health.ts'
import { taskSpeed } from '../../../../src-renderer/features/shell/task-speed.ts'

const health = (carrier: string, state: CarrierHealth['state']): CarrierHealth => ({
  carrier,
  account: null,
  state,
  since: null,
  nextTryAt: null,
  reason: null,
  waiting: 0,
  lastAnswerAt: null,
})
const sync = { running: false, paused: false, online: true, due: 0, watched: 0, nextAt: null }

it('shows the carrier that most needs looking at', () => {
  expect(worstCarrier([health('a', 'slow'), health('b', 'down'), health('c', 'up')])?.carrier).toBe('b')
  expect(worstCarrier([health('a', 'up'), health('b', 'idle')])).toBeNull()
  // Off because somebody wanted it so: no trouble.
  expect(worstCarrier([health('a', 'off')])).toBeNull()
})

it('calls a carrier off with all its accounts, and not while one of them is asked', () => {
  const off = (account: number) => ({ ...health('a', 'off'), account })
  expect(offCarrier([health('b', 'up'), off(1), off(2)])).toEqual(off(1))
  expect(offCarrier([off(1), { ...health('a', 'up'), account: 2 }])).toBeNull()
  expect([stateWord(off(1)), stateWord(health('a', 'off'))]).toEqual([
    'shell.health.accountOff',
    'shell.health.state.off',
  ])
})

it('puts what holds everything up before any carrier', () => {
  const carriers = [health('a', 'down')]
  expect(overallHealth({ ...sync, carriers })).toBe('trouble')
  expect(overallHealth({ ...sync, carriers, online: false })).toBe('offline')
  expect(overallHealth({ ...sync, carriers, online: false, paused: true })).toBe('paused')
})

it('tells speed and time left of a task once there is something to tell', () => {
  const task: RunningTask = {
    id: '1',
    procedure: 'imports.run',
    startedAt: 0,
    subject: null,
    done: 500,
    total: 2000,
    state: 'running',
    error: null,
  }
  expect(taskSpeed(task, 5000)).toEqual({ perSecond: 100, secondsLeft: 15 })
  expect(taskSpeed({ ...task, total: null }, 5000)).toEqual({ perSecond: 100, secondsLeft: null })
  expect(taskSpeed({ ...task, done: 0 }, 5000)).toBeNull()
  expect(taskSpeed(task, 300)).toBeNull()
})
