export { createAdding, type Adding } from './add'
export { withCredentials } from './credentials'
export { createConductor, type Conductor, type ConductorWorld } from './conductor'
export { createWaiting, type Waiting } from './waiting'
