export { createAdding, type Adding } from './add'
export { createConductor, type Conductor } from './conductor'
