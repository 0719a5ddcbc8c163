/** The forms of a counted noun, by the plural categories of the language; `other` is always there. */
export type PluralForms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

/**
 * Makes the function that puts a number in front of a counted noun.
 *
 * @param language BCP 47 tag of the strings' language, not of the person's region: the rules of the words count
 * @returns a function that gives `1 article`, `1,204 articles`
 */
export function pluralizer(language: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (count, forms) => `${numbers.format(count)} ${forms[rules.select(count)] ?? forms.other}`
}
