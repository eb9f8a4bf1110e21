/** What people say when there is nothing left to say, in lower case. */
const WORDS = [
  ...['ok', 'okay', 'great', 'perfect', 'super', 'got it', 'received', 'thank', 'thanks', 'thank you', 'thx'],
  ...['cheers', 'all good', 'very much', 'so much', 'a lot', 'many', 'bye'],
  ...['have a nice day', 'have a good day'],
  ...['好', '好的', '嗯', '谢谢', '谢谢你', '谢谢您', '谢谢你您', '多谢', '感谢', '收到', '收到了', '已收到'],
  ...['知道了', '明白', '明白了', '没问题', '没问题了', '可以', '可以了', '再见', '辛苦', '辛苦了'],
  ...['非常', '太好了', '啦', '了', '哦', '呀', '啊'],
].map((word) => [...word]);
const BETWEEN = /[\s,.!?;:，。！？；：～~、)(（）🙏👍😊❤️]/u;
const LONGEST = 80;

/**
 * Whether a customer's message only closes the conversation ("thanks"): such a message is no contact
 * (definition section 1) and opens nothing again.
 */
export function isClosing(body: string): boolean {
  const text = body.trim();
  if (text.length === 0 || text.length > LONGEST) return false;
  const signs = [...text.toLowerCase()];
  // Up to where it can be read as such words, one place after the other: no text makes this take longer than its length.
  const reached = new Set([0]);
  for (let at = 0; at < signs.length; at++) {
    if (!reached.has(at)) continue;
    for (const word of WORDS) {
      if (word.every((sign, i) => signs[at + i] === sign)) reached.add(at + word.length);
    }
    if (at > 0 && BETWEEN.test(signs[at] ?? '')) reached.add(at + 1);
  }
  return reached.has(signs.length);
}
