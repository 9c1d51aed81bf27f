import { pathToFileURL } from 'node:url'
import type { Settings } from '../../contract/settings.ts'

/** A link that opens a file at a line, by the scheme that the program registers with the system. */
type EditorLink = (fileUrl: URL, line: number) => string

const linkOf: Record<Exclude<Settings['editor'], 'system'>, EditorLink> = {
  // https://code.visualstudio.com/docs/configure/command-line#_opening-vs-code-with-urls
  vscode: (file, line) => `vscode://file${file.pathname}:${line}`,
  cursor: (file, line) => `cursor://file${file.pathname}:${line}`,
  zed: (file, line) => `zed://file${file.pathname}:${line}`,
  // https://github.com/ljubadr/sublime-scheme and the like register this scheme for Sublime Text
  sublime: (file, line) => `subl://open?url=${encodeURIComponent(file.href)}&line=${line}`,
  // https://www.jetbrains.com/help/idea/opening-files-from-command-line.html
  idea: (file, line) => `idea://open?file=${file.pathname}&line=${line}`,
  // https://macromates.com/blog/2007/the-textmate-url-scheme/
  textmate: (file, line) => `txmt://open?url=${encodeURIComponent(file.href)}&line=${line}`
}

/** The link that opens a file at a line in the chosen editor; undefined for whatever the system opens it with. */
export const editorLink = (editor: Settings['editor'], path: string, line: number): string | undefined =>
  editor === 'system' ? undefined : linkOf[editor](pathToFileURL(path), line)
