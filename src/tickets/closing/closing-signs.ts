/*
 * Signs that stand for words in what customers write: pictures, other forms of Chinese signs, names.
 */

/** Pictures that thank, agree or praise. Whatever else a picture says, it says more than "thanks". */
export const KIND_PICTURES = new Set([
  ...'🙏👍👌❤♥💕💖💗💓💞💘💝💐🌹🌸🌷🌻🌺🎉🎊👏😊😄😃😁😀😆🥰😍😘😚😙🤗💯✌🤝🫶💪☺😇🤩🥳⭐🌟✨💙💚💛💜🧡🤍🤎💋😉✅✔☑☕🍻🍺🥂🎂🍰🎁😎🫡🆗🙌👐🏆🥇🌈☀🌞🍀👋🤟🤙🖖😋😌😸😺😻🐮🍵🧧🏅💮💎🔝🎈🤲🍎',
]);

/** The same in signs of a keyboard. A longer one stands before what it begins with. */
export const KIND_FACES = [
  ...[
    ':-))',
    ':-)',
    ':))',
    ':)',
    ':-d',
    ':d',
    ';-)',
    ';)',
    '=)',
    '(:',
    '^_^',
    '^-^',
    '^o^',
    '^.^',
    '^^',
    '(y)',
  ],
  ...[
    '<3',
    'n_n',
    '\\o/',
    ':p',
    '*^_^*',
    '(^_^)',
    '(^o^)',
    '(*^_^*)',
    '(*^▽^*)',
    '♡',
    '(^-^)',
    ':3',
    '≧▽≦',
    '(≧▽≦)',
  ],
];

/** Names of stickers, as chats write them: `[玫瑰]`, `[thumbs up]`, `:thumbsup:`. */
export const KIND_STICKERS = new Set([
  ...[
    '玫瑰',
    '抱拳',
    '强',
    'ok',
    '好的',
    '握手',
    '爱心',
    '心',
    '鲜花',
    '花',
    '送花',
    '献花',
    '谢谢',
    '感谢',
    '多谢',
  ],
  ...[
    '谢谢你',
    '谢谢您',
    '非常感谢',
    '感恩',
    '比心',
    '胜利',
    '鼓掌',
    '拥抱',
    '抱抱',
    '合十',
    '双手合十',
    '作揖',
    '赞',
  ],
  ...[
    '点赞',
    '大拇指',
    '棒',
    '真棒',
    '太棒了',
    '爱你',
    '庆祝',
    '礼花',
    '烟花',
    '太阳',
    '咖啡',
    '礼物',
    '收到',
    '亲亲',
    '飞吻',
  ],
  ...[
    '么么哒',
    '666',
    '耶',
    '嘿哈',
    '可爱',
    '愉快',
    '开心',
    '笑脸',
    '大笑',
    '害羞',
    '辛苦了',
    '辛苦',
    '拜拜',
    '晚安',
    '好',
    '哦了',
  ],
  ...[
    'thumbs up',
    'thumbsup',
    'thumb up',
    'thumbs_up',
    '+1',
    'thank you',
    'thanks',
    'thank_you',
    'thx',
    'heart',
    'hearts',
  ],
  ...[
    'red_heart',
    'smile',
    'smiley',
    'smiling',
    'happy',
    'clap',
    'clapping',
    'applause',
    'rose',
    'flower',
    'flowers',
  ],
  ...[
    'pray',
    'folded hands',
    'folded_hands',
    'hug',
    'hugs',
    'kiss',
    'blush',
    'grin',
    'ok_hand',
    'okay',
    'star',
    'tada',
    'wave',
  ],
  ...[
    'high five',
    'cheers',
    'party',
    'love',
    'muscle',
    'handshake',
    'bow',
    '100',
    'fire',
    'perfect',
    'great',
    'good job',
  ],
]);

/** Stickers that mean nothing by themselves. */
export const QUIET_STICKERS = new Set(['微笑', '呲牙', '憨笑', '偷笑', '笑', '嘻嘻', '哈哈', '转圈', '跳跳']);

