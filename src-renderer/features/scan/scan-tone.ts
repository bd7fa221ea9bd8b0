const tone = { hertz: 320, seconds: 0.22, loudness: 0.2 } as const

let sound: AudioContext | undefined

/** A short low tone, made on the spot: it tells the hand that goes on scanning to stop and look. */
export function playScanTone(): void {
  sound ??= new AudioContext()
  const begin = sound.currentTime
  const oscillator = sound.createOscillator()
  const volume = sound.createGain()
  oscillator.type = 'square'
  oscillator.frequency.value = tone.hertz
  volume.gain.setValueAtTime(tone.loudness, begin)
  volume.gain.exponentialRampToValueAtTime(0.001, begin + tone.seconds)
  oscillator.connect(volume).connect(sound.destination)
  oscillator.start(begin)
  oscillator.stop(begin + tone.seconds)
}
