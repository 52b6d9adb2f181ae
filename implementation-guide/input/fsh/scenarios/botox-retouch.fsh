// The texts never name the product: in Korea a prescription drug must not be advertised to the public.
Instance: botox-retouch
InstanceOf: OutreachScenario
Usage: #definition
Title: "Botulinum toxin: how are you after three months"
* insert Scenario(botox-retouch)
* name = "BotoxRetouch"
* title = "Botulinum toxin: how are you after three months"
* insert Translated(title, [["보툴리눔 톡신 주사 3개월 후 안부"]], [["ボツリヌス毒素注射から3か月後のご様子伺い"]], [["احوال‌پرسی سه ماه پس از تزریق بوتولینوم توکسین"]])
* description = "Three months after a botulinum toxin injection the patient is asked how they are, is told what to expect and what to tell the clinic before a retouch. Withdrawn when the patient has come in since."
* goal.description.text = "The patient knows what to expect around three months, can ask, and decides about a retouch without pressure."
* insert ExitOn(visited-since)
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* insert AnchorOn(Procedure, [["iif(performed is dateTime, performed, iif(performed.end.exists(), performed.end, performed.start))"]])
* insert AnchorCode(botulinum-toxin-treatment)
* insert AnchorStatus(completed, http://hl7.org/fhir/event-status)
* insert Step(three-months-after, "Guidance on a retouch\, and precautions", botox-retouch-three-months-after)
* insert Translated(action[=].title, [["리터치 안내와 주의사항"]], [["リタッチのご案内と注意事項"]], [["راهنمای ترمیم و نکات مراقبتی"]])
* insert Due(after-start, 3, mo, months)
* action[=].extension[goldenTime].valueCode = #retouch

Instance: botox-retouch-three-months-after
InstanceOf: OutreachActivity
Usage: #definition
Title: "Three months after botulinum toxin: guidance and precautions"
* insert Activity(botox-retouch-three-months-after, recall)
* name = "BotoxRetouchThreeMonthsAfter"
* title = "Three months after botulinum toxin: guidance and precautions"
* description = "Asks how the patient is, and says what to expect and what to look out for. Two parts: guidance and precautions."
* code.text = "Guidance on a retouch and precautions"
* insert PartWords(guidance, ko, [["시술 후 안부를 여쭙니다"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n#{anchorDate}에 시술을 받으신 지 석 달이 되었습니다. 시술 부위는 좀 어떠신가요?\n이 무렵에는 움직임이 예전처럼 돌아온다고 느끼는 분도 계시고, 아직 큰 변화를 못 느끼는 분도 계십니다. 사람마다 다르며, 꼭 다시 시술을 받으셔야 하는 것은 아닙니다.\n불편한 점이나 궁금한 점이 있으면 언제든 #{clinicPhone}번으로 말씀해 주세요. 리터치를 생각하고 계시다면 먼저 상태를 함께 살펴보고 의논드리겠습니다."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert PartWords(precautions, ko, [["미리 알아 두시면 좋은 점"]], [["다시 시술을 고려하실 때는 아래 내용을 미리 알려 주세요.\n- 임신 중이거나 수유 중이신 경우, 임신을 계획하고 계신 경우\n- 새로 드시기 시작한 약이 있는 경우(항응고제, 항생제, 근육 이완제 등)\n- 신경이나 근육 질환을 진단받으신 경우, 지난 시술 뒤 불편한 증상이 있었던 경우\n시술 간격은 진료 후 의사가 정합니다. 드시던 약을 임의로 끊지는 마세요.\n삼키기나 숨쉬기가 힘들거나, 말이 어눌해지거나, 온몸에 힘이 빠지는 느낌이 들면 기다리지 말고 바로 응급 진료를 받으세요."]])
* insert PartText(guidance, ko, [["#{patientName}, #{clinicName}입니다. #{anchorDate} 시술 이후 좀 어떠신가요? 변화를 느끼는 시기는 사람마다 다르고, 꼭 다시 받으셔야 하는 것은 아닙니다. 리터치가 궁금하시거나 불편한 점이 있으면 #{clinicPhone}번으로 편히 말씀해 주세요."]])
* insert PartDiscreetly(guidance, ko, [["그동안 어떻게 지내셨나요?"]], [["#{patientName}, #{clinicName}입니다. #{anchorDate}에 다녀가신 뒤로 좀 어떠신가요? 느끼시는 정도는 사람마다 다르고, 꼭 다시 오셔야 하는 것은 아닙니다. 불편한 점이나 궁금한 점이 있으면 #{clinicPhone}번으로 편히 말씀해 주세요."]])
* insert PartText(precautions, ko, [["다시 시술을 고려하신다면 그사이 달라진 몸 상태와 새로 드시는 약을 미리 알려 주세요. 드시던 약은 임의로 끊지 마세요. 삼키기나 숨쉬기가 힘들면 바로 응급 진료를 받으세요."]])
* insert PartDiscreetly(precautions, ko, [["미리 알려 주시면 좋은 점"]], [["다시 오실 때는 그사이 달라진 몸 상태와 새로 드시는 약을 미리 알려 주세요. 드시던 약은 임의로 끊지 마세요. 삼키기나 숨쉬기가 힘들거나 온몸에 힘이 빠지면 기다리지 말고 바로 응급 진료를 받으세요."]])
* insert PartWords(guidance, ja, [["その後、お変わりありませんか"]], [["#{patientName}、こんにちは。#{clinicName}です。\n#{anchorDate}の施術から3か月がたちました。施術を受けられた部分のご様子はいかがでしょうか。\nこの時期は、動きが元に戻ってきたと感じる方もいれば、まだあまり変化を感じない方もいらっしゃいます。感じ方には個人差があり、必ずもう一度受けなければならないものではありません。\n気になることがございましたら、どうぞお気軽に #{clinicPhone} までお知らせください。リタッチをお考えの場合は、まず診察で状態を一緒に確認し、ご相談のうえで決めてまいります。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert PartWords(precautions, ja, [["知っておいていただきたいこと"]], [["再度の施術をお考えの際は、次のことを事前にお知らせください。\n・妊娠中、授乳中、または妊娠をご希望の方\n・新しく飲み始めたお薬がある方（血液をさらさらにする薬、抗菌薬、筋弛緩薬など）\n・神経や筋肉の病気と診断された方、前回の施術後に気になる症状があった方\n施術の間隔は、診察のうえで医師が判断します。服用中のお薬を自己判断でやめないでください。\n飲み込みにくい、息苦しい、ろれつが回らない、全身に力が入らないと感じたときは、様子を見ずにすぐに救急の診療を受けてください。"]])
* insert PartText(guidance, ja, [["#{patientName}、#{clinicName}です。#{anchorDate}の施術後、ご様子はいかがでしょうか。感じ方には個人差があり、必ず再施術が必要なわけではありません。気になることは #{clinicPhone} へどうぞ。"]])
* insert PartDiscreetly(guidance, ja, [["その後、いかがお過ごしですか"]], [["#{patientName}、#{clinicName}です。#{anchorDate}のご来院のあと、ご様子はいかがでしょうか。感じ方には個人差があり、必ずまたお越しいただかなければならないものではありません。気になることは #{clinicPhone} までお気軽にお知らせください。"]])
* insert PartText(precautions, ja, [["再施術をお考えの際は、その後の体調の変化や新しいお薬を事前にお知らせください。お薬は自己判断でやめないでください。飲み込みにくさや息苦しさがあれば、すぐに救急を受診してください。"]])
* insert PartDiscreetly(precautions, ja, [["前もって知らせていただきたいこと"]], [["またお越しになる際は、その後の体調の変化や新しく飲み始めたお薬を前もってお知らせください。服用中のお薬を自己判断でやめないでください。飲み込みにくい、息苦しい、全身に力が入らないときは、様子を見ずにすぐ救急の診療を受けてください。"]])
* insert PartWords(guidance, fa, [["جویای احوال شما هستیم"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nسه ماه از درمان شما در تاریخ #{anchorDate} می‌گذرد. ناحیهٔ درمان‌شده چطور است؟\nدر این زمان بعضی حس می‌کنند حرکت عضله برمی‌گردد و بعضی هنوز تغییری نمی‌بینند. تکرار درمان الزامی نیست.\nاگر ناراحتی یا پرسشی دارید، با شمارهٔ #{clinicPhone} با ما در میان بگذارید. اگر به ترمیم فکر می‌کنید، ابتدا در معاینه وضعیت شما را با هم بررسی می‌کنیم و بعد تصمیم می‌گیریم."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert PartWords(precautions, fa, [["نکته‌هایی که خوب است بدانید"]], [["اگر به تکرار درمان فکر می‌کنید، لطفاً این موارد را از قبل به ما اطلاع دهید:\n- بارداری، شیردهی یا تصمیم به بارداری\n- داروی جدیدی که شروع کرده‌اید (مانند رقیق‌کنندهٔ خون، آنتی‌بیوتیک، شل‌کنندهٔ عضله)\n- بیماری عصبی یا عضلانی، یا علامت آزاردهنده‌ای که پس از درمان قبلی داشته‌اید\nفاصلهٔ بین دو درمان را پزشک پس از معاینه تعیین می‌کند. لطفاً داروهای خود را خودسرانه قطع نکنید.\nاگر در بلع یا تنفس مشکل پیدا کردید، گفتارتان نامفهوم شد یا احساس ضعف عمومی داشتید، منتظر نمانید و فوراً به اورژانس مراجعه کنید."]])
* insert PartText(guidance, fa, [["#{patientName}، سلام. پیام از #{clinicName}: پس از درمان #{anchorDate} حالتان چطور است؟ اثر درمان در هر فرد متفاوت است و تکرار آن الزامی نیست. پرسش یا ناراحتی خود را با #{clinicPhone} در میان بگذارید."]])
* insert PartDiscreetly(guidance, fa, [["در این مدت حالتان چطور بوده است؟"]], [["#{patientName}، سلام. پیام از #{clinicName}: پس از مراجعهٔ #{anchorDate} حالتان چطور است؟ هر کس آن را به گونه‌ای حس می‌کند و مراجعهٔ دوباره الزامی نیست. پرسش یا ناراحتی خود را با #{clinicPhone} در میان بگذارید."]])
* insert PartText(precautions, fa, [["اگر به تکرار درمان فکر می‌کنید، هر تغییر در وضعیت سلامت و هر داروی جدید را از قبل به ما بگویید. دارویتان را خودسرانه قطع نکنید. در صورت مشکل در بلع یا تنفس فوراً به اورژانس بروید."]])
* insert PartDiscreetly(precautions, fa, [["پیش از مراجعهٔ بعدی"]], [["اگر دوباره نزد ما می‌آیید، هر تغییر در وضعیت سلامت و هر داروی جدید را از قبل به ما بگویید. دارویتان را خودسرانه قطع نکنید. در صورت مشکل در بلع یا تنفس، یا ضعف عمومی، منتظر نمانید و فوراً به اورژانس بروید."]])
* insert PartWords(guidance, en, [["How have you been since your treatment?"]], [["Hello #{patientName}, this is #{clinicName}.\nIt has been three months since your treatment on #{anchorDate}. How does the treated area feel?\nAround this time some people notice the movement coming back, others little change yet. You do not have to have the treatment again.\nIf anything bothers you or you have a question, please call #{clinicPhone}. For a retouch we first look at how you are, and decide together."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert ButtonFor(book, [["Find a time"]])
* insert PartWords(precautions, en, [["Good to know beforehand"]], [["Before another treatment, please tell us if:\n- you are pregnant, breastfeeding or planning a pregnancy\n- you have started a new medicine (such as a blood thinner, an antibiotic, a muscle relaxant)\n- you have a nerve or muscle condition, or something bothered you after the last treatment\nYour doctor decides on the interval after seeing you. Please do not stop any medicine on your own.\nIf you have trouble swallowing or breathing, slurred speech or weakness all over, do not wait: seek emergency care at once."]])
* insert PartText(guidance, en, [["#{patientName}, #{clinicName} here. How have you been since #{anchorDate}? A retouch is never a must. Questions: #{clinicPhone}"]])
* insert PartDiscreetly(guidance, en, [["How have you been?"]], [["#{patientName}, #{clinicName} here. How have you been since your visit on #{anchorDate}? It feels different for everyone, and you do not have to come again. Anything on your mind: #{clinicPhone}"]])
* insert PartText(precautions, en, [["Before a retouch, tell us of any change in your health or medicines. Do not stop any medicine on your own. Trouble swallowing or breathing: emergency care."]])
* insert PartDiscreetly(precautions, en, [["Good to know beforehand"]], [["Before another visit, tell us of any change in your health or medicines. Do not stop any medicine on your own. Trouble swallowing or breathing, or weakness all over: do not wait, seek emergency care."]])
