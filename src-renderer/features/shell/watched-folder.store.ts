import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { call, on, start, type InputFor, type OutputFor } from '../../api/client.ts'
import type { ProcedureError } from '../../../src-main/contract/define.ts'
import type { WatchedFolderState } from '../../../src-main/contract/watched-folder.contract.ts'

/** The folder whose files are imported by themselves: what is set, what lies in it, what became of the last files. */
export const useWatchedFolderStore = defineStore('watched-folder', () => {
  const state = shallowRef<WatchedFolderState | null>(null)
  const failure = shallowRef<ProcedureError | null>(null)
  const looking = ref(false)
  on('watchedFolder.changed', () => state.value && void load())

  async function load(): Promise<void> {
    const reply = await call('watchedFolder.get', {})
    if (reply.ok) state.value = reply.value
    failure.value = reply.ok ? null : reply.error
  }

  /** Answers why it was refused; null: it is saved. */
  async function save(change: InputFor<'watchedFolder.save'>): Promise<ProcedureError | null> {
    const reply = await call('watchedFolder.save', change)
    await load()
    return reply.ok ? null : reply.error
  }

  /** Imports what lies there now; answers what came of it. */
  async function look(): Promise<OutputFor<'watchedFolder.look'> | ProcedureError> {
    looking.value = true
    const reply = await start('watchedFolder.look', {}).result
    looking.value = false
    await load()
    return reply.ok ? reply.value : reply.error
  }

  return { state, failure, looking, load, save, look }
})
