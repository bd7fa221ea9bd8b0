import { describe, expect, test } from 'vitest'
import {
  familyOf,
  installCommand,
  mayInstall,
  mergePackages,
  packagesFor,
  readOsRelease,
  systemNeeds,
} from '../../../scripts/set-up/package-names.mjs'

const release = (text) => readOsRelease(text.join('\n'))
const debian12 = release(['ID=debian', 'VERSION_ID="12"', 'VERSION_CODENAME=bookworm'])
const debian13 = release(['ID=debian', 'VERSION_ID="13"', 'VERSION_CODENAME=trixie'])
const ubuntu22 = release(['ID=ubuntu', 'ID_LIKE=debian', 'VERSION_CODENAME=jammy', 'UBUNTU_CODENAME=jammy'])
const ubuntu24 = release(['ID=ubuntu', 'ID_LIKE=debian', 'VERSION_CODENAME=noble', 'UBUNTU_CODENAME=noble'])
const mint22 = release(['ID=linuxmint', 'ID_LIKE="ubuntu debian"', 'VERSION_CODENAME=wilma', 'UBUNTU_CODENAME=noble'])
const mint21 = release(['ID=linuxmint', 'ID_LIKE="ubuntu debian"', 'VERSION_CODENAME=vera', 'UBUNTU_CODENAME=jammy'])
const fedora = release(['ID=fedora', 'VERSION_ID=43'])
const manjaro = release(["ID='manjaro'", 'ID_LIKE=arch'])
const alpine = release(['ID=alpine'])

const libraries = systemNeeds['electron-libraries'].packages

describe('names of system packages', () => {
  test.each([
    ['Debian 12', debian12, 'libgtk-3-0 libnss3 libasound2 libgbm1'],
    ['Ubuntu 22.04', ubuntu22, 'libgtk-3-0 libnss3 libasound2 libgbm1'],
    ['Mint 21', mint21, 'libgtk-3-0 libnss3 libasound2 libgbm1'],
    ['Debian 13', debian13, 'libgtk-3-0t64 libnss3 libasound2t64 libgbm1'],
    ['Ubuntu 24.04', ubuntu24, 'libgtk-3-0t64 libnss3 libasound2t64 libgbm1'],
    ['Mint 22', mint22, 'libgtk-3-0t64 libnss3 libasound2t64 libgbm1'],
    ['Fedora', fedora, 'gtk3 nss alsa-lib mesa-libgbm'],
    ['Manjaro', manjaro, 'gtk3 nss alsa-lib mesa'],
  ])('%s', (_, osRelease, names) => {
    expect(packagesFor(libraries, osRelease).join(' ')).toBe(names)
  })

  test('every need has packages for every family', () => {
    for (const { packages } of Object.values(systemNeeds)) {
      for (const family of ['apt', 'dnf', 'pacman']) expect(packages[family]).not.toHaveLength(0)
    }
  })

  test('several needs become one installation', () => {
    const merged = mergePackages([systemNeeds.compiler.packages, systemNeeds['virtual-display'].packages])
    expect(merged.apt).toEqual(['g++', 'xvfb', 'xauth'])
  })
})

describe('who installs', () => {
  test('only root, and only on Debian and Ubuntu themselves', () => {
    expect(mayInstall(debian12, 0)).toBe(true)
    expect(mayInstall(ubuntu24, 0)).toBe(true)
    expect(mayInstall(debian12, 1000)).toBe(false)
    expect(mayInstall(mint22, 0)).toBe(false)
    expect(mayInstall(fedora, 0)).toBe(false)
    expect(mayInstall({}, undefined)).toBe(false)
  })

  test('a person gets the command of their system', () => {
    expect(installCommand(['g++'], debian12, 1000)).toBe('sudo apt-get install -y --no-install-recommends g++')
    expect(installCommand(['gcc-c++'], fedora, 0)).toBe('dnf install -y gcc-c++')
    expect(installCommand(['gcc'], manjaro, 1000)).toBe('sudo pacman -S --needed gcc')
  })

  test('a system that is not known', () => {
    expect(familyOf(alpine)).toBeUndefined()
    expect(familyOf({})).toBeUndefined()
  })
})
