import { expect, it } from 'vitest'
import { createEventBus, gatherLast, gatherParcelChanges, type EngineEvent } from '../../../src-main/engine/events.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

function listening() {
  const clock = createVirtualClock(0)
  const bus = createEventBus()
  const heard: EngineEvent[] = []
  const end = bus.listen((event) => heard.push(event))
  return { clock, bus, heard, end, changes: gatherParcelChanges(bus, clock) }
}

it('tells of parcels that change close together in one event, each once', async () => {
  const { clock, heard, changes } = listening()
  changes.add([1, 2])
  changes.add([2, 3])
  changes.add([])
  await clock.sleep(1000)
  expect(heard).toEqual([{ name: 'parcels.changed', payload: { ids: [1, 2, 3], count: 3 } }])
  changes.add([4])
  changes.flush()
  await clock.sleep(1000)
  expect(heard).toHaveLength(2)
})

it('names none when there are too many, or when nobody counted them one by one', async () => {
  const { clock, heard, changes } = listening()
  changes.add(Array.from({ length: 1001 }, (_, id) => id))
  changes.add([5000])
  changes.add(null, 10)
  await clock.sleep(1000)
  expect(heard).toEqual([{ name: 'parcels.changed', payload: { ids: null, count: 1012 } }])
})

it('says nothing when nothing changed, and nothing to whoever stopped listening', async () => {
  const { heard, changes, end } = listening()
  changes.flush()
  end()
  changes.add([1])
  changes.flush()
  expect(heard).toEqual([])
})

it('lets the first state out at once and then the last of each interval', async () => {
  const clock = createVirtualClock(0)
  const sent: [number, string][] = []
  const send = gatherLast<string>((state) => sent.push([clock.now(), state]), 100, clock)
  send('a')
  send('b')
  send('c')
  await clock.sleep(250)
  send('d')
  expect(sent).toEqual([
    [0, 'a'],
    [100, 'c'],
    [250, 'd'],
  ])
})
