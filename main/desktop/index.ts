export { exportSubscriptions } from './export'
export { setMenu } from './menu'
export { notifyOfArticles } from './notify'
export { watchSurroundings, type Surroundings } from './surroundings'
