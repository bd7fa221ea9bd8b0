import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { readFailureOf } from './zip-archive.ts'

/** What is heard while XML is read. Names come without their prefix: some programs write `x:row` for `row`. */
export type XmlListener = {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}

/**
 * Reads XML as it comes and pauses after each piece, so that whoever takes the rows decides the pace. Entities that a
 * document defines itself are not resolved: they end the reading as damage.
 */
export async function* xmlPieces(stream: Readable, listener: XmlListener): AsyncGenerator<number, void, undefined> {
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => listener.open(localName(tag.name), tag.attributes))
  parser.on('text', (text) => listener.text(text))
  parser.on('cdata', (text) => listener.text(text))
  parser.on('closetag', (tag) => listener.close(localName(tag.name)))
  parser.on('error', (error) => {
    throw error
  })
  const decoder = new TextDecoder()
  try {
    for await (const piece of stream) {
      const bytes = piece as Buffer
      parser.write(decoder.decode(bytes, { stream: true }))
      yield bytes.length
    }
    parser.close()
  } catch (error) {
    throw readFailureOf(error)
  } finally {
    stream.destroy()
  }
}

/** Reads a small part whole. */
export async function readXml(stream: Readable, listener: Partial<XmlListener>): Promise<void> {
  const nothing = (): void => {}
  const heard: XmlListener = {
    open: listener.open ?? nothing,
    text: listener.text ?? nothing,
    close: listener.close ?? nothing,
  }
  for await (const _ of xmlPieces(stream, heard));
}

/** An attribute by its name without prefix (`r:id`, `d3p1:id`). */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const plain = attributes[name]
  if (plain !== undefined) return plain
  for (const [key, value] of Object.entries(attributes)) if (localName(key) === name) return value
  return undefined
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
