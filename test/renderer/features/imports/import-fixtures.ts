import { queued, type QueuedFile } from '../../../../src-renderer/features/imports/import-queue.ts'
import type {
  ImportCheck,
  ImportInspection,
  ImportMapping,
} from '../../../../src-renderer/features/imports/import-types.ts'

export const mapping: ImportMapping = {
  columns: [
    { index: 0, field: 'code' },
    { index: 1, field: 'orderNumber' },
  ],
  weightUnit: 'kg',
  lengthUnit: 'cm',
  dateOrder: 'day-first',
  currency: 'BRL',
}

export const inspection: ImportInspection = {
  name: 'pedidos.csv',
  size: 1200,
  format: 'text',
  sheets: [],
  sheet: null,
  encoding: 'windows-1252',
  delimiter: ';',
  header: true,
  columns: [
    {
      index: 0,
      title: 'Código',
      samples: ['AA123456785BR'],
      guess: { field: 'code', certainty: 'certain', by: 'title' },
    },
    { index: 1, title: 'Pedido', samples: ['1001'], guess: { field: 'orderNumber', certainty: 'likely', by: 'title' } },
    { index: 2, title: null, samples: ['x'], guess: { field: null, certainty: 'none', by: 'none' } },
  ],
  rows: [['AA123456785BR', '1001', 'x']],
  mapping,
  certain: true,
  preset: null,
}

export const check: ImportCheck = {
  rows: 10,
  new: 5,
  changed: 2,
  unchanged: 1,
  rejected: 2,
  unknownCodes: 0,
  changes: [],
  rejections: [],
}

export const looked = (file: string, change: Partial<QueuedFile> = {}): QueuedFile => ({
  ...queued({ file, name: `${file}.csv`, size: 1200 }),
  state: 'ready',
  inspection,
  mapping,
  ...change,
})
