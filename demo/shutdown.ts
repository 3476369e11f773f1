/** What a run has to undo, in the reverse of the order in which it was started. */
export class Shutdown {
  private readonly steps_: (() => Promise<void>)[] = []
  private running_: Promise<void> | null = null

  /** True from the moment on that somebody asked for the end. */
  get begun(): boolean {
    return this.running_ !== null
  }

  /** @throws Error when the end has begun already; what was to be added is undone at once */
  async add(step: () => Promise<void>): Promise<void> {
    if (this.running_) {
      await step()
      throw new Stopped()
    }
    this.steps_.push(step)
  }

  /** Undoes everything, once, however often it is asked to. A step that fails does not keep the others from running. */
  run(): Promise<void> {
    this.running_ ??= this.undo()
    return this.running_
  }

  private async undo(): Promise<void> {
    for (let step = this.steps_.pop(); step; step = this.steps_.pop()) {
      await step().catch((error: unknown) => {
        process.stderr.write(`While stopping: ${error instanceof Error ? error.message : String(error)}\n`)
      })
    }
  }
}

/** The run was ended from outside while it was starting. */
export class Stopped extends Error {
  constructor() {
    super("Stopped.")
  }
}
