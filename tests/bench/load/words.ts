// The words that made-up news is put together from. How many there are of each sets how often a search term occurs.

const words = (text: string): readonly string[] => text.split(' ')

export const FIRST_NAMES = words(
  'Agnes Bela Carmen Dario Edda Felix Gudrun Hamid Irina Jasper Kirsten Leon Mirjam Nils Olga Pavel Ragna Stefan Tilda Ulrich Vera Willem Xenia Yara Zeno Amara Birger Chloe Dagmar Emil',
)
export const SURNAME_BEGINNINGS = words(
  'Berg Dahl Eber Falk Grün Hart Jans Kess Lind Mohr Nord Oden Pall Quist Rein Söder Tann Ulm Voss Wied',
)
export const SURNAME_ENDINGS = words(
  'mark sen hauer holt stedt qvist bach eck feld gren hoff inger kamp lund mayer rup wall',
)
export const TOWN_BEGINNINGS = words(
  'Alder Birch Cold Deep Elm Fen Grey Hazel Iron Juniper Lark Moor Nether Otter Pine Quarry Raven Salt Thistle Upper Violet Winter Yew Amber',
)
export const TOWN_ENDINGS = words(
  'bank beck cliff combe cross ferry gate hill holm lea market moss pool shore water',
)
export const FIELDS = words(
  'astrophysics baking carpentry chess choirs dentistry ecology fencing finance forestry geology glaciology insurance irrigation logistics mining opera pottery sailing telephony theatre tourism weaving zoology',
)
export const INSTITUTIONS = words(
  'academy association authority bank board bureau chamber clinic college commission cooperative federation institute laboratory publisher society',
)
export const QUALITIES = words(
  'ambitious awkward bitter brief cautious clumsy daring dense elegant familiar generous hasty hidden lasting narrow patient rare rough silent solid strange vague',
)
export const OBJECTS = words(
  'agreement aqueduct atlas barrier canal charter corridor dam engine exhibition glacier inquiry lighthouse loan manuscript monument observatory orchard pipeline quota survey tariff theatre tunnel viaduct',
)
export const DEEDS = words(
  'abandoned adopted blocked completed copied drafted enlarged examined forgotten funded moved praised repaired replaced suspended',
)
export const FEED_KINDS = words('Chronicle Dispatch Gazette Herald Journal Ledger Messenger Tribune')
export const TITLE_VERBS = words('alarms divides follows pleases reaches shakes surprises')
export const TITLE_ENDINGS: readonly string[] = [
  'as winter comes near',
  'in five answers',
  'and who pays',
  'once more',
  'against all advice',
  'in plain figures',
]
