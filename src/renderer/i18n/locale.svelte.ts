import type { Settings } from '../../contract/settings.ts'
import { locales, overwriteGetLocale, type Locale } from './generated/runtime.js'

/** Korean where the system asks for it, else English. */
export function systemLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^ko\b/i.test(language)) return 'ko'
    if (/^en\b/i.test(language)) return 'en'
  }
  return 'en'
}

let current = $state<Locale>('en')
/** For the time of one call, see `inEachLanguage`. */
let instead: Locale | null = null

// Messages ask for the locale each time, so reading it from state makes every one of them reactive.
overwriteGetLocale(() => locale())

export const locale = (): Locale => instead ?? current

/** What a text is in each language, that of the screen first; `make` words it anew each time. */
export function inEachLanguage(make: () => string): string[] {
  const others = locales.filter((other) => other !== current)
  try {
    return [current, ...others].map((each) => {
      instead = each
      return make()
    })
  } finally {
    instead = null
  }
}

/** Switches every message at once. */
export function useLanguage(language: Settings['language'], languages: readonly string[]): Locale {
  current = language === 'system' ? systemLocale(languages) : language
  return current
}
