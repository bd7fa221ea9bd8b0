import { describe, expect, test } from 'vitest'
import { countsOf } from '../../../scripts/test/counts.mjs'
import { runSections } from '../../../scripts/test/run-sections.mjs'

const assertion = (status, fullName = status) => ({ status, fullName })
const file = (status, ...assertionResults) => ({ status, assertionResults })

describe('counting tests', () => {
  test('passed, failed and not run', () => {
    const report = {
      testResults: [file('failed', assertion('passed'), assertion('failed'), assertion('skipped', 'x'))],
    }
    expect(countsOf(report, 1)).toEqual({ passed: 1, failed: 1, notRun: ['x'] })
  })

  test('a file that cannot be loaded is a failure', () => {
    expect(countsOf({ testResults: [file('failed'), file('passed', assertion('passed'))] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
    })
  })

  test('a run that fails without a failing test, or without a report, is a failure', () => {
    expect(countsOf({ testResults: [file('passed', assertion('passed'))] }, 1)).toMatchObject({ passed: 1, failed: 1 })
    expect(countsOf(undefined, 1)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('running sections', () => {
  const section = (title, result, ran = []) => ({ title, run: async () => (ran.push(title), result) })

  test('sums up the tests on a line of its own at the end', async () => {
    const lines = []
    const sections = [
      section('typecheck', { status: 0 }),
      section('unit', { status: 0, passed: 40, failed: 0, notRun: ['reads xlsx (install libreoffice-calc)'] }),
      section('desktop', { status: 0, passed: 2, failed: 0 }),
    ]
    expect(await runSections(sections, {}, (text) => lines.push(text))).toBe(0)
    const text = lines.join('')
    expect(text.split('\n').at(-2)).toBe('42 passed, 0 failed')
    expect(text).toContain('not run: reads xlsx (install libreoffice-calc)\n')
  })

  test('stops at the first section that fails and gives back its status', async () => {
    const ran = []
    const lines = []
    const sections = [section('typecheck', { status: 2 }, ran), section('unit', { status: 0, passed: 1 }, ran)]
    expect(await runSections(sections, {}, (text) => lines.push(text))).toBe(2)
    expect(ran).toEqual(['typecheck'])
    expect(lines.join('').split('\n').at(-2)).toBe('0 passed, 1 failed')
  })
})
