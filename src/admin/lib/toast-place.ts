/** Where Medusa shows a toast that is a title and no more; without it, one that says more appears in another corner. */
export const TOAST_PLACE = { position: "top-right" } as const
