import './without-eval.ts'
import { mount } from 'svelte'
import { createClient } from '../contract/client.ts'
import App from './App.svelte'
import { Desk } from './desk.svelte.ts'
import { run } from './features/keyboard/commands.ts'
import { connect } from './transport/connect.ts'

const desk = new Desk(createClient(connect()), document.documentElement, run)

const target = document.getElementById('app')
if (!target) throw new Error('The page has no place for the app.')
mount(App, { target, props: { desk } })
void desk.start()
// Whatever is being typed is on its way before the page goes; what can't be is warned of. A window of our own is
// held open by its host, which asks (see the event `closing`); there, nobody would see the warning.
addEventListener('pagehide', () => void desk.note.flush())
addEventListener('beforeunload', (event) => {
  void desk.note.flush()
  if (!window.paperdeck && desk.losesText) event.preventDefault()
})
