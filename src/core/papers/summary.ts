import { z } from 'zod'

/** The JSON column is written by the digest store only. */
export const summarySchema = z.array(z.object({ label: z.string().nullable(), text: z.string() }))
