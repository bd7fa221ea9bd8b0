import { fileURLToPath } from 'node:url'
import type ui from '@nuxt/ui/vite'

/**
 * How Nuxt UI is used, for the build and for the component tests alike: nothing is imported by itself, the colours are
 * tokens.css's, and every icon that the page names is bundled, so that none is asked of the network at run time.
 */
export const nuxtUi: NonNullable<Parameters<typeof ui>[0]> = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  autoImport: false,
  components: { dts: false },
  colorMode: false,
  icon: { clientBundle: { scan: { globInclude: ['src-renderer/**/*.{vue,ts}'], globExclude: [] } } },
  ui: {
    colors: { primary: 'indigo', neutral: 'slate', success: 'green', info: 'sky', warning: 'amber', error: 'red' },
    button: {
      variants: { size: { md: { leadingIcon: 'size-4', trailingIcon: 'size-4' } } },
      // Nuxt UI's own 75 % would leave the words on a button under the pointer with less contrast than 4.5 : 1.
      compoundVariants: (['primary', 'error'] as const).map((color) => ({
        color,
        variant: 'solid' as const,
        class: `hover:bg-${color}/90 active:bg-${color}/90`,
      })),
    },
    badge: { variants: { size: { md: { leadingIcon: 'size-3.5', trailingIcon: 'size-3.5' } } } },
    // A window zoomed to 200 % is lower than what opens in it: that scrolls.
    popover: { slots: { content: 'max-h-(--reka-popover-content-available-height) overflow-y-auto' } },
    tooltip: { slots: { content: 'h-auto max-w-80 py-1.5 whitespace-normal', text: 'whitespace-normal' } },
  },
}
