/** The debtor of the demo: nobody. example.com and the street exist for such purposes. */
export const SAMPLE_SHOPPER = {
  email: "erika.mustermann@example.com",
  first_name: "Erika",
  last_name: "Mustermann",
  address_1: "Heidestraße 17",
  postal_code: "51147",
  city: "Köln",
  country_code: "de",
} as const
