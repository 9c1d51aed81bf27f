import { InvalidArgumentError, Option } from 'commander'
import { daySchema, ratingSchema, statuses, type Rating } from '../../contract/model.ts'

/** A whole number from a command line, within limits; anything else is wrong usage. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return number
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
  }

function day(text: string): string {
  if (daySchema.safeParse(text).success) return text
  throw new InvalidArgumentError('It must be a day, YYYY-MM-DD.')
}

/** 0 takes the rating away; it stays a number here, as commander makes an empty text of null. */
function rating(text: string): Rating | 0 {
  if (text === '0') return 0
  const parsed = ratingSchema.safeParse(Number(text))
  if (parsed.success) return parsed.data
  throw new InvalidArgumentError('It must be 1 to 5, or 0 for none.')
}

export const statusOption = (): Option =>
  new Option('--status <status>', 'where papers stand').choices([...statuses])

export const starredOption = (): Option => new Option('--starred', 'starred papers')

export const deckOption = (): Option =>
  new Option('--deck <day>', 'papers of a day, YYYY-MM-DD').argParser(day)

export const rateOption = (): Option =>
  new Option('--rate <stars>', '1 to 5, or 0 for none').argParser(rating)
