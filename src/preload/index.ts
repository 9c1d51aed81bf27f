import { contextBridge, ipcRenderer } from 'electron'

// The transport's two methods (see contract/transport.ts) are all that the page gets. What may be asked is
// decided on the other side; a new call changes nothing here.
contextBridge.exposeInMainWorld('paperdeck', {
  request: (name: unknown, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke('paperdeck:request', name, input),
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    const hear = (_: unknown, event: unknown): void => listener(event)
    ipcRenderer.on('paperdeck:event', hear)
    return () => void ipcRenderer.off('paperdeck:event', hear)
  }
})
