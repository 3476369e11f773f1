/** What the demo's shop sells and where it delivers. Prices are euro without tax, in major units. */

export type DemoProduct = {
  handle: string
  title: string
  description: string
  /** Grams, for the parcel. */
  weight: number
  option: string
  variants: { title: string; sku: string; price: number }[]
}

export const PRODUCTS: readonly DemoProduct[] = [
  {
    handle: "house-blend-coffee",
    title: "House blend coffee",
    description: "Slowly roasted arabica from Huehuetenango, whole beans, with notes of cocoa and hazelnut.",
    weight: 500,
    option: "Size",
    variants: [
      { title: "250 g", sku: "COFFEE-250", price: 8.4 },
      { title: "1 kg", sku: "COFFEE-1000", price: 28.5 },
    ],
  },
  {
    handle: "enamel-mug",
    title: "Enamel mug",
    description: "Steel mug with a hand-dipped enamel coat. 350 ml, light enough for a rucksack.",
    weight: 180,
    option: "Colour",
    variants: [
      { title: "Cream", sku: "MUG-CREAM", price: 12.5 },
      { title: "Pine", sku: "MUG-PINE", price: 12.5 },
    ],
  },
  {
    handle: "linen-notebook",
    title: "Linen notebook",
    description: "Thread-bound notebook with a linen cover and 144 dotted pages of recycled paper.",
    weight: 320,
    option: "Format",
    variants: [
      { title: "A6", sku: "NOTEBOOK-A6", price: 9.9 },
      { title: "A5", sku: "NOTEBOOK-A5", price: 14.9 },
    ],
  },
  {
    handle: "wool-blanket",
    title: "Wool blanket",
    description: "Woven from undyed sheep's wool in a mill that has run since 1884. 130 by 200 cm.",
    weight: 1400,
    option: "Pattern",
    variants: [{ title: "Herringbone", sku: "BLANKET-HERRINGBONE", price: 119 }],
  },
]

export const SHIPPING = [
  { name: "Standard", code: "standard", description: "Two to three working days.", price: 4.9 },
  { name: "Express", code: "express", description: "Tomorrow, if ordered before noon.", price: 9.9 },
] as const

/** Germany and its neighbours in the European Union, with their standard rates of value added tax in percent. */
export const TAX_RATES: Readonly<Record<string, number>> = {
  de: 19,
  at: 20,
  be: 21,
  cz: 21,
  dk: 25,
  fr: 20,
  lu: 17,
  nl: 21,
  pl: 23,
}

export const COUNTRIES = Object.keys(TAX_RATES)

/** What `demo:checkout` buys, and the page offers first. */
export const FIRST_SKU = "MUG-CREAM"
