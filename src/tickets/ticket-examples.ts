/** Examples of the OpenAPI document. */
export const TICKET_EXAMPLE = {
  id: '1024',
  number: 1024,
  sop: 'refund-only',
  sopVersion: 3,
  subject: 'The mug arrived broken',
  state: 'verify',
  steps: ['verify'],
  status: 'open',
  outcome: null,
  priority: 'normal',
  team: 'after-sales',
  tier: 1,
  assignee: null,
  dueAt: '2026-11-22T10:30:00.000Z',
  version: 4,
  customer: { id: 'C-20871', name: '王小雨', tier: 'gold' },
  channel: 'web',
  lang: 'zh-CN',
  data: { orderId: 'ORD-100234', reason: 'damaged' },
  createdAt: '2026-11-22T08:30:00.000Z',
};

export const GUIDE_EXAMPLE = {
  ticketId: '1024',
  version: 4,
  steps: [
    {
      step: 'verify',
      kind: 'human',
      title: 'Verify the claim',
      instructions: 'Compare the photos with the order.',
      checklist: [{ id: 'photos', text: 'The photos show the damage' }],
      form: null,
      replies: [
        { id: 'ask-photos', title: 'Ask for photos', text: '您好，麻烦补充几张照片。', lang: 'zh-CN' },
      ],
      actions: [{ event: 'APPROVE', step: 'verify', title: 'Approve', tone: 'primary', enabled: true }],
    },
  ],
  actions: [{ event: 'APPROVE', step: 'verify', title: 'Approve', tone: 'primary', enabled: true }],
  clocks: { dueAt: '2026-11-22T10:30:00.000Z', resolveDueAt: '2026-11-24T08:30:00.000Z', paused: false },
};
