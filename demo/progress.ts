/** Prints lines with the seconds since the start, and tells how many they are in the end. */
export function startProgress(write: (text: string) => void = (text) => void process.stdout.write(text)) {
  const start = performance.now()
  const elapsed = () => (performance.now() - start) / 1000
  return {
    line: (text: string) => write(`${elapsed().toFixed(1).padStart(6)} s  ${text}\n`),
    elapsed,
  }
}
