import chromium from '@sparticuz/chromium'

// Unpacks into the folder for temporary files; see packed-chromium.ts, which runs this with one of its own.
await chromium.executablePath()
