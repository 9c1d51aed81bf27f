/** The number after `Vote:`: null where it was not recorded (`-` or nothing), `bad` where it is no number. */
export function readVotes(text: string): number | null | 'bad' {
  const digits = text.trim().replace(/(\d),(?=\d{3})/g, '$1')
  if (/^\d{1,9}$/.test(digits)) return Number(digits)
  return digits === '' || /^[-–—]$/.test(digits) ? null : 'bad'
}
