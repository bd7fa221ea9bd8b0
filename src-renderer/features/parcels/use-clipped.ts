import { onBeforeUnmount, onMounted, onUpdated, shallowRef, type Ref } from 'vue'

/** Which children of a line do not fit in it, by their `data-tab`: they are offered in a menu instead. */
export function useClipped(line: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<ReadonlySet<string>>> {
  const clipped = shallowRef<ReadonlySet<string>>(new Set())
  let observer: IntersectionObserver | undefined
  const watched = new Set<Element>()

  function watchChildren(): void {
    for (const child of line.value?.children ?? []) {
      if (watched.has(child)) continue
      watched.add(child)
      observer?.observe(child)
    }
  }

  onMounted(() => {
    observer = new IntersectionObserver(
      (entries) => {
        const next = new Set(clipped.value)
        for (const { target, intersectionRatio } of entries) {
          const key = (target as HTMLElement).dataset['tab'] ?? ''
          if (target.isConnected && intersectionRatio < 0.99) next.add(key)
          else next.delete(key)
        }
        clipped.value = next
      },
      { root: line.value, threshold: [0, 0.5, 0.99, 1] },
    )
    watchChildren()
  })
  onUpdated(watchChildren)
  onBeforeUnmount(() => observer?.disconnect())

  return clipped
}
