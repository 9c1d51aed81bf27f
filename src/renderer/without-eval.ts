import { config } from 'zod'

// Must come before any schema is made: the page's content security policy forbids the code that zod would compile.
config({ jitless: true })
