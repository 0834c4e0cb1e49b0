/** After them whatever was written has been read by a client in the same process, however slow the machine is. */
const TURNS = 100

/** Waits for turns of the event loop, not for a time: the network has its turn in each. */
export async function loopTurns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
