import type { Page } from 'playwright-core'

/** What reaches beyond the window sideways without standing in anything that scrolls, and buttons whose words are cut. */
export const sticksOut = (window: Page): Promise<string[]> =>
  window.evaluate(`(() => {
    const found = document.documentElement.scrollWidth > innerWidth ? ['the page itself'] : []
    const scrolls = (element) => element && (/auto|scroll/.test(getComputedStyle(element).overflowX) || element.matches('.ag-root-wrapper, .sr-only') || scrolls(element.parentElement))
    for (const element of document.querySelectorAll('button, input, a, h1, h2, h3, p, dt, dd, th')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || scrolls(element)) continue
      const { left, right, width } = element.getBoundingClientRect()
      const name = element.tagName + ' ' + (element.textContent || element.ariaLabel || '').trim().slice(0, 40)
      if (width > 1 && (right > innerWidth + 1 || left < -1)) found.push(name + ' beyond the window')
      if (element.tagName === 'BUTTON' && width > 1 && element.scrollWidth > element.clientWidth + 1) found.push(name + ' cut')
    }
    return found
  })()`)
