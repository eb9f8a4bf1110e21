/** Beside the step: the customer, the case, the SOP as a map, earlier tickets and the story so far. */
export function ContextPanel({ ticketId }: { ticketId: string }) {
  return <aside aria-busy="true" data-ticket={ticketId} />;
}
