export { exportSubscriptions } from './export'
export { setMenu } from './menu'
