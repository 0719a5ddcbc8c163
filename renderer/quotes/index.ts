export { findQuotations } from './find'
export type { QuotationOptions } from './find'
export type { Quotation, QuotationKind } from './quotation'
