import { net, powerMonitor } from 'electron'

/** What happens to the computer that the engine has to know. */
export type MachineNews = { woke(): void; online(online: boolean): void }

/** How often the network is looked at: the main process has no event for it. */
const interval = 15_000

/** Tells of waking up and of the network coming and going, until the function that comes back is called. */
export function watchMachine(news: MachineNews): () => void {
  let online = net.isOnline()
  const look = setInterval(() => {
    if (net.isOnline() === online) return
    online = !online
    news.online(online)
  }, interval)
  powerMonitor.on('resume', news.woke)
  powerMonitor.on('unlock-screen', news.woke)
  return () => {
    clearInterval(look)
    powerMonitor.off('resume', news.woke)
    powerMonitor.off('unlock-screen', news.woke)
  }
}
