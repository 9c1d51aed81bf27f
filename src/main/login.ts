import { mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'

/** What a Linux desktop starts at login: https://specifications.freedesktop.org/autostart-spec/latest */
const autostartFile = (): string =>
  join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'autostart', 'paperdeck.desktop')

/** A path as an argument of `Exec`, where some characters have a meaning. */
export const execArgument = (path: string): string =>
  `"${path.replace(/["`$\\]/g, (character) => `\\${character}`).replaceAll('%', '%%')}"`

/**
 * Makes the system start the app at login, or not. An app that runs from its sources, which has no name of its own
 * to be started by, is left alone.
 */
export async function launchAtLogin(launch: boolean): Promise<void> {
  if (!app.isPackaged) return
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: launch })
    return
  }
  const file = autostartFile()
  if (!launch) return rm(file, { force: true })
  const program = process.env.APPIMAGE ?? process.execPath
  const lines = ['[Desktop Entry]', 'Type=Application', 'Name=Paperdeck', `Exec=${execArgument(program)}`, '']
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, lines.join('\n'))
}
