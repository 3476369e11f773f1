/**
 * What several Medusa processes of one shop share, each of them with this list in its `modules`. The README shows this
 * file's text to merchants, and `npm run test:cluster` runs it.
 */
// readme:begin
/** Medusa's modules that live in Redis. */
export function redisModules(redisUrl: string) {
  return [
    {
      resolve: "@medusajs/medusa/event-bus-redis",
      options: {
        redisUrl,
        // One at a time is the default: a slow subscriber would hold up all others.
        workerOptions: { concurrency: 10 },
        jobOptions: { attempts: 3, backoff: { type: "exponential", delay: 1000 }, removeOnFail: { age: 7 * 24 * 60 * 60 } },
      },
    },
    {
      resolve: "@medusajs/medusa/workflow-engine-redis",
      // Scheduled jobs, too, run one at a time by default.
      options: { redis: { redisUrl, jobWorkerOptions: { concurrency: 10 } } },
    },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/locking-redis", id: "locking-redis", is_default: true, options: { redisUrl } },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/caching",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/caching-redis", id: "caching-redis", is_default: true, options: { redisUrl } },
        ],
      },
    },
  ]
}
// readme:end
