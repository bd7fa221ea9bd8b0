import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { call, on } from '../../api/client.ts'
import type { RunningTask } from '../../../src-main/contract/app.contract.ts'
import { useFeedback } from '../../ui/feedback.ts'

/** Work in progress, wherever it was started, as the engine tells it. */
export const useTasksStore = defineStore('tasks', () => {
  const feedback = useFeedback()
  const tasks = shallowRef<readonly RunningTask[]>([])
  const running = computed(() => tasks.value.filter((task) => task.state === 'running' || task.state === 'stopping'))
  on('tasks.changed', (changed) => (tasks.value = changed))

  async function load(): Promise<void> {
    const reply = await call('tasks.list', {})
    if (reply.ok) tasks.value = reply.value
    else feedback.failed(reply.error, 'tasks.list')
  }

  async function stop(id: string): Promise<void> {
    const reply = await call('tasks.stop', { id })
    if (!reply.ok) feedback.failed(reply.error, 'tasks.stop')
  }

  return { tasks, running, load, stop }
})
