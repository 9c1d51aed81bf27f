import type { Settings } from '../../../contract/settings.ts'

/** What a part of the settings is given: how they are, and how to change them. */
export interface SettingsPart {
  settings: Settings
  update: (patch: Partial<Settings>) => void
}
