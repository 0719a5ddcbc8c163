import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/header.css'
import './styles/sidebar.css'
import './styles/list.css'
import './styles/article.css'
import './styles/dialog.css'
import './styles/sync.css'
import './styles/welcome.css'
import './styles/offline.css'
import './styles/search.css'
import './styles/updates.css'
import queryWorker from './query/query.worker.ts?worker&url'
import { App } from './app'
import { trustedScript } from './common/trusted'
import { createQueryClient } from './query/client'
import { chooseWording, WordingProvider } from './strings'

const queries = createQueryClient(new Worker(trustedScript(queryWorker), { type: 'module' }))
const wording = chooseWording(navigator.languages)
document.documentElement.lang = wording.strings.language
// The system's theme until the library says what was chosen: nothing flashes white at night.
document.documentElement.dataset['theme'] = matchMedia('(prefers-color-scheme: dark)').matches
  ? 'dark'
  : 'light'

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <WordingProvider value={wording}>
        <App queries={queries} />
      </WordingProvider>
    </StrictMode>,
  )
