import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call } from '../../api/client.ts'
import { readOptionsOf, sameColumns, titlesOf, withColumnsOf, withField } from './column-mapping.ts'
import {
  queued,
  stepFor,
  totalsOf,
  usable,
  withoutCode,
  type FileTrouble,
  type ImportStep,
  type QueuedFile,
} from './import-queue.ts'
import type {
  ChangeDecision,
  ChosenFile,
  ImportField,
  ImportMapping,
  ImportPreset,
  PresetDecision,
  ReadOptions,
} from './import-types.ts'
import { checkFiles, storeFiles, type ImportWork, type StoredFiles } from './import-work.ts'

/** Files on their way into the list, from the choice of a file to what came of it. */
export const useImportFilesStore = defineStore('import-files', () => {
  const files = shallowRef<readonly QueuedFile[]>([])
  /** Came in while others were being checked or stored; their turn is next. */
  const later = shallowRef<readonly ChosenFile[]>([])
  const step = ref<ImportStep>('file')
  const currentFile = ref<string | null>(null)
  const presets = shallowRef<readonly ImportPreset[]>([])
  const work = shallowRef<ImportWork | null>(null)
  const summaries = shallowRef<readonly StoredFiles[]>([])
  const stopped = ref(false)
  const failure = shallowRef<FileTrouble | null>(null)

  const current = computed(
    () => files.value.find((file) => file.file === currentFile.value) ?? usable(files.value)[0] ?? null,
  )
  const totals = computed(() => totalsOf(files.value))
  const codeless = computed(() => withoutCode(files.value))
  const busy = computed(() => work.value !== null)

  /** Takes files in, however they came: chosen, dropped, pasted, opened with Despacho. */
  async function begin(chosen: readonly ChosenFile[]): Promise<void> {
    if (chosen.length === 0) return
    if (busy.value) {
      later.value = [...later.value, ...chosen]
      return
    }
    if (step.value === 'done') reset()
    const known = new Set(files.value.map((file) => file.file))
    files.value = [...files.value, ...chosen.filter((file) => !known.has(file.file)).map(queued)]
    step.value = 'file'
    await Promise.all([readPresets(), lookAll(chosen)])
    step.value = stepFor(files.value)
    currentFile.value =
      usable(files.value).find((file) => !file.inspection?.certain)?.file ?? usable(files.value)[0]?.file ?? null
    if (step.value === 'check') void check()
  }

  async function lookAll(chosen: readonly ChosenFile[]): Promise<void> {
    for (const { file } of chosen) await look(file)
  }

  /** Looks into a file, with what the person said of how to read it. */
  async function look(file: string, options: ReadOptions = {}, preset?: number): Promise<void> {
    const before = files.value.find((other) => other.file === file)
    const reply = await call('imports.inspect', { file, options, ...(preset === undefined ? {} : { preset }) })
    if (!reply.ok) return put(file, { state: 'trouble', trouble: reply.error, options })
    const guess = reply.value.mapping
    const mapping = before?.mapping && preset === undefined ? withColumnsOf(before.mapping, guess) : guess
    const changes = preset === undefined ? (before?.changes ?? null) : null
    put(file, { state: 'ready', trouble: null, inspection: reply.value, options, mapping, check: null, changes })
  }

  function put(file: string, change: Partial<QueuedFile>): void {
    files.value = files.value.map((other) => (other.file === file ? { ...other, ...change } : other))
  }

  function remove(file: string): void {
    files.value = files.value.filter((other) => other.file !== file)
    if (files.value.length === 0) step.value = 'file'
  }

  const setField = (file: QueuedFile, index: number, field: ImportField | null): void => {
    if (file.mapping) put(file.file, { mapping: withField(file.mapping, index, field), check: null })
  }

  const setMapping = (file: QueuedFile, change: Partial<ImportMapping>): void => {
    if (!file.mapping) return
    const mapping = { ...file.mapping, ...change }
    if (change.defaultCarrier === undefined && 'defaultCarrier' in change) delete mapping.defaultCarrier
    put(file.file, { mapping, check: null })
  }

  /** Says for these files what becomes of rows that differ, whatever their preset says. */
  function decide(group: readonly QueuedFile[], decision: ChangeDecision): void {
    for (const { file } of group) put(file, { changes: decision })
  }

  const setOptions = (file: QueuedFile, change: ReadOptions): Promise<void> =>
    look(file.file, { ...file.options, ...change })
  const usePreset = (file: QueuedFile, preset: number): Promise<void> => look(file.file, {}, preset)

  /** Other files with the same columns as this one. */
  const alike = (file: QueuedFile): QueuedFile[] =>
    usable(files.value).filter(
      (other) =>
        other.file !== file.file &&
        other.inspection &&
        file.inspection &&
        sameColumns(other.inspection, file.inspection),
    )

  /** Reads all files with the same columns as this one is read. */
  function spread(file: QueuedFile): void {
    for (const other of alike(file)) put(other.file, { mapping: file.mapping, check: null })
  }

  async function readPresets(): Promise<void> {
    const reply = await call('imports.presets', {})
    if (reply.ok) presets.value = reply.value
  }

  async function savePreset(
    file: QueuedFile,
    name: string,
    changes: PresetDecision,
    id?: number,
  ): Promise<string | null> {
    if (!file.inspection || !file.mapping) return null
    const preset = {
      name,
      titles: titlesOf(file.inspection),
      options: readOptionsOf(file.inspection),
      mapping: file.mapping,
      changes,
    }
    const reply = await call('imports.savePreset', id === undefined ? preset : { ...preset, id })
    if (!reply.ok) return reply.error.code
    const known = { id: reply.value.id, name, missing: [], added: [], changes }
    put(file.file, { inspection: { ...file.inspection, preset: known }, changes: null })
    await readPresets()
    return null
  }

  async function removePreset(id: number): Promise<void> {
    await call('imports.removePreset', { id })
    await readPresets()
  }

  /** Checks every row of every file against the rules and against what is stored. */
  async function check(): Promise<void> {
    step.value = 'check'
    failure.value = null
    const pending = usable(files.value).filter((file) => !file.check)
    if (pending.length === 0) return
    const outcome = await checkFiles(pending, (now) => (work.value = now), put)
    work.value = null
    if (outcome === 'cancelled') step.value = 'columns'
  }

  /** Keeps codes that no carrier recognises, because the person says so, and checks those files again. */
  function keepUnknownCodes(): Promise<void> {
    for (const file of files.value) {
      if ((file.check?.unknownCodes ?? 0) > 0) setMapping(file, { defaultCarrier: 'unknown' })
    }
    return check()
  }

  /** Stores the good rows. What was stored before a stop stays; the file under way leaves nothing. */
  async function store(): Promise<void> {
    failure.value = null
    stopped.value = false
    const outcome = await storeFiles(files.value, (now) => (work.value = now))
    work.value = null
    summaries.value = outcome.summaries
    stopped.value = outcome.cancelled
    failure.value = outcome.trouble
    if (outcome.summaries.length > 0) step.value = 'done'
  }

  const stop = (): void => work.value?.cancel()

  function reset(): void {
    files.value = []
    summaries.value = []
    step.value = 'file'
    currentFile.value = null
    stopped.value = false
    failure.value = null
  }

  /** Ends this import and takes in what came meanwhile. */
  function next(): void {
    const waiting = later.value
    later.value = []
    reset()
    void begin(waiting)
  }

  return {
    files,
    later,
    step,
    current,
    currentFile,
    presets,
    work,
    busy,
    summaries,
    stopped,
    failure,
    totals,
    codeless,
    begin,
    remove,
    setField,
    setMapping,
    decide,
    setOptions,
    usePreset,
    alike,
    spread,
    savePreset,
    removePreset,
    check,
    keepUnknownCodes,
    store,
    stop,
    reset,
    next,
  }
})
