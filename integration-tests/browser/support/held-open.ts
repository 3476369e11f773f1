/** What a file's tests share from before the first of them to after the last. */
interface Shared {
  endTest(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens what the tests of a file share, and closes it after them.
 * @param withinMs how long opening it may take
 * @returns gives it to whoever asks while tests run
 */
export function heldOpen<Held extends Shared>(open: () => Promise<Held>, withinMs: number): () => Held {
  let held: Held | null = null

  function get(): Held {
    if (!held) {
      throw new Error("It is open while tests run, and not earlier.")
    }
    return held
  }

  beforeAll(async () => {
    held = await open()
  }, withinMs)
  afterEach(() => get().endTest())
  afterAll(() => held?.close())
  return get
}
