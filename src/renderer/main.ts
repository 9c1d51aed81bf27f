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
// Whatever is being typed is on its way before the page goes.
addEventListener('pagehide', () => void desk.note.flush())