/** Pairs of a traditional sign and the simplified one, of signs that stand in phrases. */
const PAIRS =
  '謝谢沒没問问題题瞭了讚赞貨货錢钱幫帮説说說说這这麼么麽么們们還还會会來来買买給给評评貼贴專专業业態态務务順顺發发愉愉開开滿满' +
  '歡欢質质與与時时間间實实對对處处決决經经終终於于現现復复覆复聽听誠诚懇恳愛爱親亲點点個个棒棒優优關关係系擾扰煩烦勞劳' +
  '費费應应該该習习樂乐節节聖圣誕诞體体強强厲厉確确認认單单壞坏賬账帳账號号訊讯資资壓压畫画觀观見见覺觉請请謙谦虛虚禮礼貌貌' +
  '興兴隆隆財财運运氣气闔阖萬万勝胜長长順顺從从為为爲为當当後后裡里裏里電电腦脑機机網网頁页帥帅靚靓師师傅傅閃闪員员顧顾' +
  '馬马劉刘陳陈張张楊杨黃黄趙赵吳吴孫孙鄭郑許许韓韩馮冯鄧邓蔣蒋葉叶蘇苏魏魏呂吕盧卢姜姜鍾钟鐘钟譚谭陸陆賈贾韋韦鄒邹熊熊' +
  '閆闫龍龙賀贺龔龚邵邵嚴严溫温歐欧齊齐喬乔莊庄聶聂顏颜魯鲁關关蘭兰羅罗準准備备讓让動动熱热細细條条極极簡简練练級级' +
  '繼继續续續续銷销購购廣广闆板靈灵靜静淨净豐丰盡尽擔担夠够溝沟協协調调解解釋释釐厘訂订結结構构檢检驗验據据證证換换補补' +
  '償偿賠赔紅红優优惠惠餅饼飯饭鞋鞋褲裤襪袜髮发鏡镜鐵铁鮮鲜齣出週周號号臺台幣币賣卖賓宾傳传書书讀读寫写記记話话語语' +
  '誤误讲讲講讲議议論论識识譯译護护讀读變变讓让貴贵貨货負负責责賴赖贈赠贊赞贏赢趕赶跡迹蹟迹車车軟软載载輕轻輸输轉转辦办辭辞' +
  '農农遠远適适選选遲迟邊边郵邮醫医釘钉錄录錯错鍵键鎖锁門门閉闭閒闲閱阅陽阳陰阴隊队階阶隨随險险雖虽雙双雜杂離离難难雲云' +
  '預预頭头題题願愿類类風风飛飞養养餘余館馆驚惊驕骄麗丽麥麦麵面齡龄啟启慶庆憂忧懷怀戰战戲戏戶户報报執执場场塊块聲声賞赏' +
  '喔喔囉啰嗎吗嘆叹噴喷團团園园圓圆圖图國国妳你您您婦妇媽妈嬌娇學学寧宁寶宝導导將将尋寻屬属島岛師师帶带幹干幾几庫库廠厂張张';

const SIMPLIFIED = new Map<string, string>();
for (let signs = [...PAIRS], at = 0; at + 1 < signs.length; at += 2)
  SIMPLIFIED.set(signs[at] ?? '', signs[at + 1] ?? '');

/** The simplified form of a sign; a sign that has none, or of which nothing is known, itself. */
export function simplify(sign: string): string {
  return SIMPLIFIED.get(sign) ?? sign;
}

/** Words that may be written with a slip of the keyboard: none of them is a slip away from a word that says something else. */
export const OFTEN_MISTYPED = [
  ...[
    'thanks',
    'thank',
    'thankyou',
    'appreciate',
    'appreciated',
    'received',
    'perfect',
    'awesome',
    'amazing',
    'wonderful',
  ],
  ...[
    'brilliant',
    'excellent',
    'fantastic',
    'lovely',
    'helpful',
    'grateful',
    'understood',
    'goodbye',
    'regards',
    'great',
  ],
  ...[
    'service',
    'quick',
    'weekend',
    'response',
    'assistance',
    'confirmed',
    'satisfied',
    'everything',
    'problem',
    'worries',
  ],
];

