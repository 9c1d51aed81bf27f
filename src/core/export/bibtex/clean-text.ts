/** Zero-width joiners matter in emoji and some scripts, and are dirt beside ASCII. */
const strayJoiners = /(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])/g
const notText = /[^\P{Cc}\s]|[^\P{Cf}\u200c\u200d]|\p{Cs}|\p{Noncharacter_Code_Point}/gu
const fullWidthAscii = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0

/**
 * One line of plain text: composed (NFC), white space as single spaces, without control characters, invisible
 * formatting and lone surrogates; full-width and typographic hyphens as their ASCII forms, quotes opening and closing.
 */
export function cleanText(text: string): string {
  const line = text
    .replace(notText, '')
    .normalize('NFC')
    .replace(strayJoiners, '')
    .replace(fullWidthAscii, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  return curlyQuotes(line)
}

/** Straight double quotes, and single ones in pairs around words, become opening and closing ones. */
function curlyQuotes(text: string): string {
  return text
    .replace(/(?<=^|[\s([{/\u2013\u2014-])"/g, '“')
    .replaceAll('"', '”')
    .replace(/(?<=^|[\s([{])'([^'\s](?:[^']*[^'\s])?)'(?=$|[\s)\]}.,:;?!-])/g, '‘$1’')
}
