/*
 * How people close a conversation in English, without apostrophes (`that's` is `thats`); notation: `phrase-net`. What asks,
 * doubts, denies or wants something has no word here, and a text with a word that is not here is no closing.
 */

/** Parts of phrases. */
export const ENGLISH_LISTS = {
  very: `(so|very|really|truly|super|extremely|incredibly|absolutely|totally|that|most|pretty|quite)`,
  much: `(much|so much|very much|[so] very very much|a lot|lots|a bunch|bunches|a ton|tons|heaps|loads|a million|a bundle
    |kindly|indeed|again|once again|as always|sincerely|alot|a million times|in a million|a thousand times|a hundred times|a thousand|with all my heart|over and over|ever so much|a great deal|from the bottom of my heart|for real|immensely|enormously|tremendously|dearly|everso much|big time)`,
  you: `(you|u|ya|ye|yall|you all|you guys|you both|guys|all|everyone|everybody|team|both)`,
  who: `(<person>|my friend|my dear|my friends|mate|mates|sir|madam|maam|dear|friend|buddy|bud|man|dude|bro|hun|hon|folks|guys|team|all|everyone|there
    |support|boss|pal|pals|bot|buddy|lovely people|champ|love|darling|sweetie|dears|agent|ladies|gentlemen|<title> [<any-name>|<person>])`,
  title: `(mr|mrs|ms|miss|dr|prof)`,
  good: `(good|great|nice|lovely|wonderful|fantastic|amazing|awesome|brilliant|excellent|perfect|superb|outstanding
    |fabulous|terrific|super|beautiful|magnificent|marvellous|marvelous|incredible|exceptional|impressive|cool|sweet|neat
    |pretty|cute|comfy|comfortable|soft|tasty|delicious|gorgeous|stunning|adorable|stylish|sturdy|smooth|seamless|painless|attentive|understanding|respectful|knowledgeable|responsive|reliable|honest|supportive|gracious|courteous|dedicated|pleasant|stellar|brill|fab|mint|epic|class|magic|grand|dandy|swell|phenomenal|spectacular|flawless|faultless|ace|top|topnotch|top notch|top class|world class|first class|spot on|kind|sweet|helpful|professional|patient|friendly|polite|quick|fast
    |prompt|swift|speedy|efficient|thoughtful|generous|considerate|caring|clear|useful|informative)`,
  fine: `(fine|ok|okay|alright|all right|all good|all set|all sorted|all clear|sorted|settled|solved|resolved|fixed|done
    |clear|in order|correct|right|good|great|perfect|excellent|wonderful|lovely|awesome|amazing|fantastic|brilliant|cool
    |back to normal|up and running|good to go|good news|great news)`,
  now: `(now|today|just now|this morning|this afternoon|this evening|yesterday|already|at last|finally|on my end|on my side|on our end|here now|as well|too|right now|this week|earlier|straight away|safely
    |here|in time|on time|in good order|in perfect condition|in one piece|for now|for today|at the moment)`,
  its: `(its|it is|it was|thats|that is|that was|this is|this was|everything is|everythings|everything was|all is|alls
    |theyre|they are)`,
  is: `(is|was|are|were|has been|have been|got|seems|looks)`,
  machine: `(it|everything|all|[<my>] (app|website|site|page|account|login|code|link|button|printer|phone|laptop|device|tv|router|internet|wifi|machine|screen|sound|checkout|download|update|password|remote|battery|heater|oven|fridge|washer))`,
  gave: `[[that] (you|youve|you have) (gave|given|provided|sent|shown|offered|did|done) [me|us] [<now>]]`,
  did: `(everything|all|all that|all of what|what|whatever) (you|youve|you have|u|your team|the team|you guys) [all|have|has|ve]* (do|did|done|are doing)`,
  helps: `(help|that|this|it|all that|all this|all of it|all of this|all of that|assistance|support|prompt response|helping hand|quickness|swiftness|promptness|professionalism|courtesy|dedication|honesty|persistence|efficiency|concern|quick turnaround|understanding|time and patience|time and effort|great customer service|reply|response|answer|answers|info|information|update|updates|explanation|explaining
    |clarification|clarifying|patience|time|effort|efforts|kindness|understanding|service|work|hard work|confirmation
    |confirming|action|refund|replacement|everything|feedback|advice|tip|tips|guidance|attention|email|mail|message|call
    |delivery|shipping|care|cooperation|solution|reminder|heads up|hint|offer|gift|voucher|coupon|discount|invoice
    |exchange|reassurance|communication|follow up|followup|turnaround|resolution|fix|support team|job|notice|input)`,
  fixing: `((sorting|fixing|solving|resolving|handling|clearing|straightening|figuring|checking|dealing with|looking into
    |taking care of|explaining|clearing up|sending|processing|working on) (it|this|that|them|everything|things
    |(my|the|this|that|all my|these) (issue|issues|problem|problems|order|refund|request|case|matter|parcel|replacement|question|questions|trouble|mess|confusion|situation)) [out|up|over]
    |making me aware [(of|about) (it|this|that)]|giving me (the|a|your) <helps>|taking (the|your) time [to (help|explain|reply|respond|listen|answer)] [me|us|it|this]*|being here|caring|your service|coming through|explaining|checking (on it|on this|on that|it out|for me)|pointing (it|this|that) out|showing me how|walking me through [it|this]|guiding me [through [it|this]]|standing by|staying with me|sticking with me|dealing with (me|it|this)|everything you (do|did|have done)|all youve done|what (youve|you have) done
    |letting me know|letting us know|keeping me (posted|updated|informed)|getting back [to (me|us)]|coming back to me
    |replying|responding|answering|helping [(me|us) [out]]|your helping|being <very> <good> [with me]|being <good>
    |being there|listening|reaching out|checking [in|back]|following up|confirming|caring|making (it|this|things) right
    |putting up with me|bearing with me|going the extra mile|going above and beyond|going (so far|out) of your way|putting in the effort|thinking of me|all you do|all (you|youve|you have) done|what you did)`,
  thing: `(refund|money|parcel|package|order|item|items|delivery|replacement|new one|new ones|(confirmation|tracking|return|shipping|gift|second|first|full|partial|exchange|e) (email|mail|number|link|label|code|card|parcel|refund|voucher|message)|tracking number|invoice|receipt|email|mail
    |code|link|coupon|voucher|payment|letter|goods|product|shoes|dress|shirt|jacket|bag|phone|charger|cable|lamp|book|books
    |box|gift|label|spare part|part|new part|other one|missing (item|part|piece)|exchange|credit|full (refund|amount)|amount)`,
  my: `(the|my|our|your|a|an|this|that|both|all)`,
  trouble: `[<my>] (issue|problem|question|questions|case|ticket|matter|everything|it|this|that)`,
  fast: `([<very>] (quickly|promptly|fast|swiftly|quick|efficiently|speedily|kindly|nicely|well|patiently)
    |right away|straight away|immediately|in no time|at once)`,
  day: `(day|one|evening|afternoon|morning|night|weekend|week|time|holiday|holidays|rest of your day|rest of the day|christmas
    |new year|year|summer|trip|life|sunday|saturday|friday|monday)`,
  thanks: `(thank <you>|thanks|thank|thankyou|thx|thnx|thanx|tnx|thks|tks|thkx|ty|tysm|tyvm|tq|tqvm|cheers|ta|many thanks
    |[a] million thanks|thousand thanks|merci|merci beaucoup|muchas gracias|gracias amigo|shukran|obrigado|obrigada|danke schon|dank u|grazie|grazie mille|spasibo|thanking you|khop khun|terima kasih|gracias|danke|arigato|xiexie|xie xie|3q|3x|thankful|big thanks|huge thanks
    |my thanks|thankies|thankee)`,
};

