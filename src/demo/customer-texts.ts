import type { Text } from '../engine/common/text.js';

/** How customers begin: by the reason of their ticket. `{item}` and `{order}` are filled in. */
export interface Opening {
  subject: Text;
  bodies: readonly Text[];
}

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

export const OPENINGS: Record<string, Opening> = {
  'not-shipped': {
    subject: t('Refund: not shipped yet', '未发货申请退款'),
    bodies: [
      t(
        'I ordered {item} days ago and it still has not left your warehouse. Please cancel it and refund me. {order}',
        '{item}拍下好几天了一直没发货，不想等了，麻烦退款，订单号 {order}。',
      ),
      t(
        'My plans changed, please stop {order} before it ships and send the money back.',
        '临时不需要了，看订单 {order} 还没发，帮我退掉吧。',
      ),
    ],
  },
  damaged: {
    subject: t('Arrived damaged', '收到货有破损'),
    bodies: [
      t(
        'The box was crushed and {item} is cracked. I have photos. Order {order}.',
        '快递盒子都压扁了，{item}裂了一道口子，照片我拍好了，订单 {order}。',
      ),
      t(
        '{item} came with a broken corner. I do not want to send it back, can you refund part of it?',
        '{item}到手边角就磕坏了，寄回去太麻烦，能不能直接退点钱？',
      ),
    ],
  },
  'missing-item': {
    subject: t('Something is missing', '少发了东西'),
    bodies: [
      t(
        'There should have been {item} in the parcel, but it is not there. {order}',
        '包裹里没有{item}，明显漏发了，订单 {order}，请核实。',
      ),
      t('I paid for the full set and one piece is missing.', '我买的是整套，打开发现少了一件，怎么处理？'),
    ],
  },
  'wrong-item': {
    subject: t('Wrong item received', '发错货了'),
    bodies: [
      t(
        'This is not what I ordered. I ordered {item}. Order {order}.',
        '我买的是{item}，寄来的完全不是这个，订单 {order}。',
      ),
      t('You sent me somebody else’s order, it seems.', '你们是不是把别人的货发给我了？跟我下单的对不上。'),
    ],
  },
  'not-as-described': {
    subject: t('Not as described', '与描述不符'),
    bodies: [
      t(
        'The colour of {item} has nothing to do with the pictures on the page.',
        '{item}颜色跟页面图片差太多了，实物偏暗，跟描述不符。',
      ),
      t(
        'The page says pure cotton, the label says something else.',
        '详情页写的材质和吊牌上的不一样，这算描述不符吧？',
      ),
    ],
  },
  'no-longer-wanted': {
    subject: t('Return within seven days', '七天无理由退货'),
    bodies: [
      t(
        'I would like to return {item}, it is unopened. Order {order}.',
        '{item}没拆封，想申请七天无理由退货，订单 {order}。',
      ),
      t('I found I already have one. How do I send it back?', '家里已经有一个了，想退掉，请问怎么寄回？'),
    ],
  },
  'does-not-fit': {
    subject: t('Does not fit', '尺码规格不合适'),
    bodies: [
      t('{item} is a size too small for me. Order {order}.', '{item}买小了一码，穿着紧，订单 {order}。'),
      t('It does not fit where I wanted to use it.', '规格跟家里的不匹配，用不上，怎么办理？'),
    ],
  },
  defective: {
    subject: t('Does not work', '商品有质量问题'),
    bodies: [
      t(
        '{item} stopped working on the second day. Order {order}.',
        '{item}用了两天就坏了，充电也没反应，订单 {order}。',
      ),
      t(
        'It makes a strange noise and smells burnt, I do not dare to use it.',
        '一开机就有异响，还有点焦味，不敢用了。',
      ),
    ],
  },
  exchange: {
    subject: t('I would like another one', '申请换货'),
    bodies: [
      t(
        'Could you exchange {item} for a new one? I still want it. Order {order}.',
        '{item}我还是想要的，帮我换一个新的吧，订单 {order}。',
      ),
      t('Please swap it for the other size.', '麻烦给我换个尺码，吊牌都在。'),
    ],
  },
  complaint: {
    subject: t('Complaint', '投诉'),
    bodies: [
      t(
        'This is the second time {item} causes trouble and nobody feels responsible. I want somebody to call me.',
        '{item}已经是第二次出问题了，每次都互相推，请负责的人给我回电话。',
      ),
      t(
        'What you promised for {order} has not happened. I am disappointed.',
        '订单 {order} 当初答应的事一直没兑现，太让人失望了。',
      ),
    ],
  },
  safety: {
    subject: t('Complaint: safety', '投诉：商品安全'),
    bodies: [
      t(
        '{item} gave my daughter a rash. I want to know what is in it.',
        '{item}用了之后孩子皮肤起疹子，你们必须给个说法。',
      ),
      t(
        '{item} got so hot that it melted the table top.',
        '{item}用着用着烫得厉害，桌面都烫坏了，太危险了。',
      ),
    ],
  },
  'service-attitude': {
    subject: t('Complaint: service', '投诉：服务态度'),
    bodies: [
      t(
        'The answer I got yesterday was rude, and my problem with {order} is still not solved.',
        '昨天客服态度很差，订单 {order} 的问题到现在也没解决，我要投诉。',
      ),
    ],
  },
  late: {
    subject: t('Parcel is late', '快递迟迟不到'),
    bodies: [
      t(
        '{order} was promised for last week. Please find out what happened.',
        '订单 {order} 说好上周到的，现在还没影，麻烦催一下。',
      ),
      t('I need {item} for a birthday, when will it come?', '{item}是生日要用的，到底什么时候能送到？'),
    ],
  },
  'not-received': {
    subject: t('Delivered, but not to me', '显示签收但未收到'),
    bodies: [
      t(
        'The app says {order} was delivered, but I have received nothing.',
        '订单 {order} 显示已签收，可我根本没收到，家里也没人签。',
      ),
    ],
  },
  'no-update': {
    subject: t('Tracking stands still', '物流不更新'),
    bodies: [
      t(
        'The tracking of {order} has not moved for days. Where is it?',
        '订单 {order} 物流好几天没更新了，到底到哪了？',
      ),
      t('My parcel seems to be stuck somewhere.', '快递好像卡在半路了，一直停在中转站。'),
    ],
  },
};

