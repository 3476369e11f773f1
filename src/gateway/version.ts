/** Of package.json, kept equal by a test: reading the file would tie the compiled folder's layout to it. */
export const VERSION = "0.1.0"
