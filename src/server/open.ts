import open from 'open'

/** Opens an address in the default browser; answers whether the system took it. */
export async function openInBrowser(url: string): Promise<boolean> {
  try {
    const opener = await open(url)
    return await new Promise((resolve) => {
      opener.once('error', () => resolve(false))
      opener.once('exit', (code) => resolve(code === 0))
    })
  } catch {
    return false
  }
}
