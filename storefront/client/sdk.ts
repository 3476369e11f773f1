/** What of an instance of `@medusajs/js-sdk` is used: log-in, publishable key, address and cookies stay its business. */
export interface StorefrontSdk {
  client: {
    fetch<T>(input: string, init?: SdkRequest): Promise<T>
  }
}

export interface SdkRequest {
  method?: "GET" | "POST" | "DELETE"
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Record<string, unknown>
  signal?: AbortSignal
}
