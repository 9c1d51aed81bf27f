import open from 'open'

/** Opens an address or a file as the system does by default; answers whether it took it. */
export async function openOnDesktop(target: string): Promise<boolean> {
  try {
    const opener = await open(target)
    return await new Promise((resolve) => {
      opener.once('error', () => resolve(false))
      opener.once('exit', (code) => resolve(code === 0))
    })
  } catch {
    return false
  }
}
