/**
 * What Despacho needs of the system, what each thing is recognised by, and its packages by family of distribution.
 * `libraries` are looked for in the linker's cache, `programs` on the PATH.
 */
export const systemNeeds = {
  'electron-libraries': {
    libraries: ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1'],
    packages: {
      apt: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'],
      dnf: ['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm'],
      pacman: ['gtk3', 'nss', 'alsa-lib', 'mesa'],
    },
  },
  'virtual-display': {
    programs: ['xvfb-run', 'Xvfb', 'xauth'],
    packages: {
      apt: ['xvfb', 'xauth'],
      dnf: ['xorg-x11-server-Xvfb', 'xorg-x11-xauth'],
      pacman: ['xorg-server-xvfb', 'xorg-xauth'],
    },
  },
  keychain: {
    programs: ['dbus-run-session', 'gnome-keyring-daemon'],
    packages: {
      apt: ['gnome-keyring', 'dbus', 'dbus-x11'],
      dnf: ['gnome-keyring', 'dbus-daemon'],
      pacman: ['gnome-keyring', 'dbus'],
    },
  },
  compiler: {
    programs: ['gcc', 'g++', 'nm'],
    packages: { apt: ['g++'], dnf: ['gcc-c++'], pacman: ['gcc'] },
  },
  'node-headers': {
    headers: ['/usr/include/node/node_api.h'],
    packages: { apt: ['libnode-dev'], dnf: ['nodejs-devel'], pacman: ['nodejs'] },
  },
}

const installers = {
  apt: 'apt-get install -y --no-install-recommends',
  dnf: 'dnf install -y',
  pacman: 'pacman -S --needed',
}

const renamedInTime64 = ['libgtk-3-0', 'libasound2']
const beforeTime64 = ['buster', 'bullseye', 'bookworm', 'bionic', 'focal', 'jammy']

/** The values of an /etc/os-release file. */
export function readOsRelease(text) {
  const lines = text.split('\n').map((line) => /^([A-Z_]+)=["']?(.*?)["']?$/.exec(line.trim()))
  return Object.fromEntries(lines.filter(Boolean).map(([, key, value]) => [key, value]))
}

/** Which installer a distribution has; undefined for one that is not known here. */
export function familyOf(osRelease) {
  const names = [osRelease.ID, ...(osRelease.ID_LIKE ?? '').split(' ')]
  if (names.includes('debian') || names.includes('ubuntu')) return 'apt'
  if (names.includes('fedora') || names.includes('rhel')) return 'dnf'
  if (names.includes('arch')) return 'pacman'
  return undefined
}

/** Whether set-up may call the installer itself: root on Debian or Ubuntu, nobody else. */
export function mayInstall(osRelease, uid) {
  return uid === 0 && ['debian', 'ubuntu'].includes(osRelease.ID)
}

/** The packages by their names in this release; Debian 13 and Ubuntu 24.04 renamed two of them. */
export function packagesFor(packages, osRelease) {
  const family = familyOf(osRelease) ?? 'apt'
  const codename = osRelease.UBUNTU_CODENAME || osRelease.DEBIAN_CODENAME || osRelease.VERSION_CODENAME
  const time64 = family === 'apt' && !beforeTime64.includes(codename)
  return packages[family].map((name) => (time64 && renamedInTime64.includes(name) ? `${name}t64` : name))
}

/** Several tables of packages by family as one. */
export function mergePackages(tables) {
  const families = Object.keys(installers)
  return Object.fromEntries(families.map((family) => [family, tables.flatMap((packages) => packages[family])]))
}

/** The command a person has to type for packages. */
export function installCommand(names, osRelease, uid) {
  return `${uid === 0 ? '' : 'sudo '}${installers[familyOf(osRelease) ?? 'apt']} ${names.join(' ')}`
}
