import { z } from 'zod'

export const themes = ['system', 'light', 'dark'] as const
export const languages = ['system', 'en', 'ko'] as const

/** Programs that open a file at a line through a link of their own; `system`: whatever opens Markdown files. */
export const editors = ['system', 'vscode', 'cursor', 'zed', 'sublime', 'idea', 'textmate'] as const

export const windowPlaceSchema = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximized: z.boolean()
})

export const densities = ['comfortable', 'compact'] as const
/** What the app's badge counts. */
export const badges = ['none', 'newest-deck', 'inbox'] as const

/** Window and text together, in steps that look different. */
export const zooms = [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const

export const settingsSchema = z.object({
  theme: z.enum(themes),
  language: z.enum(languages),
  sidebarWidth: z.int().min(180).max(480),
  listWidth: z.int().min(280).max(720),
  /** Digest files larger than this are reported and skipped, in megabytes. */
  maxDigestMegabytes: z.int().min(1).max(500),
  /** Look at digest folders again and again, for network drives that tell nothing. */
  polling: z.boolean(),
  editor: z.enum(editors),
  density: z.enum(densities),
  zoom: z.number().min(0.5).max(3),
  hideFinishedDecks: z.boolean(),
  /** Whether the cursor goes to the next row after a paper got its status. */
  autoAdvance: z.boolean(),
  /** Keys that the user gave to commands: by name of the command, chords such as `Mod+Shift+z`; none: no key. */
  keys: z.record(z.string(), z.array(z.string().min(1).max(40)).max(4)),
  badge: z.enum(badges),
  /** Tell when the digest of a new day arrives. */
  notify: z.boolean(),
  launchAtLogin: z.boolean(),
  /** How much to look at after an absence, as it was wanted last. */
  catchUp: z.object({
    by: z.enum(['papers', 'minutes']),
    papers: z.int().min(0).max(10_000),
    minutes: z.int().min(0).max(10_000)
  }),
  window: windowPlaceSchema.nullable()
})
export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  sidebarWidth: 244,
  listWidth: 404,
  maxDigestMegabytes: 20,
  polling: false,
  editor: 'system',
  density: 'comfortable',
  zoom: 1,
  hideFinishedDecks: false,
  autoAdvance: true,
  keys: {},
  badge: 'newest-deck',
  notify: false,
  launchAtLogin: false,
  catchUp: { by: 'papers', papers: 20, minutes: 30 },
  window: null
}
