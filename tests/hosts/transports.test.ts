import { electronIpc, electronMissing } from './electron-app.ts'
import { transportSuite } from './suite.ts'
import { inMemory, webSocket, workerPort } from './transports.ts'

transportSuite('in memory', inMemory)
transportSuite('worker port', workerPort)
transportSuite('WebSocket', webSocket)
transportSuite('Electron IPC', electronIpc, electronMissing())