/** What customers answer when they are asked for something. */
export const ANSWERS: readonly Text[] = [
  t('Here are the photos, you can see the label as well.', '照片发您了，面单也拍进去了。'),
  t('Yes, that is right. The number is on the slip.', '对的，单号就是快递单上那个。'),
  t('I sent it this morning with the courier you named.', '今天上午已经寄出了，用的你们说的那家快递。'),
  t('Fine, let us do it that way.', '可以，就按你说的办。'),
  t('I would prefer the full amount, to be honest.', '说实话我还是希望全额退。'),
  t('I have checked again: it is the same problem.', '我又试了一遍，还是一样的问题。'),
];

/** What customers write when nothing seems to happen. */
export const NUDGES: readonly Text[] = [
  t('Hello? Is anybody there?', '在吗？有人吗？'),
  t('Any news?', '有进展了吗？'),
  t('I have been waiting for quite a while now.', '等了好久了，怎么还没处理？'),
  t('Please hurry, I need this before the weekend.', '麻烦快一点，周末前要用。'),
  t('If this goes on I will leave a bad review.', '再不处理我就给差评了。'),
];

export const THANKS: readonly Text[] = [
  t('Thank you!', '谢谢！'),
  t('Great, thanks', '好的，谢谢您'),
  t('Received, thanks', '收到，谢谢'),
];

/** Why a resolved ticket is not over. */
export const COMEBACKS: readonly Text[] = [
  t('The money has not arrived yet, please check again.', '钱还没到账，麻烦再查一下。'),
  t('The problem is back, just as before.', '问题又出现了，跟之前一模一样。'),
  t('I do not agree with this result.', '这个处理结果我不接受。'),
];

/** What customers want instead, and what they wish for when they complain. */
export const WANTED: readonly Text[] = [
  t('The same, one size larger', '同款大一码'),
  t('The same in dark blue', '同款深蓝色'),
  t('A new one of the same kind', '同款全新的一件'),
];
export const WISHES: readonly Text[] = [
  t('An apology and my money back', '道歉并退款'),
  t('That it is repaired or replaced this week', '这周内给修好或换新'),
  t('An honest explanation', '给一个合理的解释'),
];

/** What agents write first, unless the step brings a reply of its own. */
export const GREETINGS: readonly Text[] = [
  t(
    'Hello, thank you for writing. I am looking at your order now.',
    '您好，消息收到了，我这就帮您核实订单。',
  ),
  t('Sorry for the trouble. Give me a moment, I am checking.', '给您添麻烦了，请稍等，正在为您查看。'),
];

/** What agents write while they work. */
export const UPDATES: readonly Text[] = [
  t(
    'I have noted it and am passing it on with all the details.',
    '情况已经记录，相关信息都补充好了，马上为您推进。',
  ),
  t(
    'Done on our side. You will hear from us as soon as it moves on.',
    '这边已经处理好了，有进展会第一时间告诉您。',
  ),
];

/** What people write into fields that ask for words. */
export const REMARKS: readonly Text[] = [
  t('Checked against the photos and the order, plausible.', '已核对照片与订单，情况属实。'),
  t('Weight at dispatch differs from the order by one piece.', '出库称重与订单相差一件。'),
  t('The customer is friendly but firm; the facts are clear.', '买家沟通顺畅，事实清楚。'),
  t('Seal broken, accessories complete.', '封条已拆，配件齐全。'),
];
