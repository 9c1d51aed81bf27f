import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { z } from 'zod'
import type { Notice } from '../../contract/library.ts'
import { defaultSettings, settingsSchema, type Settings } from '../../contract/settings.ts'

export interface SettingsStore {
  get(): Settings
  /** Keeps the patch; resolves when it is on disk. */
  update(patch: SettingsPatch): Promise<Settings>
}

/** What is not given, or undefined, stays. */
export type SettingsPatch = { [Key in keyof Settings]?: Settings[Key] | undefined }

/** Each setting apart, so that one bad value costs only itself. */
const lenientSchema = z.object({
  theme: settingsSchema.shape.theme.catch(defaultSettings.theme),
  language: settingsSchema.shape.language.catch(defaultSettings.language),
  sidebarWidth: settingsSchema.shape.sidebarWidth.catch(defaultSettings.sidebarWidth),
  listWidth: settingsSchema.shape.listWidth.catch(defaultSettings.listWidth),
  maxDigestMegabytes: settingsSchema.shape.maxDigestMegabytes.catch(defaultSettings.maxDigestMegabytes),
  polling: settingsSchema.shape.polling.catch(defaultSettings.polling),
  editor: settingsSchema.shape.editor.catch(defaultSettings.editor),
  density: settingsSchema.shape.density.catch(defaultSettings.density),
  zoom: settingsSchema.shape.zoom.catch(defaultSettings.zoom),
  hideFinishedDecks: settingsSchema.shape.hideFinishedDecks.catch(defaultSettings.hideFinishedDecks),
  autoAdvance: settingsSchema.shape.autoAdvance.catch(defaultSettings.autoAdvance),
  keys: settingsSchema.shape.keys.catch(defaultSettings.keys),
  badge: settingsSchema.shape.badge.catch(defaultSettings.badge),
  notify: settingsSchema.shape.notify.catch(defaultSettings.notify),
  launchAtLogin: settingsSchema.shape.launchAtLogin.catch(defaultSettings.launchAtLogin),
  catchUp: settingsSchema.shape.catchUp.catch(defaultSettings.catchUp),
  window: settingsSchema.shape.window.catch(defaultSettings.window)
}) satisfies z.ZodType<Settings>

/**
 * Reads `settings.json` of a library. One that can't be read as a JSON object is kept aside as
 * `settings.broken-TIME.json`, the defaults are taken, and a notice says so.
 */
export async function openSettings(
  library: string,
  clock: () => Date
): Promise<{ store: SettingsStore; notices: Notice[] }> {
  await mkdir(library, { recursive: true })
  const file = join(library, 'settings.json')
  const db = new Low<unknown>(new JSONFile(file), {})
  const notices: Notice[] = []
  if (!(await holdsAnObject(db))) {
    const aside = join(library, `settings.broken-${clock().toISOString().replace(/[:.]/g, '-')}.json`)
    await rename(file, aside)
    db.data = {}
    notices.push({
      code: 'settings-reset',
      message: `The settings could not be read. They were kept as ${aside}, and the defaults are in use.`,
      details: { file: aside }
    })
  }
  let settings = lenientSchema.parse(db.data)
  return {
    notices,
    store: {
      get: () => settings,
      async update(patch) {
        const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
        // Another program may have changed the others, and keys of a newer version are not ours to drop.
        const stored = (await holdsAnObject(db)) ? z.record(z.string(), z.unknown()).parse(db.data) : {}
        db.data = { ...stored, ...given }
        settings = lenientSchema.parse(db.data)
        await db.write()
        return settings
      }
    }
  }
}

async function holdsAnObject(db: Low): Promise<boolean> {
  try {
    await db.read()
  } catch {
    return false
  }
  return z.record(z.string(), z.unknown()).safeParse(db.data).success
}
