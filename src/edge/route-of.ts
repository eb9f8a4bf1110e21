/**
 * The route that a request was found to be for, such as `/api/tickets/:id`; undefined where there is none. Whatever
 * depends on what is asked for asks here, and never the address: that may be written in more ways than one.
 */
export function routeOf(request: { routeOptions: { url?: string | undefined } }): string | undefined {
  return request.routeOptions.url;
}
