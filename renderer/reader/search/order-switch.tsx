import type { ReactNode } from 'react'
import type { SearchOrder } from '../query/protocol'
import { useReader, useReaderState } from '../state/context'
import { useWording } from '../strings'

const ORDERS: readonly SearchOrder[] = ['relevance', 'date']

/** Chooses how the results are sorted. */
export function OrderSwitch(): ReactNode {
  const { strings } = useWording()
  const { dispatch } = useReader()
  const { order } = useReaderState()
  return (
    <div className="order-switch" role="radiogroup" aria-label={strings.search.order}>
      {ORDERS.map(each => (
        <label key={each}>
          <input
            type="radio"
            name="search-order"
            className="spoken"
            checked={each === order}
            onChange={() => dispatch({ kind: 'order', order: each })}
          />
          {strings.search.orders[each]}
        </label>
      ))}
    </div>
  )
}