/** What says by itself that nothing is left to say. */
export const ENGLISH_CLOSES = `
[and|also|again|oh|ah|aww] [so|very|really|a big|a huge|truly] [many|many many] [i|we] [can only say|say|want to|just] <thanks> [<you>] [<much>]* [<who>]
[and] [<very>] <thanks> [<much>]* to (you|your (team|colleague|colleagues|staff)|all|everyone|all of you|you all|<person>) [as well|too|for <my> [<good>]* <helps>]*
[and] <thanks> [<much>]* [<who>] for [all|both] [of] [<my>] [such|such a|being|the] [<very>|<good>|continued|ongoing|all]* (<helps>|<fixing>|<did>|<thing>|compensation|goodwill|gesture|goodwill gesture|discount code|free (gift|shipping|delivery)|extra|extras|treat|surprise|link|details|instructions|guide|photos|pictures|warning|suggestion|suggestions|recommendation|recommendations|idea|ideas|chat|talk|conversation) [<gave>] [<fast>] [(and|or) [also] [for] [<my>] [<very>|<good>]* (<helps>|<fixing>) [<fast>]]* [<now>] [(with|on|in|about|regarding) (it|this|that|everything|<my> <thing>|my (issue|problem|case|request|question))|of (<trouble>|it|this|that)|to (it|this|my (issue|problem|case|request|question|email|message))|for (me|us)|today|here]* [<fast>]
[i|we] [do] [<very>|greatly|genuinely]* appreciate (what (you|youve|you have) (did|done)|everything (you|youve|you have) (did|done)|it|that|this|you|all|everything|[the|your|this|that|all]* [<good>|quick|all]* <helps> [<gave>] [and [<my>] <helps>] [with (me|us|it|this|that|my (issue|problem|order))]|you (<fixing>|taking the time)) [<much>|<very> much|<now>]*
[it is|its|all|thats|that is] [<very>|greatly]* [much] appreciated
[i am|im|we are]* much obliged
[i am|im|we are|forever|eternally] [<very>|very|so|truly]* (grateful|thankful|obliged) [[to <you>] for (<my> [<good>|all]* <helps>|what (you|youve|you have) (did|done)|<fixing>)]
(one thousand|a thousand|1000|thousand|thousands of|a hundred|endless|tons of|lots of|loads of|all my|so many) thanks
[you have|with] [<very>|all]* my (<very>|eternal|deepest|sincere|heartfelt|warmest)* (gratitude|thanks)
[please|pls] (pass on|pass|send|give|say|tell) [my|our|a big] (thanks|thank you|regards|compliments|gratitude) [on] to (<who>|him|her|them|your (team|colleague|colleagues|boss)|everyone|<my> team) [for me|too|as well]
(cant|cannot|can not|couldnt|could not) (thank <you> enough|be (happier|more (happy|grateful|thankful|pleased|satisfied))|ask for (more|better|a better (service|team))|fault (you|it|the service)|recommend you (enough|highly enough)|praise you enough|have asked for (more|better)|have done it without you)
[you|you guys|you all|your team|the team|youve|you have]* (went|gone|go) (above and beyond|out of your way|the extra mile) [for me|to help [me]|<now>]*
[you|youve|you have]* restored my faith in (customer service|humanity|people|you|your (shop|store|company))
[oh|ok|ah|now|yes|yep]* [i|we] [ive|weve|have|just|finally|already|now|can|actually|did]* (found|see|saw|managed) (it|them|that|this|(the|my) [<now>|new]* <thing>|to (log in|login|sign in|find it|do it|sort it|sort it out|fix it|get in|open it|access it|track it|download it|solve it)) [<now>|in my (account|inbox|email|bank|spam|junk|spam folder)|myself]*
(found it|managed to (log in|login|sign in|find it|do it|sort it|sort it out|fix it|get in|open it|solve it)) [<now>|myself]*
[i|we] (have|got|ive got|weve got|now have|have got) [now] (everything|all|all that|all the (info|information)|what) (i|we) (need|needed|wanted|want)
[thats|that is|its|it is|this is|that was|it was]* (exactly|just|precisely|all) [what] (i|we) (need|needed|want|wanted|was looking for|was after|was hoping for|hoped for|had in mind)
[i|we]* dont (need|have|require) (any|anything) [more|other|further|else]* [help|questions|question|concerns|issues|assistance] [<now>|for now|at the moment|right now|today]*
no (more|further|other) (help|assistance|action|issues|problems|questions|concerns) [needed|required|from me|<now>]*
[you|youve|you have|that|it|this|your <helps>]* [has|have|really|just|finally|all|totally|completely]* (fixed|solved|sorted|resolved|cleared|answered) (it|that|this|everything|<trouble>) [up|out] [for me|<now>|<fast>]*
(that|it|this) [all|really|totally|just]* (clears|cleared) (it|that|things|everything) [all] up [<now>]
(that|it|this|you) [really|all|just|so]* (makes|made|make) me [<very>]* (happy|smile|happier|laugh|glad|feel better)
what (a|an) [<very>|<good>]* <good> (team|person|people|service|surprise|experience|company|shop|store|job|guy|girl|lady|agent|response)
(hugs|hug|xx|xxx|xoxo|kisses|big hug|big hugs|sending (love|hugs)|much love|lots of love)
(cool beans|toodles|too cute|hallelujah|thank goodness|thank heavens|what a relief|phew sorted|yesss|win|winning|no complaints|job done|mission accomplished|case closed|the end|thats a wrap)
all righty
[i] owe you one
[oh|ah] (ok|okay|okey|oki|okie|okok|okk|oke|k|kk|okey dokey|okie dokie|okey doke|oki doki) [<who>|then]
ok (good|cool|great|done|noted|understood)
[oh|ah|i|ive|i have|just|all] (got it|got this|gotcha|gotchu) [<now>]
[i] [fully|now|completely|totally|well] understood [it|that|everything|all]
[i] [fully|completely|totally|quite|perfectly]* understand [<now>|it|that|completely|perfectly]*
(noted|duly noted|roger|roger that|copy that|acknowledged) [<now>|with <thanks>]
[oh|ah] i see [now]
[it|that|this|all] makes [<very>|perfect|total] sense [<now>]
([i] will|ill|i shall|gonna) (do|try|remember|read|follow) (that|so|it|this|them) [then|now|later|next time|first|out|right away]*
([i] will|ill) (keep|bear) (it|this|that) in mind [<now>|next time|for (next time|the future)]
([i] will|ill) give (it|this|that) a (try|go|shot)
([i] will|ill) (know|remember) [it|that|this] [for] [next time|the future]
[i] will do
(correct|thats correct|that is correct|yes correct|understood correctly|spot on|fair point|good point|good call|good idea|great idea) [<now>|sir|madam]*
(agreed|i agree|we agree|confirmed|i confirm|confirming|i can confirm|deal|done deal|its a deal|accepted|i accept|approved)
[<its>|all|absolutely|simply|ah] (brill|fab|mint|epic|grand|magic|swell|phenomenal|spectacular|flawless|perfect|wonderful|awesome|amazing|brilliant|excellent|fantastic|lovely|superb|great|super|fabulous|terrific|cool|sweet|nice|neat|splendid|outstanding|marvellous|yay|hooray|hurray|woohoo|yippee|bingo|nice one|good one|top|ace|excellent news|sorted|done|settled)
<its> [<now>|<very>|just|absolutely|all|perfectly|more than]* <fine> [<now>|<fast>|with (me|that|us)|by me]*
(im|i am|were|we are) [<now>|all|very]* (good|fine|ok|okay|sorted|settled|happy|set|good to go) [<now>|here|with (it|that|this|everything)]*
(fine|good|great|ok|okay|perfect|works) (with|for|by) (me|us)
(all|were all|im all|we are all|its all) (good|set|sorted|done|clear|fine|well|ok|okay|right|solved|resolved|fixed) [<now>|here|thanks]*
everything [<is>] [<now>|all|just]* (<fine>|[in] perfect|[as] (expected|described|ordered|promised)) [<now>]
[that|it|this|all|<its>] (sounds|looks|seems|feels|tastes|smells) [<very>|all|just|absolutely]* (good|great|perfect|fine|wonderful|lovely|fantastic|amazing|excellent|brilliant|awesome|fab|like a plan) [to me|now]*
[<its>] [<very>|all]* (good|great|nice|lovely) to (know|hear|hear that|see|hear from you)
no (rush|hurry|pressure|hard feelings) [at all]*
(not a|no) (problem|worries|problems|probs|bother|biggie|prob|issue|issues|trouble) [at all|now|<who>|any more|anymore]*
(no|nope|nah) [,] <thanks> [<much>|<who>]*
(never mind|nevermind|nvm|no need|dont worry [about it]|no harm done)
(no|nope|nah) [,] [<thanks> [,]] [i think|i guess] ((thats|that is|its|it is|everything is|everythings|were|im|i am) [all] (fine|okay|ok|good|great|perfect|alright|all good|all set)|that was (it|all|everything)|that will be all|thatll be all|not (at the moment|right now|for now|today) <thanks>|that is all|thats all|thats it|thats everything|that is everything|all good|its all good|it is all good|im good|i am good|fine|im fine)
[no [,]|i think|i guess|i believe|think|yes|yep|well|and|yeah|ok]* (thats|that is|that will be|thatll be|that was) [about|really|pretty much] (all|it|everything) [for (now|today|me)|from (me|my side)|[that] i (need|needed|wanted|have|had) [to know|to ask|help with]|<now>]*
[no [,]] nothing (else|more|further) [for (now|today)|from me|<now>|to add]*
[no [,]] [i|we] [have|ive|got|ive got] (no|no more|no other|no further|no more further) (questions|question|concerns|issues|queries|problems|requests) [left|<now>|from me|from my side]*
(that|it|this|which|your (advice|tip|solution|help|fix)) [has|have|all|really|now|just|finally|totally]* (worked|works|helped|helps|did it|did the trick|fixed it|solved it|sorted it|fixed the problem|solved the problem|solved my (problem|issue)|resolved it|resolved the issue|answers my question|answered my question|sorted it|sorted it out|sorted everything|sorted|cleared it up|fixed|solved|did) [<now>|perfectly|great|a lot|[<very>] (well|much)|wonders|out|like a charm|for me]*
<machine> [is|has|are|has been|is now|now|all|finally|seems to be|seems|both]* (works|worked|working|fixed|repaired|running|up and running|back online|back to normal) [now|again|perfectly|fine|well|great|as it should|for me|today|properly|normally|like new]* 
[im|i am|am|we are|all|i have|ive]* [now|finally|just]* (logged|signed|logged back|signed back) in [now|again]
[you|u|we|i|and|so]* [can|may|feel free to|please|pls|go ahead and|happy for you to|happy to] [now] close (it|this|that|[this|the|my|that] (ticket|case|request|issue|chat|conversation|enquiry|query|one|complaint)) [now|off|then|as (solved|resolved)]*
(works|working|worked|(works|working) again|it works|it works again|its working|it is working|its working again|it is working again|all working|it worked|everything works|everything is working|[<my>|<now>|new]* <thing> [now|<very>|just]* (works|working|fits|is working|is perfect|is great) [me|now|a treat|fine|well|great|perfectly|again]*|this works|i can log in|im in|i am in) [<now>|a treat|and [it] works|perfectly|great|well|fine|good|beautifully|a treat|like a charm|like new|just|as it should|for me|very|really]*
[<trouble>] [<is>|has|have] [<now>|all|been|completely|fully|finally|totally]* (solved|resolved|fixed|sorted|sorted out|closed|settled|answered|cleared up|taken care of) [<now>|and closed|completely]*
[i|we] [have|ive|weve|just|finally|already|now]* (received|got|recieved|picked up|collected) [it|this|that|them|both|all|everything|(the|my|our|your|both|all) [<now>|new|full|good|other]* <thing> [and <my> <thing>]|<thing>|your (email|message|reply|mail)]  [<now>|with <thanks>|and (all|everything) is <fine>|[all] in [<good>] order|in full]*
[received|<thing> received|message received|payment received] with <thanks>
[<my>|both] [<now>|new|full]* <thing> [has|have|is|was|just|finally|already|now|all|been]* (arrived|received|came|delivered|come|come through|came through|gone through|went through|cleared|posted|showed up|shown up|is back|been (credited|delivered|refunded|received|paid|processed|sorted)|turned up|landed|credited|got here|in my account|in my bank|on my account|is here|here) [<now>|and (all|everything|it|its|it is|they|they are|theyre) [is|are|look|looks] [all|<very>|absolutely]* (<fine>|<good>|gorgeous|stunning)|and (it|they) (fit|fits|work|works) [me|us] [perfectly|great|well|fine|beautifully]|to my door|and i (love|like) (it|them) [<much>]|and it works [perfectly|great|fine]|and it fits|perfectly|[to|in|on] my (account|card|bank|door)|well|undamaged]*
(it|they|both|all|both of them|all of them) [has|have|just|finally|all|both|now|already]* (arrived|came|come|turned up|showed up|been delivered|came through|fit|fits|works|work|look|looks) [<very>]* [<now>|and (it|they|its|theyre|it is|they are) [is|are|fit|fits|work|works|look|looks]* [<very>|absolutely]* [<good>|<fine>|gorgeous|stunning|perfectly|great]|perfectly|great|fine|well|<good>|<fine>|safe and sound|as (expected|described)]*
money is (in my account|in my bank|back|here|in) [<now>]*
moneys (in my account|in my bank|back|here|in) [<now>]*
everything [has|have|just]* (arrived|came) [<now>|safe and sound]*
it (fits|suits) [me|her|him|like a glove|perfectly|great|well|just right|<very> well|now]*
[i|we|my (son|daughter|wife|husband|mum|mom|dad|kids) ] [<very>|just|absolutely|really]* (love|loves|like|likes|adore|enjoy|absolutely love) (it|them|this|(the|my) [<now>|new]* <thing>|your (service|shop|store|products))  [<much>|<very> much]
[i|im|we|i am|we are|am] [<very>|more than|now|absolutely|just]* (happy|satisfied|pleased|delighted|glad|impressed|relieved|thrilled|overjoyed|a happy customer|happy now) [now] [(with|by|at) (it|this|that|everything|them|you|<my> [<very>|<good>]* (<helps>|<thing>|result|outcome|purchase|quality|speed|shop|store)|how <fast> (you|this|it|that|everything|they) [all|guys|was|were|has been|got]* (sorted|fixed|solved|resolved|handled|replied|responded|helped|dealt with|came|arrived|delivered) [me|it|this|that|everything|out|my (issue|problem)]*)|about (it|that|this)|to hear (it|that|this)|[that] (its|it is|thats|that is|this is|all is|everything is) <fine>|for <my> <helps>|[that] (it|this|that) (worked [out]|works|arrived)|customer]*
(<person>|your (colleague|agent|advisor|representative|rep|support team|customer service)|the (agent|person|lady|guy|gentleman|man|woman|advisor|representative|rep|support|team|staff) [(i|who i) (spoke to|talked to|dealt with)|who helped me]) [really|just] (is|was|were|has been|have been) [<very>|just|absolutely|a|an|the]* (<good>|best|star|gem|legend|lifesaver|angel|hero|amazing help|great help|[<good>] help) [and [<very>] <good>]* [to me|with me|today|throughout]*
[<who>] (you|you guys|you all|you lot|yall|u|your team|the team|she|he|they) [guys|all|really|truly|just] (are|r|were|was|is|have been|has been) [<very>|just|all|simply|a|an|the|such|such a|such an]* (<good>|best|star|stars|lifesaver|life saver|legend|legends|angel|gem|hero|heroes|rock star|rockstar|champ|champion|treasure|great help|[<good>] help|help|pleasure [to (deal|work) with]|a pleasure|blessing|saint|[<good>] team|awesome people) [and [<very>] <good>]* [to me|with me|ever|today|throughout|there is]*
(youre|youve been|u r|ur|youare) [<very>|just|all|simply|a|an|the|such|such a|such an]* (<good>|best|star|stars|lifesaver|life saver|legend|legends|angel|gem|hero|heroes|rock star|champ|champion|treasure|[<good>] help|pleasure [to (deal|work) with]|blessing|saint|welcome) [and [<very>] <good>]* [to me|with me|ever|today|throughout]*
you (rock|rule|guys rock|guys rule|saved me|saved the day|saved my day|nailed it|did (great|well|it))
[<its>|that|it|this|really|<very>|just|how]* (kind|nice|sweet|good|decent|thoughtful|lovely|generous|decent|helpful|considerate) of you [all|guys]
[it was|its been|its|it is] [a|my] [real] pleasure [to (deal|work) with you|dealing with you|doing business with you|doing business]
[<very>|simply|what a|what|such|an|a|just|always|really|the|my|absolutely|your]* (<good>|best|5 star|five star) [<good>|and|customer|after sales|aftersales|online]* (service i (have ever|ever|have|ive ever|ive) (had|received|experienced|got|seen)|service|job|work|help|support|shipping|packaging|value|value for money|fit|colour|color|size|gift|effort|outcome|result|solution|person|guy|lady|advice|stuff|experience overall|experience all round|shopping experience|communication throughout|news|experience|response|team|seller|shop|store|company|people|staff|agent|reply|communication|communicator|product|quality|delivery|assistance|ever) [ever|(i have ever|ive ever|i ever|weve ever|we have ever|i have|ive) (had|received|experienced|seen|got|dealt with)|as always|<now>|<who>|indeed|again|all round|all around|from (you|you all|the team)]*
[<my>] (service|support|customer service|help|quality|product|delivery|team|communication|staff) (is|was|has been|were) [<very>|just|absolutely]* (<good>|first class|second to none|top notch|the best) [and [<very>] <good>]*
[it is|thats|that is|<very>|really|all|its|<very> <very>|super]* (helpful|useful|kind|informative|beautiful|gorgeous|stunning|lovely|efficient|professional|satisfied|impressed|impressive)
(well done|good job|great job|good work|great work|nice work|nice job|top job|bravo|kudos|hats off|congrats|congratulations|good on you|good man|good lad|good girl|legend|legends|lifesaver|star|hero|full marks|top marks|two thumbs up|thumbs up) [to <you>|to the team|<who>|everyone]*
[a|full|easy|worth|definitely|giving you|solid]* ((5|five|100|ten|10) (star|stars|points)|10 out of 10|10 10|5 5|5 out of 5|five out of five|ten out of ten) [from me|service|review|for you|rating|all the way|<helps>]*
[i] (would|will|ill|can|<very>|highly|definitely|strongly) [<very>|highly|definitely|strongly|happily|gladly|warmly]* (recommend|recommended) [you|it|this|your (shop|store|service)|this (shop|store|seller)|to [all] [my] (friends|everyone|everybody|anyone|family|others)]*
[i|we|and]* (will|ill|well|shall|id) [definitely|certainly|surely|gladly|happily|always|be]* (order|ordering|buy|buying|shop|shopping|come|coming|use|using|back|be back|return as a customer|choose) [<my> (shop|store)|you|from you|with you|here|back|again|for sure|for more|soon|from your (shop|store)]*
[i|ill|i will|will|ive|i have|just|gladly]* (leave|left|give|gave|write|wrote|post|posted) [you|guys|a|<very>|the|an]* (<good>|five star|5 star|positive|5|glowing|top) [<good>]* (review|feedback|rating|stars|recommendation|marks)
keep (it up|up the <good> (work|service|job)|doing what youre doing)
[that|this|you|it|youve]* [really|just|totally]* made my (day|week|year|month|weekend)
[wow|whoa]* (its|it is|it was|that was|this was|thats|that is|you are|you were|wow [,]|whoa [,]|<very>) [<very>|really]* (fast|quick|prompt|speedy|swift|impressive|quick reply|fast reply|easy|painless|smooth)
(super|really|very|amazingly|incredibly|lightning|crazy) (fast|quick|prompt|speedy)
[i|we]* [and|hope|wish|hope you|wish you|please|pls] [you] [do] have [yourself|yourselves|yall] [a|an|the|<very>|truly]* (<good>|good|nice|great|pleasant|relaxing|happy|blessed|productive|fabulous|safe|restful|merry) [<good>|rest of]* [rest of] [<my>] <day> [ahead|too|as well|everyone|all|<who>|again|yourself|and a <good> <day>]*
[i|we]* (wish|wishing) you [all] [the best|well|[all the best|a|an|the|<very>]* [<good>|pleasant|happy|merry]* [<day>] [ahead]]
[i|ive|sorry|well|anyway]* (gotta|got to|have to|must|better|need to) (go|run|leave|dash) [<now>|then|thanks]*
(catch|talk to|speak to|chat to) you (later|soon|again|next time)
(im|i am) off [now|then|to (work|bed)]
(talk|speak|chat) (later|soon)
(bye|byebye|bye bye|bye now|goodbye|good bye|cya|see ya|see you|see u|ciao|cheerio|take care|ttyl|laters|so long|farewell|adios|over and out|goodnight|good night|nite|night night|sleep well|tschuss) [later|soon|around|next time|then|again|for now|now|<who>|all|and|of yourself|of yourselves|tomorrow]*
[and] (you|u|to you) (too|as well) [<who>]
(same|right back|back) (to|at) (you|u) [too|all|guys]*
likewise
[may] [god|lord|allah]* (bless|blesses) [you|u|ya|all|your (family|team)|always|and]*
[i|we|wish you|wishing you|and|a|very]* (happy|merry) (new year|holidays|holiday|weekend|christmas|friday|easter|thanksgiving|monday|birthday|xmas|mid autumn festival|diwali|eid|lunar new year) [to you [all|too|and (your|the) (team|family|loved ones|colleagues)]|everyone|all|<who>|to (all|everyone|all of you|you all|your (team|family))|and a happy new year]*
(enjoy|have fun|all the best|best of luck|good luck|stay safe|stay well|stay healthy|be well|best wishes) [<my> [<good>|rest of]* <day>|everyone|all|to you [all|and your family]|you too|and|for the future|out there|<who>]*
[so|<very>|really|im|am|i am|very]* (glad|happy|relieved|pleased) (we|it|that|this|its|thats|it is|its all|everything is|that is) [got|was|could be|is|all|been|has been]* (sorted|solved|fixed|resolved|settled|over|done|worked out|figured out|ok|okay|fine|good|sorted out|working) [<now>|out]*
(love|loving) (you|it|this|u|your (service|shop|store|team|work)|you guys) [all|guys|so much|<much>]*
(sure|sure thing|fair enough|very well|very good|so good|all right|alright|alrighty|righto|rightio|very nice|really good|really great|really nice|good stuff|great stuff|better now|[so] much better [now]) [then|now]*
<sign>
`;

/** What stands around it: greetings, names, signatures. Alone it closes nothing. */
export const ENGLISH_BESIDE = `
(hi|hello|hey|hiya|heya|howdy|dear|good morning|morning|good afternoon|afternoon|good evening|evening|good day|greetings|gday) [there|again|back|<who>|<very> much]*
<who> [and [<who>]]
(yes|yep|yeah|yup|yea|ya|aye|yess|ah|aha|ahh|ooh|wow|whoa|haha|hahaha|hehe|well|fine|(great|well) then|phew|aww|aw|omg|mhm|of course|indeed|certainly|absolutely|exactly)
[yours|with|and|my|our]* [warm|warmest|kind|kindest|best|sincere|many|friendly]* regards
(sincerely|yours sincerely|yours truly|sincerely yours|yours|respectfully|love|lots of love|xx|xxx|xoxo|x|best|warmly|with love|hugs|with gratitude|kisses|kind wishes|cordially) [<who>]
[and|to|from]* (me|us|<person>|both of us|all of us|my side)
sent from my (iphone|ipad|phone|android|mobile|samsung|huawei|xiaomi|android phone|mobile phone|galaxy|samsung galaxy|mobile device|android device) [device|phone|smartphone]
get outlook for (ios|android)
`;
