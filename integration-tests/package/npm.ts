/** The npm that runs us, as a Node program: found on every platform, and the same one. */
export function npm(...args: string[]): string[] {
  const cli = process.env.npm_execpath
  return cli?.endsWith(".js") ? [process.execPath, cli, ...args] : ["npm", ...args]
}

/** The environment without what `npm run` adds about this repository. Registry settings stay. */
export function foreignEnvironment(): NodeJS.ProcessEnv {
  const prefixes = /^(npm_package_|npm_lifecycle_|CATALYSTPAY_)/
  const names = ["npm_config_local_prefix", "INIT_CWD", "NODE_OPTIONS", "NODE_ENV", "TEST_SUITE"]
  const paths = new Set(["PATH", "Path"])
  return Object.fromEntries(
    Object.entries(process.env)
      .filter(([name]) => !prefixes.test(name) && !names.includes(name))
      .map(([name, value]) => [name, paths.has(name) ? withoutOurPrograms(value ?? "") : value]),
  )
}

/** `npm run` puts this repository's node_modules/.bin first: there the app would find our medusa instead of its own. */
function withoutOurPrograms(path: string): string {
  const separator = process.platform === "win32" ? ";" : ":"
  return path.split(separator).filter((folder) => !folder.includes("node_modules")).join(separator)
}
