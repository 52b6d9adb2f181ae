Instance: scaling-recall
InstanceOf: OutreachScenario
Usage: #definition
Title: "After scaling: how are your gums after six months"
* insert Scenario(scaling-recall)
* name = "ScalingRecall"
* title = "After scaling: how are your gums after six months"
* insert Translated(title, [["스케일링 6개월 후 잇몸 안부"]], [["スケーリングから6か月後の歯ぐきのご様子伺い"]], [["احوال‌پرسی لثه شش ماه پس از جرم‌گیری"]])
* description = "Six months after scaling a patient who has not come in since is asked how teeth and gums are, told what can be looked for at home, and offered a check."
* goal.description.text = "Gum disease is seen early."
* insert ExitOn(visited-since)
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* extension[collisionGroup].valueString = "recall"
* extension[collisionPriority].valueInteger = 20
* insert AnchorOn(Procedure, [["iif(performed is dateTime, performed, iif(performed.end.exists(), performed.end, performed.start))"]])
* insert AnchorCode(dental-scaling-treatment)
* insert AnchorStatus(completed, http://hl7.org/fhir/event-status)
* insert Step(six-months-after, "How are your teeth and gums", scaling-recall-six-months-after)
* insert Translated(action[=].title, [["치아와 잇몸 안부"]], [["歯と歯ぐきのご様子"]], [["احوال دندان و لثه"]])
* insert Due(after-start, 6, mo, months)
* action[=].extension[goldenTime].valueCode = #check-up

Instance: scaling-recall-six-months-after
InstanceOf: OutreachActivity
Usage: #definition
Title: "Six months after scaling"
* insert Activity(scaling-recall-six-months-after, recall)
* name = "ScalingRecallSixMonthsAfter"
* title = "Six months after scaling"
* description = "Asks how teeth and gums are, says what can be looked for at home, and names what should not wait. The text message names no treatment."
* code.text = "Six months after scaling"
* insert Words(ko, [["치아와 잇몸은 좀 어떠신가요?"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n#{anchorDate}에 스케일링을 받으신 지 6개월이 되었습니다. 치아와 잇몸은 좀 어떠신가요?\n칫솔질을 잘하셔도 손이 닿지 않는 곳에는 치석이 다시 생길 수 있습니다. 거울로 잇몸 색과 붓기를 한번 살펴보시고, 궁금한 점이 있으면 #{clinicPhone}번으로 물어봐 주세요. 스케일링이 필요한지와 그 간격은 잇몸 상태에 따라 다르므로 진료 후 의사가 정합니다.\n양치할 때 피가 자주 나거나, 잇몸이 붓고 아프거나, 치아가 흔들리거나, 입 냄새가 갑자기 심해지면 미루지 말고 진료를 받아 보시길 권합니다. 얼굴이 붓고 열이 나면 바로 연락해 주세요."]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 지난 진료 후 6개월, 치아와 잇몸은 좀 어떠신가요? 양치할 때 피가 자주 나거나 잇몸이 붓고 아프면 미루지 마시고 #{clinicPhone}번으로 연락해 주세요."]])
* insert Discreetly(ko, [["6개월 안부를 여쭙니다"]], [["#{patientName}, #{clinicName}입니다. #{anchorDate}에 다녀가신 지 6개월, 그동안 좀 어떠셨나요? 마음에 걸리는 점이 있으면 #{clinicPhone}번으로 편하게 물어봐 주세요. 피가 자주 나거나 붓고 아프면 미루지 마시고 연락해 주세요."]])
* insert Words(ja, [["歯と歯ぐきのご様子はいかがですか"]], [["#{patientName}、こんにちは。#{clinicName}です。\n#{anchorDate}のスケーリングから6か月がたちました。歯と歯ぐきのご様子はいかがでしょうか。\n毎日ていねいに磨いていても、歯ブラシの届きにくいところには歯石がつくことがあります。鏡で歯ぐきの色や腫れをご覧になり、気になることがございましたら #{clinicPhone} までお気軽にお尋ねください。スケーリングが必要かどうか、またその間隔は歯ぐきの状態によって異なりますので、診察のうえで歯科医師が判断します。\n歯みがきのたびに出血する、歯ぐきが腫れて痛い、歯がぐらつく、急に口のにおいが強くなったというときは、早めの受診をおすすめします。顔が腫れて熱があるときは、すぐにご連絡ください。"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。前回から6か月、歯と歯ぐきのご様子はいかがでしょうか。歯みがきでよく出血する、腫れて痛むときは、#{clinicPhone} までお早めにご連絡ください。"]])
* insert Discreetly(ja, [["半年後のご様子伺い"]], [["#{patientName}、#{clinicName}です。#{anchorDate}のご来院から6か月、ご様子はいかがでしょうか。気がかりなことは #{clinicPhone} までお気軽にお尋ねください。よく出血する、腫れて痛むときは、先延ばしになさらずご連絡ください。"]])
* insert Words(fa, [["حال دندان و لثهٔ شما چطور است؟"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nشش ماه از جرم‌گیری دندان‌های شما در تاریخ #{anchorDate} می‌گذرد. حال دندان و لثه‌تان چطور است؟\nحتی با مسواک زدن منظم هم ممکن است در جاهایی که مسواک نمی‌رسد دوباره جرم بنشیند. خوب است در آینه رنگ و تورم لثه را نگاه کنید و اگر پرسشی دارید، با شمارهٔ #{clinicPhone} با ما در میان بگذارید. اینکه جرم‌گیری لازم است یا نه و فاصلهٔ آن، به وضعیت لثه بستگی دارد و دندان‌پزشک پس از معاینه تعیین می‌کند.\nاگر هنگام مسواک زدن مرتب خون می‌آید، لثه متورم و دردناک است، دندانی لق شده یا بوی دهان ناگهان بیشتر شده است، بهتر است معاینه را به تعویق نیندازید. در صورت تورم صورت همراه با تب، فوراً با ما تماس بگیرید."]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: شش ماه گذشت؛ حال دندان و لثه‌تان چطور است؟ اگر هنگام مسواک زدن خون می‌آید یا لثه متورم و دردناک است، آن را به تعویق نیندازید و با #{clinicPhone} تماس بگیرید."]])
* insert Discreetly(fa, [["شش ماه گذشت؛ حالتان چطور است؟"]], [["#{patientName}، سلام. پیام از #{clinicName}: شش ماه از مراجعهٔ #{anchorDate} می‌گذرد. حالتان چطور است؟ اگر پرسشی دارید، با #{clinicPhone} با ما در میان بگذارید. در صورت خون‌ریزی مکرر یا تورم دردناک، آن را به تعویق نیندازید."]])
* insert Words(en, [["How are your teeth and gums?"]], [["Hello #{patientName}, this is #{clinicName}.\nIt has been six months since your scaling on #{anchorDate}. How are your teeth and gums?\nEven with careful brushing, tartar can come back where the brush does not reach. Have a look at the colour of your gums in the mirror, and if you wonder about anything, call #{clinicPhone}. Whether scaling is needed, and how often, depends on your gums; your dentist decides it after seeing you.\nIf your gums often bleed when you brush, are swollen or sore, a tooth feels loose or your breath suddenly changes, please have it looked at soon. If your face swells and you have a fever, call us right away."]])
* insert ButtonFor(book, [["Find a time"]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: how are your teeth and gums? If they bleed often, swell or hurt, please do not put it off: call #{clinicPhone}."]])
* insert Discreetly(en, [["Six months on: how are you?"]], [["#{patientName}, #{clinicName}: how are you six months after your visit on #{anchorDate}? Anything on your mind: #{clinicPhone}. Frequent bleeding or painful swelling: please do not put it off."]])
* insert WarmWords(ko, [["잇몸은 편안하신가요?"]], [["#{patientName}, 안녕하세요. #{clinicName}이에요.\n#{anchorDate}에 스케일링을 받으시고 벌써 6개월이 지났네요. 그동안 치아와 잇몸은 편안하셨어요?\n아무리 꼼꼼히 닦아도 칫솔이 닿기 어려운 곳에는 치석이 다시 생기곤 해요. 오늘 저녁 거울 앞에서 잇몸 색과 붓기를 한번 살펴봐 주세요. 궁금한 게 있으면 #{clinicPhone}번으로 언제든 물어보시고요. 스케일링이 필요한지, 언제가 좋은지는 사람마다 달라서 진료 후 의사와 함께 정해요.\n양치할 때 피가 자주 나거나, 잇몸이 붓고 아프거나, 치아가 흔들리거나, 입 냄새가 갑자기 심해졌다면 미루지 말고 진료를 받아 보세요. 얼굴이 붓고 열이 나면 바로 연락해 주셔야 해요."]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert WarmWords(ja, [["歯ぐきの調子はいかがですか"]], [["#{patientName}、こんにちは。#{clinicName}です。\n#{anchorDate}のスケーリングから、もう6か月になりますね。その後、歯と歯ぐきの調子はいかがですか。\n毎日しっかり磨いていても、歯ブラシの届きにくいところには少しずつ歯石がついてしまうものです。今夜、鏡で歯ぐきの色や腫れをちょっと見てみてください。気になることがあれば、#{clinicPhone} までいつでも聞いてくださいね。スケーリングが必要かどうか、いつ頃がよいかは人それぞれですので、診察のうえで歯科医師と一緒に決めましょう。\n歯みがきのたびに血が出る、歯ぐきが腫れて痛い、歯がぐらつく、急に口のにおいが気になるというときは、先延ばしにせず診せてください。顔が腫れて熱があるときは、すぐにご連絡くださいね。"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert WarmWords(fa, [["لثه‌هایتان چطورند؟"]], [["#{patientName}، سلام. از #{clinicName} برایتان می‌نویسیم.\nشش ماه از جرم‌گیری #{anchorDate} گذشت؛ چه زود! حال دندان و لثه‌تان چطور است؟\nهر قدر هم خوب مسواک بزنید، جاهایی که مسواک نمی‌رسد کم‌کم دوباره جرم می‌گیرد. امشب جلوی آینه نگاهی به رنگ و تورم لثه بیندازید و اگر چیزی دیدید یا پرسشی داشتید، با #{clinicPhone} از ما بپرسید. اینکه جرم‌گیری لازم است و چه وقت، برای هر کس فرق می‌کند و آن را پس از معاینه با دندان‌پزشک تصمیم می‌گیرید.\nاگر هنگام مسواک مرتب خون می‌آید، لثه ورم کرده و درد می‌کند، دندانی لق شده یا بوی دهان ناگهان بیشتر شده است، عقبش نیندازید و بیایید ببینیم. اگر صورتتان ورم کرده و تب دارید، فوراً زنگ بزنید."]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert WarmWords(en, [["How are your gums doing?"]], [["Hello #{patientName}, it's #{clinicName}.\nSix months have gone by since your scaling on #{anchorDate} already. How are your teeth and gums doing?\nHowever well you brush, a little tartar comes back where the brush can't reach. Have a look at your gums in the mirror tonight, and if you wonder about anything, just call us at #{clinicPhone}. Whether you need scaling, and when, differs from person to person; you and your dentist decide it after a look.\nIf your gums often bleed, are swollen or sore, a tooth feels loose or your breath has suddenly changed, please don't put it off and let us see it. If your face swells and you have a fever, call us right away."]])
* insert ButtonFor(book, [["Find a time"]])
* insert ButtonFor(ask, [["Ask us"]])