/** Common given names, as far as they are no ordinary words. */
export const NAMES = new Set(
  `aaron abby abigail adam adrian aisha alan albert alex alexander alexandra alice alicia alison allison amanda  amelia
  amy ana andrea andrew andy angela angelica angie anita ann anna annabel anne annie anthony antonio arthur ashley barbara
  beatrice becky ben benjamin bernard beth bethany betty beverly bob bobby bonnie brad brandon brenda brian brittany bruce
  bryan caitlin cameron camille carla carlos carmen carol carolina caroline carolyn catherine cathy cecilia chad charlie
  charles charlotte chelsea cheryl chloe chris christian christina christine christopher cindy claire clara claudia colin
  connie connor craig cynthia daisy dan dana daniel daniela danielle danny darren dave david dean deborah debbie debra denise
  dennis derek diana diane diego dominic don donald donna doris dorothy doug douglas dylan ed eddie edward eileen elaine
  eleanor elena eliza elizabeth ella ellen ellie emily emma eric erica erik erin ethan eva evan evelyn fatima felicia felix
  fernando fiona florence francesca francis frank fred freddie gabriel gabriela gareth gary gemma geoff george georgia georgina
  gerald gina giulia gloria gordon graham greg gregory gwen hannah harriet harry harvey heather hector heidi helen helena
  henry holly howard hugo ian ibrahim ingrid irene iris isaac isabel isabella ivan jackie jackson jacob  jake james jamie
  jan jane janet janice jason jasmine javier jay jean jeff jeffrey jen jenna jennifer jenny jeremy jerry jess jesse jessica
  jill jim jimmy joan joanna joanne joe joel johanna john johnny jon jonas jonathan jordan jorge jose joseph josh joshua joyce
  juan judith judy julia julian juliana julie juliet justin karen karl kate katherine kathleen kathryn kathy katie kayla keith
  kelly ken kenneth kerry kevin kim kimberly kirsten kristen kristin kyle lara larry laura lauren laurie leah lena leo leon
  leonard leslie lewis liam lily linda lindsay lisa liz lloyd lorenzo lorraine louis louise lucas lucia lucy luis luke lynn
  madeleine madison marco marcus margaret maria marie marina mario marion martha martin marvin mary mateo matt matthew maureen
  max megan mei melanie melissa mia michael michelle miguel mike mila mohamed mohammed molly monica morgan muhammad nadia
  nancy naomi natalia natalie natasha nathan neil nicholas nick nicola nicole nigel nina noah noor nora norman oliver olivia
  omar oscar owen pam pamela patricia patrick paul paula pauline pedro penny pete peter phil philip phillip phoebe priya
  rachel rahul raj ralph raymond rebecca renee ricardo richard rick ricky rita robert roberta robin rodrigo roger ronald rosa
  rosie ross roy ruben rupert russell ruth ryan sally sam samantha samuel sandra sandy sara sarah scott sean sebastian sergio
  shane shannon sharon shaun sheila shirley simon sofia sonia sophia sophie stacy stella stephanie stephen steve steven stuart
  susan susie suzanne sylvia tamara tanya tara ted teresa terry thea theo theresa thomas tiffany tim timothy tina toby todd tom
  tommy tony tracy trevor tristan tyler valerie vanessa vera veronica vicky victor victoria vincent virginia vivian walter
  wayne wendy wesley willem william xavier yasmin yolanda yvonne zach zachary zoe
  chen huang li liu lin wang wu xu yang zhang zhao zhou zhu sun ma hu guo gao luo zheng liang xie song tang deng han feng
  cao peng zeng xiao tian dong pan yuan yu jiang cai wei ming hong  jing lei li mei qiang tao ting xia xin yan ying
  smith johnson williams  jones garcia miller davis rodriguez martinez wilson anderson taylor moore thompson  harris
  clark robinson walker allen nguyen  baker nelson campbell mitchell roberts carter phillips evans turner parker collins
  edwards stewart morris murphy  rogers peterson cooper  bailey  kelly howard cox  richardson watson brooks
   bennett  hughes  myers foster sanders ross kumar singh patel khan ali ahmed müller schmidt rossi silva santos`
    .split(/\s+/)
    .filter((name) => name !== ''),
);
