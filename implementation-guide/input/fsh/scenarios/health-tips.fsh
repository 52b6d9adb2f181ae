Instance: health-tips
InstanceOf: OutreachScenario
Usage: #definition
Title: "Health news: four times a year"
* insert Scenario(health-tips)
* name = "HealthTips"
* title = "Health news: four times a year"
* insert Translated(title, [["계절마다 드리는 건강 소식"]], [["季節の健康だより"]], [["خبر سلامت، چهار بار در سال"]])
* description = "Four times a year, from the first week of March on, patients who have been here within two years get something useful for their health: mouth and gums in spring, heat and sun in summer, medicines in autumn, cold and dry air in winter. It is education and offers nothing; what offers something is advertising and belongs into a scenario of its own. For the southern hemisphere change the month."
* goal.description.text = "Patients look after their health between visits."
* insert ExitOn(programme-over)
* insert ExitOn(opted-out)
* extension[collisionGroup].valueString = "education"
* extension[collisionPriority].valueInteger = 10
* action[0].id = "anchor"
* action[0].trigger.type = #named-event
* action[0].trigger.name = "programme-week"
* action[0].extension[programmeWeek].extension[month].valueInteger = 3
* action[0].extension[programmeWeek].extension[week].valueInteger = 1
* insert AnchorIf([["The patient has been here within the last two years."]], [["%monthsSinceLastVisit <= 24"]])
* insert Step(spring, "Mouth and gums", health-tips-mouth)
* insert Translated(action[=].title, [["봄: 입안 건강"]], [["春：お口の健康"]], [["بهار: دهان و لثه"]])
* insert Due(after-start, 1, d, day)
* action[=].extension[validFor].valueDuration = 7 $ucum#d "days"
* insert Step(summer, "Heat and sun", health-tips-summer)
* insert Translated(action[=].title, [["여름: 더위와 햇볕"]], [["夏：暑さと日差し"]], [["تابستان: گرما و آفتاب"]])
* insert Due(after-start, 13, wk, weeks)
* action[=].extension[validFor].valueDuration = 7 $ucum#d "days"
* insert Step(autumn, "Your medicines", health-tips-medicines)
* insert Translated(action[=].title, [["가을: 드시는 약"]], [["秋：お薬のこと"]], [["پاییز: داروهای شما"]])
* insert Due(after-start, 26, wk, weeks)
* action[=].extension[validFor].valueDuration = 7 $ucum#d "days"
* insert Step(winter, "Cold and dry air", health-tips-winter)
* insert Translated(action[=].title, [["겨울: 추위와 건조함"]], [["冬：寒さと乾燥"]], [["زمستان: سرما و هوای خشک"]])
* insert Due(after-start, 39, wk, weeks)
* action[=].extension[validFor].valueDuration = 7 $ucum#d "days"

