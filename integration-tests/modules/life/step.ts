import type fc from "fast-check"
import { expectSound } from "./soundness"
import type { World } from "./world"

/** What can happen next is whatever the ledger lets happen: no model says more than the state table does. */
export type NoModel = Record<string, never>

/** A step of somebody; after each of them the ledger has to be sound. */
export class Step implements fc.AsyncCommand<NoModel, World> {
  constructor(
    private readonly name: string,
    private readonly act: (world: World) => Promise<unknown>,
  ) {}

  check(): boolean {
    return true
  }

  async run(_model: NoModel, world: World): Promise<void> {
    await world.allowed(() => this.act(world))
    await expectSound(world)
  }

  toString(): string {
    return this.name
  }
}
