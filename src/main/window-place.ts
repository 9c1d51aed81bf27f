import type { Settings } from '../contract/settings.ts'

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

type Place = NonNullable<Settings['window']>

const PREFERRED = { width: 1440, height: 900 }
export const SMALLEST = { width: 640, height: 480 }
/** So much of the title bar must be on a display for the window to be caught with the mouse. */
const GRIP = { width: 120, height: 24 }

const overlap = (a: number, aLength: number, b: number, bLength: number): number =>
  Math.min(a + aLength, b + bLength) - Math.max(a, b)

const reachable = (place: Rectangle, area: Rectangle): boolean =>
  overlap(place.x, place.width, area.x, area.width) >= GRIP.width &&
  overlap(place.y, GRIP.height, area.y, area.height) >= GRIP.height

/**
 * Where to open the window: as it was left, if that can be reached on the displays there are now.
 *
 * @param areas work areas of the displays, the primary one first, in device-independent pixels
 * @returns without x and y: in the middle of the primary display
 */
export function placeWindow(
  saved: Place | null,
  areas: readonly Rectangle[]
): Rectangle | Pick<Rectangle, 'width' | 'height'> {
  const primary = areas[0]
  const size = {
    width: Math.max(SMALLEST.width, Math.min(saved?.width ?? PREFERRED.width, primary?.width ?? Infinity)),
    height: Math.max(
      SMALLEST.height,
      Math.min(saved?.height ?? PREFERRED.height, primary?.height ?? Infinity)
    )
  }
  if (saved?.x === undefined || saved.y === undefined) return size
  const place = { x: saved.x, y: saved.y, width: saved.width, height: saved.height }
  return areas.some((area) => reachable(place, area)) ? place : size
}
