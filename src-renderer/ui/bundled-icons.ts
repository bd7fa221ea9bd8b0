import { _api } from '@iconify/vue'

/** Every icon that the page names is bundled; one that is not shows as nothing instead of being asked of the network. */
export function useBundledIconsOnly(): void {
  _api.setAPIModule('', { prepare: () => [], send: (_host, _params, done) => done('abort', 404) })
}
