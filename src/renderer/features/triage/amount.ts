export const MOST = 10_000

/** How many papers or minutes are meant by what is typed; null for anything but a whole number from 1 to the most. */
export function readAmount(typed: string): number | null {
  const amount = /^\d+$/.test(typed.trim()) ? Number(typed) : 0
  return amount >= 1 && amount <= MOST ? amount : null
}
