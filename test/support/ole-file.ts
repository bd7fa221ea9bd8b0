const sector = 512
const free = 0xffffffff
const end = 0xfffffffe

/** A compound file ([MS-CFB]) with empty streams of these names: sector 0 is its allocation table, the others its directory. */
export function oleFile(names: readonly string[]): Buffer {
  const header = Buffer.alloc(sector)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(0x1000, 56)
  header.writeUInt32LE(end, 60)
  header.writeUInt32LE(end, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)

  const sectors = Math.ceil(names.length / 4)
  const table = Buffer.alloc(sector, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  for (let i = 1; i <= sectors; i++) table.writeUInt32LE(i === sectors ? end : i + 1, i * 4)

  const directory = Buffer.alloc(sectors * sector)
  names.forEach((name, i) => {
    const entry = directory.subarray(i * 128, (i + 1) * 128)
    entry.write(name, 'utf16le')
    entry.writeUInt16LE((name.length + 1) * 2, 64)
    entry[66] = i === 0 ? 5 : 2
    for (const at of [68, 72, 76]) entry.writeUInt32LE(free, at)
    entry.writeUInt32LE(end, 116)
  })
  return Buffer.concat([header, table, directory])
}
