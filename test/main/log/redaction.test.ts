import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLog } from '../../../src-main/log/logger.ts'
import { createRedactor } from '../../../src-main/log/redaction.ts'
import { folderForTest } from '../../support/composition.ts'

it('takes a secret out however it is written', () => {
  const redactor = createRedactor()
  const secret = 'çö"de \\ 42+/='
  redactor.register(secret)
  for (const text of [
    secret,
    JSON.stringify({ a: secret }),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
  ]) {
    expect(redactor.clean(`before ${text} after`)).toMatch(/^before .*\[secret\].* after$/)
    expect(redactor.clean(text)).not.toContain('42')
  }
})

it('takes the longer of two secrets first', () => {
  const redactor = createRedactor()
  redactor.register('abcd')
  redactor.register('abcdefgh')
  expect(redactor.clean('x abcdefgh y abcd z')).toBe('x [secret] y [secret] z')
})

it('leaves text alone that has no secret, and takes no secret of three letters', () => {
  const redactor = createRedactor()
  redactor.register('the')
  expect(redactor.clean('the parcel')).toBe('the parcel')
})

it('keeps secrets out of a log: by the field’s name, and by the value wherever it stands', () => {
  const dataDir = folderForTest()
  const redactor = createRedactor()
  redactor.register('open-sesame')
  const { log, close } = openLog({ dataDir, part: 'test', redactor })
  log.info({ accessCode: 'by-name', request: { headers: { authorization: 'Basic xyz' } } }, 'sent')
  log.error({ err: new Error('refused open-sesame') }, 'failed with open-sesame')
  close()
  const text = readFileSync(join(dataDir, 'logs', 'test.log'), 'utf8')
  expect(text).toContain('sent')
  for (const secret of ['by-name', 'Basic xyz', 'open-sesame']) expect(text).not.toContain(secret)
})
