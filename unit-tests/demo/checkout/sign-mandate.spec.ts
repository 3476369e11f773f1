import { createServer, type RequestListener, type Server } from "node:http"
import { signMandate } from "../../../demo/checkout/sign-mandate"

let server: Server

function serve(listener: RequestListener): Promise<string> {
  return new Promise((resolve) => {
    server = createServer(listener).listen(0, "127.0.0.1", () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/verification/ps_1`)
    })
  })
}

afterEach(() => new Promise((resolve) => server.close(resolve)))

describe("signing the mandate from a script", () => {
  it("sends the page's form and reads the id from the way back", async () => {
    const seen: string[] = []
    const url = await serve((request, response) => {
      request.on("data", (chunk: Buffer) => seen.push(chunk.toString()))
      request.on("end", () => {
        const back = request.method === "POST"
        response.writeHead(back ? 303 : 200, back ? { location: "http://shop.test/?verification_id=vnd_1" } : {}).end()
      })
    })
    expect(await signMandate(url)).toBe("vnd_1")
    expect(seen).toEqual(["decision=sign"])
  })

  it("says so when there is nothing to sign", async () => {
    const url = await serve((_request, response) => response.writeHead(404).end())
    await expect(signMandate(url)).rejects.toThrow("404")
  })

  it("says so when the page sends nobody back", async () => {
    const url = await serve((_request, response) => response.end("Thank you"))
    await expect(signMandate(url)).rejects.toThrow("did not send the shopper back")
  })
})