Instance: health-tips-mouth
InstanceOf: OutreachActivity
Usage: #definition
Title: "Health news: mouth and gums"
* insert Activity(health-tips-mouth, education)
* name = "HealthTipsMouth"
* title = "Health news: mouth and gums"
* description = "How to look after mouth and gums at home, and which signs should be seen."
* code.text = "Health news: mouth and gums"
* insert Words(ko, [["건강 소식: 입안을 편안하게"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다. 그동안 편안히 지내셨나요? 집에서 입안을 돌보는 방법을 나누어 드립니다.\n- 칫솔은 힘을 빼고 잇몸과 치아 사이를 작게 움직여 닦아 주세요. 잇몸이 아프다면 더 부드러운 칫솔이 좋습니다.\n- 하루 한 번, 잠들기 전에는 치실이나 치간칫솔로 치아 사이를 닦아 주세요.\n- 단 음료는 조금씩 오래 마시기보다 식사 때 함께 드시는 편이 치아에 부담이 적습니다.\n- 입이 자주 마르면 물을 조금씩 나누어 드시고, 드시는 약 때문일 수도 있으니 의사나 약사에게 물어봐 주세요.\n피가 자주 나거나, 두 주가 넘도록 낫지 않는 상처나 하얀 반점이 있거나, 치아가 흔들리면 진료를 받아 보시기를 권합니다. 궁금한 점은 #{clinicPhone}번으로 물어봐 주세요."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}의 건강 소식입니다. 잠들기 전 치아 사이까지 닦아 주세요. 두 주 넘게 낫지 않는 입안 상처는 진료를 받아 보시길 권합니다. 궁금한 점 #{clinicPhone}"]])
* insert Discreetly(ko, [["건강 소식"]], [["#{patientName}, #{clinicName}의 건강 소식입니다. 잠들기 전 치아 사이까지 닦아 주세요. 두 주 넘게 낫지 않는 입안 상처는 진료를 받아 보시길 권합니다. 궁금한 점 #{clinicPhone}"]])
* insert Words(ja, [["健康だより：お口の中を快適に"]], [["#{patientName}、#{clinicName}です。お変わりなくお過ごしでしょうか。ご自宅でできるお口のケアをお届けします。\n・歯ブラシは力を抜いて、歯と歯ぐきの境目を小さく動かして磨きましょう。歯ぐきが痛むときは、やわらかめの歯ブラシが向いています。\n・一日に一度、おやすみ前には、フロスや歯間ブラシで歯と歯の間を清掃しましょう。\n・甘い飲み物は、少しずつ長く飲むよりも、お食事と一緒のほうが歯への負担が少なくなります。\n・口が渇きやすいときは水をこまめに含み、お薬の影響のこともありますので、医師や薬剤師にお尋ねください。\nよく出血する、2週間以上治らない傷や白い斑点がある、歯がぐらつくというときは、受診をおすすめします。ご質問は #{clinicPhone} までお気軽にどうぞ。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}の健康だよりです。おやすみ前は歯と歯の間も清掃しましょう。2週間以上治らないお口の傷は受診をおすすめします。ご質問は #{clinicPhone} へ。"]])
* insert Discreetly(ja, [["健康だより"]], [["#{patientName}、#{clinicName}の健康だよりです。おやすみ前は歯と歯の間も清掃しましょう。2週間以上治らないお口の傷は受診をおすすめします。ご質問は #{clinicPhone} へ。"]])
* insert Words(fa, [["خبر سلامت: آرامش دهان و لثه"]], [["#{patientName}، سلام. این پیام از #{clinicName} است. حالتان چطور است؟ چند نکته برای مراقبت از دهان در خانه:\n- مسواک را بدون فشار و با حرکت‌های کوتاه در مرز دندان و لثه بکشید. اگر لثه درد می‌کند، مسواک نرم‌تر بهتر است.\n- روزی یک بار، پیش از خواب، میان دندان‌ها را با نخ دندان یا مسواک بین‌دندانی تمیز کنید.\n- نوشیدنی شیرین اگر همراه غذا باشد، برای دندان بهتر از آن است که کم‌کم و طولانی نوشیده شود.\n- اگر دهانتان زیاد خشک می‌شود، آب را کم‌کم بنوشید و از پزشک یا داروساز بپرسید؛ گاهی از داروها است.\nاگر لثه مرتب خون می‌آید، زخم یا لکهٔ سفیدی بیش از دو هفته مانده یا دندانی لق شده است، بهتر است معاینه شوید. پرسش خود را با شمارهٔ #{clinicPhone} در میان بگذارید."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. خبر سلامت #{clinicName}: پیش از خواب میان دندان‌ها را هم تمیز کنید. زخم دهان که بیش از دو هفته بماند باید معاینه شود. پرسش: #{clinicPhone}"]])
* insert Discreetly(fa, [["خبر سلامت"]], [["#{patientName}، سلام. خبر سلامت #{clinicName}: پیش از خواب میان دندان‌ها را هم تمیز کنید. زخم دهان که بیش از دو هفته بماند باید معاینه شود. پرسش: #{clinicPhone}"]])
* insert Words(en, [["Health news: a healthy mouth"]], [["Hello #{patientName}, this is #{clinicName}. We hope you are well. Here is how to look after your mouth at home:\n- Brush without pressing, in small movements where tooth and gum meet. If the gums are sore, choose a softer brush.\n- Once a day, before bed, clean between the teeth with floss or a small brush.\n- A sweet drink is easier on the teeth with a meal than in sips over hours.\n- If your mouth is often dry, drink water in small amounts and ask your doctor or pharmacist: a medicine may be the reason.\nIf your gums often bleed, a sore or white patch has not healed for two weeks, or a tooth feels loose, please have it looked at. Questions are welcome at #{clinicPhone}."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, health news from #{clinicName}: clean between your teeth before bed. A sore over two weeks old? Have it seen. #{clinicPhone}"]])
* insert Discreetly(en, [["Health news"]], [["#{patientName}, health news from #{clinicName}: clean between your teeth before bed. A sore over two weeks old? Have it seen. #{clinicPhone}"]])

Instance: health-tips-summer
InstanceOf: OutreachActivity
Usage: #definition
Title: "Health news: heat and sun"
* insert Activity(health-tips-summer, education)
* name = "HealthTipsSummer"
* title = "Health news: heat and sun"
* description = "How to get through hot days, and which signs need help at once."
* code.text = "Health news: heat and sun"
* insert Words(ko, [["건강 소식: 더위와 햇볕"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다. 더운 날에 몸은 좀 어떠신가요? 여름을 편안하게 나는 방법을 나누어 드립니다.\n- 목이 마르기 전에 물을 조금씩 자주 드세요. 심장이나 콩팥이 좋지 않아 물을 줄이라고 들으셨다면 의사의 안내를 따라 주세요.\n- 가장 더운 한낮에는 바깥일을 미루고, 시원한 곳에서 자주 쉬어 주세요.\n- 바깥에 나가실 때는 모자와 얇은 긴 옷, 자외선 차단제가 도움이 됩니다. 땀을 흘리면 다시 발라 주세요.\n- 어떤 약은 더위나 햇볕에 몸을 예민하게 합니다. 드시는 약이 있으면 약사에게 물어봐 주세요.\n어지럽고 메스꺼우면 시원한 곳에서 쉬며 물을 드시고, 나아지지 않으면 진료를 받으세요. 의식이 흐려지거나 몸이 몹시 뜨거우면 바로 응급 구조를 요청하세요. 궁금한 점은 #{clinicPhone}번으로 물어봐 주세요."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}의 건강 소식입니다. 목이 마르기 전에 물을 자주 드시고 한낮에는 쉬어 주세요. 의식이 흐려지면 바로 응급 구조를 요청하세요. 궁금한 점 #{clinicPhone}"]])
* insert Words(ja, [["健康だより：暑さと日差し"]], [["#{patientName}、#{clinicName}です。暑い日が続きますが、体調はいかがでしょうか。夏を快適に過ごすためのヒントをお届けします。\n・のどが渇く前に、水分を少しずつこまめにとりましょう。心臓や腎臓の病気で水分を控えるよう言われている方は、医師の指示に従ってください。\n・いちばん暑い時間帯の外出は控え、涼しいところでこまめに休みましょう。\n・外に出るときは、帽子や薄手の長袖、日焼け止めが役立ちます。汗をかいたら塗り直しましょう。\n・お薬によっては、暑さや日差しの影響を受けやすくなります。服用中の方は薬剤師にお尋ねください。\nめまいや吐き気があるときは、涼しい場所で休んで水分をとり、よくならなければ受診してください。意識がもうろうとする、体がひどく熱いときは、すぐに救急車を呼んでください。ご質問は #{clinicPhone} までどうぞ。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}の健康だよりです。のどが渇く前に水分をとり、暑い時間帯は休みましょう。意識がもうろうとするときはすぐ救急車を。ご質問は #{clinicPhone} へ。"]])
* insert Words(fa, [["خبر سلامت: گرما و آفتاب"]], [["#{patientName}، سلام. این پیام از #{clinicName} است. در روزهای گرم حالتان چطور است؟ چند نکته برای تابستانی راحت‌تر:\n- پیش از تشنه شدن، آب را کم‌کم و چند بار بنوشید. اگر به‌خاطر قلب یا کلیه گفته‌اند آب کمتری بنوشید، همان توصیهٔ پزشک را دنبال کنید.\n- در گرم‌ترین ساعت‌های روز کار بیرون را به بعد بگذارید و در جای خنک استراحت کنید.\n- بیرون از خانه، کلاه، لباس نازک آستین‌بلند و کرم ضدآفتاب کمک می‌کند. پس از عرق کردن دوباره کرم بزنید.\n- بعضی داروها بدن را در برابر گرما یا آفتاب حساس‌تر می‌کند. اگر دارو مصرف می‌کنید، از داروساز بپرسید.\nبا سرگیجه یا تهوع در جای خنک استراحت کنید و آب بنوشید و اگر بهتر نشد، به پزشک مراجعه کنید. اگر هوشیاری کم شد یا بدن بسیار داغ بود، فوراً با اورژانس تماس بگیرید. پرسش: #{clinicPhone}"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. خبر سلامت #{clinicName}: پیش از تشنگی آب بنوشید و در گرم‌ترین ساعت‌ها استراحت کنید. با کاهش هوشیاری فوراً با اورژانس تماس بگیرید. پرسش: #{clinicPhone}"]])
* insert Words(en, [["Health news: heat and sun"]], [["Hello #{patientName}, this is #{clinicName}. How are you in the heat? Some ways to get through the summer well:\n- Drink small amounts of water before you feel thirsty. If you were told to drink less because of your heart or kidneys, follow your doctor.\n- Put off work outside in the hottest hours, and rest often where it is cool.\n- Outside, a hat, light long sleeves and sunscreen help. Put it on again after sweating.\n- Some medicines make the body more sensitive to heat or sun. If you take any, ask your pharmacist.\nIf you feel dizzy or sick, rest where it is cool and drink; if it does not get better, see a doctor. If somebody becomes confused or very hot to the touch, call the emergency services at once. Questions: #{clinicPhone}."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, health news from #{clinicName}: drink before you are thirsty, rest at noon. Confused or very hot: call for help. #{clinicPhone}"]])

Instance: health-tips-medicines
InstanceOf: OutreachActivity
Usage: #definition
Title: "Health news: your medicines"
* insert Activity(health-tips-medicines, education)
* name = "HealthTipsMedicines"
* title = "Health news: your medicines"
* description = "Keeping a list of medicines and allergies, and what to ask before stopping one."
* code.text = "Health news: your medicines"
* insert Words(ko, [["건강 소식: 드시는 약 살펴보기"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다. 요즘 몸은 좀 어떠신가요? 드시는 약을 한번 살펴보는 방법을 나누어 드립니다.\n- 드시는 약과 건강 보조 식품의 이름을 한 장에 적거나 사진으로 남겨 두세요. 어느 병원에 가시든 도움이 됩니다.\n- 약이나 음식, 고무, 마취에 알레르기가 있었다면 함께 적어 두세요.\n- 드시기 불편하거나 걱정되는 점이 있어도 임의로 끊거나 줄이지 마시고 먼저 의사나 약사에게 물어봐 주세요.\n- 오래된 약은 버리기 전에 약국에 물어봐 주세요.\n약을 드신 뒤 두드러기가 나거나 얼굴이 붓거나 숨이 차면 바로 응급 진료를 받으세요. 예방접종이나 다른 치료를 앞두고 궁금한 점이 있으면 #{clinicPhone}번으로 물어봐 주세요."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}의 건강 소식입니다. 드시는 약의 이름을 한 장에 적어 두세요. 불편해도 임의로 끊지 말고 먼저 물어봐 주세요. 궁금한 점 #{clinicPhone}"]])
* insert Discreetly(ko, [["건강 소식"]], [["#{patientName}, #{clinicName}의 건강 소식입니다. 드시는 약의 이름을 한 장에 적어 두세요. 불편해도 임의로 끊지 말고 먼저 물어봐 주세요. 궁금한 점 #{clinicPhone}"]])
* insert Words(ja, [["健康だより：お薬を見直す"]], [["#{patientName}、#{clinicName}です。このごろ体調はいかがでしょうか。お薬との付き合い方をお届けします。\n・飲んでいるお薬やサプリメントの名前を、一枚の紙やお薬手帳、写真にまとめておきましょう。どの医療機関でも役に立ちます。\n・お薬や食べ物、ゴム、麻酔でアレルギーが出たことがあれば、一緒に書いておきましょう。\n・飲みにくい、心配があるというときも、自己判断でやめたり減らしたりせず、まず医師や薬剤師にお尋ねください。\n・古くなったお薬は、捨てる前に薬局にお尋ねください。\nお薬のあとにじんましんが出る、顔が腫れる、息苦しいといったときは、すぐに救急の診療を受けてください。予防接種やほかの治療の前に気になることがございましたら、#{clinicPhone} までお気軽にどうぞ。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}の健康だよりです。お薬の名前を一枚にまとめておきましょう。合わないときも自己判断でやめずにお尋ねください。ご質問は #{clinicPhone} へ。"]])
* insert Discreetly(ja, [["健康だより"]], [["#{patientName}、#{clinicName}の健康だよりです。お薬の名前を一枚にまとめておきましょう。合わないときも自己判断でやめずにお尋ねください。ご質問は #{clinicPhone} へ。"]])
* insert Words(fa, [["خبر سلامت: نگاهی به داروهایتان"]], [["#{patientName}، سلام. این پیام از #{clinicName} است. این روزها حالتان چطور است؟ چند نکته دربارهٔ داروها:\n- نام داروها و مکمل‌هایتان را روی یک برگه بنویسید یا از آن‌ها عکس بگیرید. نزد هر پزشکی به کارتان می‌آید.\n- اگر به دارو، غذا، لاتکس یا بی‌حسی حساسیت داشته‌اید، آن را هم یادداشت کنید.\n- اگر دارویی اذیتتان می‌کند یا نگرانش هستید، آن را خودسرانه قطع یا کم نکنید و اول از پزشک یا داروساز بپرسید.\n- پیش از دور ریختن داروی کهنه، از داروخانه بپرسید.\nاگر پس از دارو کهیر زدید، صورتتان ورم کرد یا نفستان تنگ شد، فوراً به اورژانس مراجعه کنید. اگر پیش از واکسن یا درمان دیگری پرسشی دارید، با شمارهٔ #{clinicPhone} در میان بگذارید."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. خبر سلامت #{clinicName}: نام داروهایتان را روی یک برگه بنویسید. اگر دارویی اذیتتان می‌کند، خودسرانه قطع نکنید و اول بپرسید. پرسش: #{clinicPhone}"]])
* insert Discreetly(fa, [["خبر سلامت"]], [["#{patientName}، سلام. خبر سلامت #{clinicName}: نام داروهایتان را روی یک برگه بنویسید. اگر دارویی اذیتتان می‌کند، خودسرانه قطع نکنید و اول بپرسید. پرسش: #{clinicPhone}"]])
* insert Words(en, [["Health news: your medicines"]], [["Hello #{patientName}, this is #{clinicName}. How are you these days? A few thoughts about medicines:\n- Write the names of your medicines and supplements on one sheet, or take a photo. It helps wherever you are treated.\n- Note allergies to medicines, food, latex or anaesthetics with them.\n- If a medicine bothers or worries you, do not stop or reduce it on your own: ask your doctor or pharmacist first.\n- Ask a pharmacy before you throw old medicines away.\nIf you get hives, a swollen face or trouble breathing after a medicine, seek emergency care at once. If you have a question before a vaccination or another treatment, call #{clinicPhone}."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, health news from #{clinicName}: keep a list of your medicines, and ask before you drop one. Questions: #{clinicPhone}"]])
* insert Discreetly(en, [["Health news"]], [["#{patientName}, health news from #{clinicName}: keep a list of your medicines, and ask before you drop one. Questions: #{clinicPhone}"]])

Instance: health-tips-winter
InstanceOf: OutreachActivity
Usage: #definition
Title: "Health news: cold and dry air"
* insert Activity(health-tips-winter, education)
* name = "HealthTipsWinter"
* title = "Health news: cold and dry air"
* description = "How to get through cold, dry days, and which signs should be seen."
* code.text = "Health news: cold and dry air"
* insert Words(ko, [["건강 소식: 추위와 건조함"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다. 추운 날씨에 건강히 지내고 계신가요? 겨울을 편안하게 나는 방법을 나누어 드립니다.\n- 씻은 뒤 물기가 마르기 전에 보습제를 발라 주세요. 뜨거운 물로 오래 씻으면 피부가 더 건조해집니다.\n- 방 안이 너무 건조하지 않게 하고, 하루에 몇 번 창을 열어 주세요.\n- 손을 자주 씻고, 기침이 나면 입을 가리고 쉬어 주세요.\n- 추운 아침에 갑자기 무리하지 마시고, 미끄러운 길에서는 천천히 걸어 주세요.\n열이 사흘 넘게 이어지거나 숨이 차면 진료를 받으세요. 가슴이 조이거나, 한쪽 팔다리에 힘이 빠지거나, 말이 어눌해지면 바로 응급 구조를 요청하세요. 궁금한 점은 #{clinicPhone}번으로 물어봐 주세요."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}의 건강 소식입니다. 씻은 뒤 바로 보습제를 바르고 미끄러운 길은 천천히 걸어 주세요. 가슴이 조이면 바로 응급 구조를 요청하세요. 궁금한 점 #{clinicPhone}"]])
* insert Words(ja, [["健康だより：寒さと乾燥"]], [["#{patientName}、#{clinicName}です。寒い日が続きますが、お変わりなくお過ごしでしょうか。冬を快適に過ごすためのヒントをお届けします。\n・お風呂のあとは、肌が乾く前に保湿しましょう。熱いお湯での長湯は、肌の乾燥につながります。\n・部屋が乾きすぎないようにし、一日に数回は窓を開けましょう。\n・手をこまめに洗い、せきが出るときは口をおおって、ゆっくり休みましょう。\n・寒い朝に急に無理をせず、すべりやすい道ではゆっくり歩きましょう。\n熱が3日以上続く、息苦しいというときは受診してください。胸がしめつけられる、片側の手足に力が入らない、ろれつが回らないといったときは、すぐに救急車を呼んでください。ご質問は #{clinicPhone} までどうぞ。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}の健康だよりです。お風呂のあとは早めに保湿し、すべりやすい道はゆっくりと。胸がしめつけられるときはすぐ救急車を。ご質問は #{clinicPhone} へ。"]])
* insert Words(fa, [["خبر سلامت: سرما و هوای خشک"]], [["#{patientName}، سلام. این پیام از #{clinicName} است. در روزهای سرد حالتان چطور است؟ چند نکته برای زمستانی راحت‌تر:\n- پس از شست‌وشو و پیش از خشک شدن کامل پوست، کرم مرطوب‌کننده بزنید. حمام داغ و طولانی پوست را خشک‌تر می‌کند.\n- نگذارید هوای اتاق زیاد خشک شود و روزی چند بار پنجره را باز کنید.\n- دست‌ها را مرتب بشویید و اگر سرفه می‌کنید، دهانتان را بپوشانید و استراحت کنید.\n- در صبح‌های سرد ناگهان به خودتان فشار نیاورید و در راه لغزنده آهسته راه بروید.\nاگر تب بیش از سه روز ماند یا نفستان تنگ شد، به پزشک مراجعه کنید. با فشردگی سینه، بی‌حسی یا ضعف یک سمت بدن یا نامفهوم شدن گفتار، فوراً با اورژانس تماس بگیرید. پرسش: #{clinicPhone}"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. خبر سلامت #{clinicName}: پس از شست‌وشو زود مرطوب‌کننده بزنید و در راه لغزنده آهسته بروید. با فشردگی سینه فوراً با اورژانس تماس بگیرید. پرسش: #{clinicPhone}"]])
* insert Words(en, [["Health news: cold and dry air"]], [["Hello #{patientName}, this is #{clinicName}. How are you in the cold? Some ways to get through the winter well:\n- After washing, put on moisturiser before the skin is quite dry. Long, hot showers dry it out.\n- Keep the air from getting too dry, and open a window a few times a day.\n- Wash your hands often, and if you cough, cover your mouth and rest.\n- Do not strain yourself suddenly on a cold morning, and walk slowly where it is slippery.\nIf a fever lasts more than three days or you are short of breath, see a doctor. With a tight chest, weakness on one side or slurred speech, call the emergency services at once. Questions: #{clinicPhone}."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, health news from #{clinicName}: moisturise after washing, walk slowly on ice. Chest tight: call for help. #{clinicPhone}"]])
