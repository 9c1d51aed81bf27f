import type { Settings } from '../../contract/settings.ts'
import { overwriteGetLocale, type Locale } from './generated/runtime.js'

/** Korean where the system asks for it, else English. */
export function systemLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^ko\b/i.test(language)) return 'ko'
    if (/^en\b/i.test(language)) return 'en'
  }
  return 'en'
}

let current = $state<Locale>('en')

// Messages ask for the locale each time, so reading it from state makes every one of them reactive.
overwriteGetLocale(() => current)

export const locale = (): Locale => current

/** Switches every message at once. */
export function useLanguage(language: Settings['language'], languages: readonly string[]): Locale {
  current = language === 'system' ? systemLocale(languages) : language
  return current
}
