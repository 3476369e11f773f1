import { givenServer } from "../../../demo/postgres/given-server"

describe("the server that DATABASE_URL names", () => {
  it("is taken apart for those who want the parts", () => {
    const server = givenServer("postgres://me:p%40ss@db.example:6432/shop?sslmode=require")
    expect(server).toMatchObject({ host: "db.example", port: 6432, user: "me", password: "p@ss" })
    expect(server.url()).toBe("postgres://me:p%40ss@db.example:6432/shop?sslmode=require")
    expect(server.url("other")).toBe("postgres://me:p%40ss@db.example:6432/other?sslmode=require")
  })

  it("has PostgreSQL's usual port and user when the URL names none", () => {
    expect(givenServer("postgresql://localhost/shop")).toMatchObject({ port: 5432, user: "postgres", password: "" })
  })

  it.each(["mysql://me:hush@localhost/a", "localhost:5432", "postgres://"])("refuses %p without quoting it", (url) => {
    expect(() => givenServer(url)).toThrow("DATABASE_URL is not a PostgreSQL URL")
    expect(() => givenServer(url)).not.toThrow(/hush/)
  })
})
