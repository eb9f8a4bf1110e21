const THANKS =
  /^(?:(?:ok(?:ay)?|great|perfect|super|got it|received|thanks?|thank you|thx|cheers|all good|very much|so much|a lot|many|bye|have a (?:nice|good) day|好的?|嗯+|谢谢你?您?|多谢|感谢|收到了?|已收到|知道了|明白了?|没问题了?|可以了?|再见|辛苦了?|非常|太好了|啦|了|哦|呀|啊)[\s,.!?;:，。！？；：~～、)(（）🙏👍😊❤️]*)+$/iu;
const LONGEST = 80;

/**
 * Whether a customer's message only closes the conversation ("thanks"): such a message is no contact
 * (definition section 1) and opens nothing again.
 */
export function isClosing(body: string): boolean {
  const text = body.trim();
  return text.length > 0 && text.length <= LONGEST && THANKS.test(text);
}
