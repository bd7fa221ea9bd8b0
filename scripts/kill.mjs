import { longTest } from './test/long-test.mjs'

await longTest(import.meta.url, {
  usage: 'npm run kill -- [how often] [seed]',
  files: ['test/main/store/kill-import.test.ts', 'test/main/engine/kill-watching.test.ts'],
  environment: ([kills = '200', seed]) => ({ DESPACHO_KILLS: kills, ...(seed && { DESPACHO_SEED: seed }) }),
})
