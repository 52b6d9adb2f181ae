// What a person said about being written to is told back to them: who, what, when, and what became of it.
RuleSet: Plainly(language, title, body)
* insert Words({language}, [[{title}]], [[{body}]])
* insert Discreetly({language}, [[{title}]], [[{body}]])

Instance: consent-notice
InstanceOf: OutreachScenario
Usage: #definition
Title: "What became of a consent or a refusal"
* insert Scenario(consent-notice)
* name = "ConsentNotice"
* title = "What became of a consent or a refusal"
* insert Translated(title, [["수신 동의·거부 처리 결과 안내"]], [["受信の同意・拒否の手続き完了のお知らせ"]], [["نتیجهٔ رضایت یا انصراف از دریافت پیام"]])
* description = "Within 14 days whoever agreed to advertising, or refused it, reads who sends, what they said and when, and that it was done. Korean law asks for it; there even a refusal of everything is answered once, and nothing follows."
* goal.description.text = "People know what they have agreed to and what they have refused."
* insert ExitOn(anchor-cancelled)
* insert AnchorOn(Consent, "dateTime")
* insert AnchorStatus(active, http://hl7.org/fhir/consent-state-codes)
* insert Step(given, "Thank you for your consent", consent-notice-given)
* insert Translated(action[=].title, [["동의 처리 안내"]], [["同意の手続き完了"]], [["ثبت رضایت"]])
* insert StepIf([["The person agreed to advertising."]], [["provision.type = 'permit' and category.coding.where(system = 'https://anbu-health.github.io/fhir/CodeSystem/outreach-purpose' and code = 'advertising').exists()"]])
* insert Due(after-start, 1, h, hour)
* action[=].extension[validFor].valueDuration = 14 $ucum#d "days"
* insert Step(given-for-the-night, "Thank you for your consent to evenings", consent-notice-given-for-the-night)
* insert Translated(action[=].title, [["야간 수신 동의 처리 안내"]], [["夜間受信の同意の手続き完了"]], [["ثبت رضایت پیام شبانه"]])
* insert StepIf([["The person agreed to advertising at night."]], [["provision.type = 'permit' and category.coding.where(system = 'https://anbu-health.github.io/fhir/CodeSystem/outreach-consent' and code = 'night-ad').exists()"]])
* insert Due(after-start, 1, h, hour)
* action[=].extension[validFor].valueDuration = 14 $ucum#d "days"
* insert Step(refused, "No more advertising", consent-notice-refused)
* insert Translated(action[=].title, [["광고 수신 거부 처리 안내"]], [["広告受信拒否の手続き完了"]], [["ثبت انصراف از تبلیغات"]])
* insert StepIf([["The person refused advertising for good."]], [["provision.type = 'deny' and provision.period.end.empty() and category.coding.where(system = 'https://anbu-health.github.io/fhir/CodeSystem/outreach-purpose' and code = 'advertising').exists()"]])
* insert Due(after-start, 1, h, hour)
* action[=].extension[validFor].valueDuration = 14 $ucum#d "days"
* insert Step(refused-everything, "No more messages", consent-notice-refused-everything)
* insert Translated(action[=].title, [["모든 수신 거부 처리 안내"]], [["すべての受信拒否の手続き完了"]], [["ثبت انصراف از همهٔ پیام‌ها"]])
* insert StepIf([["The person refused every message on every channel."]], [["provision.type = 'deny' and provision.period.end.empty() and provision.code.empty() and category.coding.where(system = 'https://anbu-health.github.io/fhir/CodeSystem/outreach-purpose').empty()"]])
* insert Due(after-start, 1, h, hour)
* action[=].extension[validFor].valueDuration = 14 $ucum#d "days"

Instance: consent-renewal
InstanceOf: OutreachScenario
Usage: #definition
Title: "Does your consent still hold?"
* insert Scenario(consent-renewal)
* name = "ConsentRenewal"
* title = "Does your consent still hold?"
* insert Translated(title, [["수신 동의 확인(2년)"]], [["受信同意の確認（2年）"]], [["آیا رضایت شما همچنان برقرار است؟"]])
* description = "A month before a consent to advertising is two years old, or was last confirmed two years ago, the person is asked whether it still holds. A yes is written as verification into the Consent and starts the two years anew; without one advertising stops by itself."
* goal.description.text = "Nobody is advertised to on a consent that they have forgotten."
* insert ExitOn(anchor-cancelled)
* insert AnchorOn(Consent, [["iif(verification.where(verified = true).verificationDate.exists(), verification.where(verified = true).verificationDate.last(), dateTime)"]])
* insert AnchorStatus(active, http://hl7.org/fhir/consent-state-codes)
* insert Step(ask, "Does your consent still hold?", consent-renewal-ask)
* insert Translated(action[=].title, [["수신 동의 확인"]], [["受信同意の確認"]], [["تأیید دوبارهٔ رضایت"]])
* insert StepIf([["The person agreed to advertising."]], [["provision.type = 'permit' and category.coding.where(system = 'https://anbu-health.github.io/fhir/CodeSystem/outreach-purpose' and code = 'advertising').exists()"]])
* insert Due(after-start, 23, mo, months)
* action[=].extension[validFor].valueDuration = 1 $ucum#mo "month"

Instance: consent-notice-given
InstanceOf: OutreachActivity
Usage: #definition
Title: "Consent recorded"
* insert Activity(consent-notice-given, transactional)
* name = "ConsentNoticeGiven"
* title = "Consent recorded"
* description = "Tells what was agreed to, when, and how to take it back."
* code.text = "Consent recorded"
* insert Plainly(ko, [["수신 동의를 확인해 드립니다"]], [["#{patientName}, #{clinicName}입니다. #{anchorDate}에 광고성 소식 수신에 동의해 주셔서 그대로 처리했습니다. 마음이 바뀌시면 언제든 #{clinicPhone}로 알려 주세요. 바로 멈추겠습니다."]])
* insert Plainly(ja, [["受信のご同意を承りました"]], [["#{patientName}、#{clinicName}です。#{anchorDate}にお知らせ・ご案内（広告）の受信にご同意いただき、登録いたしました。お気持ちが変わりましたら、いつでも #{clinicPhone} までお知らせください。すぐに停止いたします。"]])
* insert Plainly(fa, [["رضایت شما ثبت شد"]], [["#{patientName}، این پیام از #{clinicName} است. رضایت شما در #{anchorDate} برای دریافت خبرهای تبلیغاتی ثبت شد. هر زمان نظرتان تغییر کرد با #{clinicPhone} تماس بگیرید تا بی‌درنگ متوقف کنیم."]])
* insert Plainly(en, [["Your consent is recorded"]], [["#{patientName}, this is #{clinicName}. You agreed to our news and offers on #{anchorDate}, and we have recorded it. If you change your mind, call #{clinicPhone} at any time and we will stop at once."]])

Instance: consent-notice-given-for-the-night
InstanceOf: OutreachActivity
Usage: #definition
Title: "Consent to evenings recorded"
* insert Activity(consent-notice-given-for-the-night, transactional)
* name = "ConsentNoticeGivenForTheNight"
* title = "Consent to evenings recorded"
* description = "Tells that messages may come in the evening, and how to take it back."
* code.text = "Consent to evenings recorded"
* insert Plainly(ko, [["야간 수신 동의를 확인해 드립니다"]], [["#{patientName}, #{clinicName}입니다. #{anchorDate}에 야간(21시~8시) 광고성 소식 수신에 동의해 주셔서 그대로 처리했습니다. 불편하시면 #{clinicPhone}로 알려 주세요. 바로 멈추겠습니다."]])
* insert Plainly(ja, [["夜間の受信のご同意を承りました"]], [["#{patientName}、#{clinicName}です。#{anchorDate}に夜間の広告の受信にご同意いただき、登録いたしました。ご不便な場合は #{clinicPhone} までお知らせください。すぐに停止いたします。"]])
* insert Plainly(fa, [["رضایت شما برای شب ثبت شد"]], [["#{patientName}، این پیام از #{clinicName} است. رضایت شما در #{anchorDate} برای دریافت پیام تبلیغاتی در شب ثبت شد. اگر آزارتان می‌دهد با #{clinicPhone} تماس بگیرید تا بی‌درنگ متوقف کنیم."]])
* insert Plainly(en, [["Your consent to evenings is recorded"]], [["#{patientName}, this is #{clinicName}. You agreed on #{anchorDate} to our news and offers at night, and we have recorded it. If it disturbs you, call #{clinicPhone} and we will stop at once."]])

Instance: consent-notice-refused
InstanceOf: OutreachActivity
Usage: #definition
Title: "Refusal of advertising done"
* insert Activity(consent-notice-refused, transactional)
* name = "ConsentNoticeRefused"
* title = "Refusal of advertising done"
* description = "Tells that advertising has stopped, and what still comes."
* code.text = "Refusal of advertising done"
* insert Plainly(ko, [["광고 수신 거부를 처리했습니다"]], [["#{patientName}, #{clinicName}입니다. #{anchorDate}에 말씀하신 광고성 소식 수신 거부를 처리했습니다. 이제 보내 드리지 않습니다. 예약과 진료에 필요한 안내만 드립니다. 궁금하신 점은 #{clinicPhone}로 알려 주세요."]])
* insert Plainly(ja, [["広告の受信停止を承りました"]], [["#{patientName}、#{clinicName}です。#{anchorDate}にお申し出の広告の受信停止を完了いたしました。今後お送りすることはございません。ご予約と診療に必要なご連絡のみ差し上げます。ご不明な点は #{clinicPhone} まで。"]])
* insert Plainly(fa, [["انصراف شما ثبت شد"]], [["#{patientName}، این پیام از #{clinicName} است. انصراف شما از پیام‌های تبلیغاتی در #{anchorDate} ثبت و اجرا شد و دیگر چنین پیامی نمی‌فرستیم. فقط پیام‌های لازم برای نوبت و درمان می‌آید. پرسش: #{clinicPhone}"]])
* insert Plainly(en, [["Our offers have stopped"]], [["#{patientName}, this is #{clinicName}. On #{anchorDate} you asked us to stop our news and offers, and we have. Only what your visits and care need will still come. Questions: #{clinicPhone}."]])

Instance: consent-notice-refused-everything
InstanceOf: OutreachActivity
Usage: #definition
Title: "Refusal of every message done"
* insert Activity(consent-notice-refused-everything, transactional)
* name = "ConsentNoticeRefusedEverything"
* title = "Refusal of every message done"
* description = "Tells once that messages have stopped."
* code.text = "Refusal of every message done"
* insert Plainly(ko, [["수신 거부를 처리했습니다"]], [["#{patientName}, #{clinicName}입니다. #{anchorDate}에 말씀하신 수신 거부를 처리했습니다. 이 안내를 끝으로 더는 보내 드리지 않습니다. 필요하실 때는 언제든 #{clinicPhone}로 전화 주세요."]])
* insert Plainly(ja, [["受信停止を承りました"]], [["#{patientName}、#{clinicName}です。#{anchorDate}にお申し出の受信停止を完了いたしました。このお知らせを最後に、今後はお送りいたしません。ご用の際はいつでも #{clinicPhone} までお電話ください。"]])
* insert Plainly(fa, [["دریافت پیام متوقف شد"]], [["#{patientName}، این پیام از #{clinicName} است. درخواست شما در #{anchorDate} برای توقف پیام‌ها انجام شد و این آخرین پیام ماست. هر زمان کاری داشتید با #{clinicPhone} تماس بگیرید."]])
* insert Plainly(en, [["Our messages have stopped"]], [["#{patientName}, this is #{clinicName}. On #{anchorDate} you asked us to stop writing, and we have: this is the last message. Whenever you need us, call #{clinicPhone}."]])

Instance: consent-renewal-ask
InstanceOf: OutreachActivity
Usage: #definition
Title: "Asking whether a consent still holds"
* insert Activity(consent-renewal-ask, transactional)
* name = "ConsentRenewalAsk"
* title = "Asking whether a consent still holds"
* description = "Says when the person agreed, asks whether it still holds, and says what happens without an answer."
* code.text = "Asking whether a consent still holds"
* insert Plainly(ko, [["소식 수신 동의가 계속되는지 여쭙니다"]], [["#{patientName}, #{clinicName}입니다. #{anchorDate}에 광고성 소식 수신에 동의하신 지 곧 2년이 됩니다. 계속 받으시려면 #{clinicPhone}로 알려 주세요. 원치 않으시면 그대로 두셔도 되고, 그때부터 보내 드리지 않습니다."]])
* insert Plainly(ja, [["受信のご同意についてお伺いします"]], [["#{patientName}、#{clinicName}です。#{anchorDate}に広告の受信にご同意いただいてから、まもなく2年になります。引き続きご希望の場合は #{clinicPhone} までお知らせください。ご連絡がない場合は、以後お送りいたしません。"]])
* insert Plainly(fa, [["آیا همچنان مایل به دریافت پیام هستید؟"]], [["#{patientName}، این پیام از #{clinicName} است. به‌زودی دو سال از رضایت شما (#{anchorDate}) برای دریافت پیام‌های تبلیغاتی می‌گذرد. اگر همچنان مایلید با #{clinicPhone} خبر دهید؛ وگرنه کاری لازم نیست و از آن پس نمی‌فرستیم."]])
* insert Plainly(en, [["Would you still like to hear from us?"]], [["#{patientName}, this is #{clinicName}. You agreed to our news and offers on #{anchorDate}, soon two years ago. To keep them, let us know at #{clinicPhone}. If not, you need do nothing: we will stop then."]])
