/** The same keys with other sentences: a language that lacks one does not compile. */
export type Same<Words> = { readonly [Key in keyof Words]: string }
