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
  window: null
}
