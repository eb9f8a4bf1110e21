/** What was said with the customer, our own notes, and the box for the next message. */
export function Conversation({ ticketId }: { ticketId: string }) {
  return <section aria-busy="true" data-ticket={ticketId} />;
}
