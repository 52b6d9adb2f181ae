CodeSystem: OutreachPurpose
Id: outreach-purpose
Title: "Outreach purpose"
Description: "Why a message is sent. Declared by every activity, never guessed; it decides which consent, label, channel and hours apply."
* insert CodesOfAnbu
* #transactional "Transactional" "About something the patient has arranged or asked for: a booking, a receipt, an answer. Needs no opt-in and stops at an opt-out."
* #treatment "Treatment" "Care after or around a treatment the patient has had. Needs no opt-in and stops at an opt-out."
* #recall "Recall" "Reminds of a later visit that the treatment suggests. Follows the jurisdiction: in Korea it needs a consent to recall or to advertising."
* #education "Education" "General health information."
* #survey "Survey" "Asks for the patient's opinion."
* #advertising "Advertising" "Promotes the clinic, greetings and thanks included. Needs a consent to advertising."
* insert Said(transactional, [["예약·접수 안내"]], [["予約・受付のお知らせ"]], [["اطلاع‌رسانی نوبت و پذیرش"]])
* insert Said(treatment, [["치료 후 돌봄"]], [["治療後のフォロー"]], [["پیگیری پس از درمان"]])
* insert Said(recall, [["재방문 시기 안내"]], [["再来院時期のお知らせ"]], [["یادآوری زمان مراجعهٔ بعدی"]])
* insert Said(education, [["건강 정보"]], [["健康情報"]], [["اطلاعات سلامت"]])
* insert Said(survey, [["설문"]], [["アンケート"]], [["نظرسنجی"]])
* insert Said(advertising, [["광고성 정보"]], [["広告・宣伝"]], [["پیام تبلیغاتی"]])

CodeSystem: DeliveryStatus
Id: delivery-status
Title: "Delivery status"
Description: "How far one message has come on one channel."
* insert CodesOfAnbu
* #planned "Planned" "The message is planned and not yet due."
* #held "Held" "It would have been sent, but sending is switched off (shadow mode) or the number is not on the allow-list."
* #claimed "Claimed" "One node has taken the message and is about to hand it to the provider."
* #submitted "Submitted" "The message was handed to the provider, whose answer is not yet known."
* #accepted "Accepted" "The provider has accepted the message."
* #delivered "Delivered" "The provider reports that the message reached the patient's device."
* #read "Read" "The channel reports that the message was opened."
* #replied "Replied" "The patient has answered."
* #unknown "Unknown" "Whether the message reached the provider or the patient cannot be told; staff check it, nothing is sent again by itself."
* #failed-temporary "Failed for now" "The provider refused for a reason that may pass."
* #failed-permanent "Failed" "The provider refused for a reason that will not pass on this channel."
* #skipped "Skipped" "A rule said no right before sending."
* #revoked "Revoked" "The message was withdrawn before it was sent."
* #superseded "Superseded" "Another message took its place."
* insert Said(planned, [["예정"]], [["予定"]], [["برنامه‌ریزی‌شده"]])
* insert Said(held, [["보류"]], [["保留"]], [["نگه‌داشته‌شده"]])
* insert Said(claimed, [["발송 준비"]], [["送信準備中"]], [["در حال آماده‌سازی ارسال"]])
* insert Said(submitted, [["발송 요청"]], [["送信依頼済み"]], [["تحویل‌شده به سامانهٔ ارسال"]])
* insert Said(accepted, [["발송 접수"]], [["送信受付済み"]], [["پذیرفته‌شده برای ارسال"]])
* insert Said(delivered, [["도착"]], [["配信済み"]], [["رسیده"]])
* insert Said(read, [["읽음"]], [["既読"]], [["خوانده‌شده"]])
* insert Said(replied, [["답장 받음"]], [["返信あり"]], [["پاسخ داده‌شده"]])
* insert Said(unknown, [["확인 필요"]], [["要確認"]], [["نامشخص، نیازمند بررسی"]])
* insert Said(failed-temporary, [["일시 실패"]], [["一時的な失敗"]], [["ناموفق موقت"]])
* insert Said(failed-permanent, [["실패"]], [["失敗"]], [["ناموفق"]])
* insert Said(skipped, [["보내지 않음"]], [["送信せず"]], [["ارسال‌نشده"]])
* insert Said(revoked, [["철회"]], [["取り下げ"]], [["بازپس‌گرفته‌شده"]])
* insert Said(superseded, [["다른 메시지로 대체"]], [["別のメッセージに置換"]], [["جایگزین‌شده"]])

CodeSystem: OutreachReason
Id: outreach-reason
Title: "Outreach reason"
Description: "Why a message was not planned, was moved, was withdrawn or was not sent. Every no has one."
* insert CodesOfAnbu
* #visited-since "Visited since" "The patient has come in since the anchor, so the recall is no longer needed."
* #appointment-moved "Appointment moved" "The appointment has another time now."
* #appointment-cancelled "Appointment cancelled" "The appointment was cancelled."
* #anchor-cancelled "Anchor cancelled" "What the scenario counts from was cancelled or not carried out."
* #anchor-entered-in-error "Anchor entered in error" "What the scenario counts from was marked as an error."
* #anchor-gone "Anchor gone" "What the scenario counts from was deleted or cannot be read."
* #deceased "Deceased" "The patient has died."
* #inactive "Inactive record" "The patient's record is not in use."
* #merged "Merged record" "The patient's record was replaced by another one."
* #opt-out "Opted out" "The patient does not want such messages."
* #no-consent "No consent" "The purpose needs a consent that is not on file."
* #consent-expired "Consent expired" "The consent has not been confirmed for longer than the law allows, or nobody knows when it was given."
* #muted "Muted" "The patient wants no such messages for a while; what falls into that time is not made up for."
* #kill-switch "Stopped by the clinic" "Sending is stopped for this scenario, this clinic or everywhere; the message waits."
* #too-long "Too long" "The text is longer than its channel takes, or than the law allows without consent. It is never cut."
* #too-late "Too late" "The time in which the message makes sense had passed."
* #no-address "No address" "There is no number or address for a usable channel."
* #no-language "No language" "The content does not exist in a language for this patient."
* #no-birth-date "No birth date" "The scenario needs a birth date and there is none."
* #unknown-modifier "Unknown modifier extension" "The record carries a modifierExtension that Anbu does not know, so it may mean something else."
* #imprecise-date "Imprecise date" "The date is known only to the month or year."
* #unknown-zone "Unknown time zone" "The clinic's time zone is not known."
* #household-told "The household was told" "Several patients with this number were to hear the same on this day: one message went out for all of them."
* #shared-number "Shared number" "More than one patient has this number, so it is not certain who would read the message."
* #guardian-needed "Guardian needed" "The patient is a minor or represented, and no guardian to write to is on file."
* #condition-false "Condition not met" "A condition of the scenario or step is not met."
* #condition-failed "Condition failed" "A condition could not be evaluated."
* #exit-condition "Exit condition met" "A condition that ends the scenario is met."
* #scenario-inactive "Scenario not active" "The scenario is draft or retired."
* #not-in-plan "No longer in the plan" "The plan no longer contains this message."
* #programme-over "Programme over" "The programme's week has passed."
* #review-pending "Review pending" "Staff have not completed the review that comes first."
* #quiet-hours "Quiet hours" "The message waits until the quiet hours are over."
* #send-window "Send window closed" "The message waits for the next day and hour in which its step is sent."
* #digest "Waits for its digest" "The message waits for others that are due on the same day, to go with them as one."
* #past-until "Over" "The scenario or the step said until when it runs, and that moment has passed."
* #throttled "Too many at once" "The clinic sends only so many messages a minute and a day over this channel; it was this one's turn too late."
* #frequency-cap "Too many messages" "The patient has had as many messages lately as the clinic allows."
* #missing-variable "Missing content" "A value that the text needs is not known."
* #label-missing "Label missing" "A label that the law demands was not found in the finished text."
* #sensitive-content "Too sensitive for the channel" "There are no words about a sensitive treatment that others may read."
* #advertising-not-on-channel "Advertising not allowed on channel" "This channel must not carry advertising."
* #channel-unavailable "Channel unavailable" "The channel is not set up or not working."
* #go-live "Before go-live" "The anchor is older than the day on which the clinic went live."
* #not-on-allow-list "Not on the allow-list" "Only listed numbers receive messages for now."
* #shadow-mode "Shadow mode" "Anbu plans and records but sends nothing."
* #provider-rejected "Rejected by the provider" "The provider refused the message."
* #provider-unreachable "Provider unreachable" "The provider could not be reached."
* #unknown-outcome "Outcome unknown" "It cannot be told whether the provider accepted the message."
* #recipient-blocked "Blocked by the recipient" "The recipient has blocked the sender."
* #channels-exhausted "All channels tried" "Every channel of the plan was tried without success."
* #open-complaint "Open complaint" "The patient has a complaint that is not resolved."
* #superseded "Superseded" "Another message took its place."
* #withdrawn "Withdrawn by staff" "Staff took it back when its scenario was changed."
* #number-invalid "Invalid number" "The number is not one that can receive messages."
* #collision "Another scenario goes first" "Another scenario of the same collision group writes to the patient on that day."
* #one-at-a-time "Another one is active" "The patient has another active scenario of this kind."
* #other-transition "Came from another status" "The anchor had another status before than the one that starts the scenario."
* #transition-unknown "Earlier status unknown" "The status that the anchor had before is not recorded anywhere."
* #no-golden-time "No golden time" "The golden-time table has no time for this treatment."
* #not-in-segment "Not in the segment" "The patient does not belong to the segment that the scenario is for."
* insert Said(visited-since, [["이미 방문하셨습니다"]], [["すでに来院済み"]], [["پس از آن مراجعه کرده است"]])
* insert Said(appointment-moved, [["예약 시간이 바뀌었습니다"]], [["予約日時の変更"]], [["زمان نوبت تغییر کرده است"]])
* insert Said(appointment-cancelled, [["예약이 취소되었습니다"]], [["予約の取り消し"]], [["نوبت باطل شده است"]])
* insert Said(anchor-cancelled, [["기준이 되는 진료가 취소되었습니다"]], [["起点となる診療の取り消し"]], [["خدمت مبنا انجام نشده یا باطل شده است"]])
* insert Said(anchor-entered-in-error, [["기준 기록이 잘못 입력된 것이었습니다"]], [["起点となる記録の誤入力"]], [["رکورد مبنا به‌اشتباه ثبت شده بود"]])
* insert Said(anchor-gone, [["기준 기록이 없습니다"]], [["起点となる記録がありません"]], [["رکورد مبنا در دسترس نیست"]])
* insert Said(deceased, [["돌아가신 분입니다"]], [["お亡くなりになっています"]], [["بیمار درگذشته است"]])
* insert Said(inactive, [["사용하지 않는 환자 기록입니다"]], [["使用されていない患者記録"]], [["پروندهٔ بیمار غیرفعال است"]])
* insert Said(merged, [["다른 환자 기록으로 합쳐졌습니다"]], [["別の患者記録に統合済み"]], [["پرونده با پروندهٔ دیگری ادغام شده است"]])
* insert Said(opt-out, [["수신을 거부하셨습니다"]], [["受信を希望されていません"]], [["بیمار نمی‌خواهد پیام دریافت کند"]])
* insert Said(no-consent, [["필요한 동의가 없습니다"]], [["必要な同意がありません"]], [["رضایت لازم ثبت نشده است"]])
* insert Said(consent-expired, [["동의를 다시 확인해야 합니다"]], [["同意の再確認が必要です"]], [["رضایت باید دوباره تأیید شود"]])
* insert Said(muted, [["환자가 잠시 받지 않기로 했습니다"]], [["患者が一時的に受信を止めています"]], [["بیمار فعلاً پیام نمی‌خواهد"]])
* insert Said(kill-switch, [["병원이 발송을 멈췄습니다"]], [["医院が送信を停止しています"]], [["مرکز ارسال را متوقف کرده است"]])
* insert Said(too-long, [["채널이나 법이 허용하는 길이를 넘습니다"]], [["送信手段または法律で認められた長さを超えています"]], [["متن بلندتر از حد این راه ارتباطی یا قانون است"]])
* insert Said(too-late, [["보낼 시기가 지났습니다"]], [["送信に適した時期を過ぎています"]], [["زمان مناسب ارسال گذشته است"]])
* insert Said(no-address, [["보낼 연락처가 없습니다"]], [["連絡先がありません"]], [["نشانی یا شماره‌ای برای ارسال نیست"]])
* insert Said(no-language, [["환자의 언어로 된 내용이 없습니다"]], [["患者の言語の文面がありません"]], [["متن به زبان بیمار موجود نیست"]])
* insert Said(no-birth-date, [["생년월일이 없습니다"]], [["生年月日がありません"]], [["تاریخ تولد ثبت نشده است"]])
* insert Said(unknown-modifier, [["의미를 알 수 없는 표시가 붙은 기록입니다"]], [["意味の分からない修飾が付いた記録です"]], [["پرونده نشانه‌ای ناشناخته دارد"]])
* insert Said(imprecise-date, [["날짜가 정확하지 않습니다"]], [["日付が不正確です"]], [["تاریخ دقیق نیست"]])
* insert Said(unknown-zone, [["시간대를 알 수 없습니다"]], [["タイムゾーンが不明です"]], [["منطقهٔ زمانی نامشخص است"]])
* insert Said(household-told, [["같은 번호를 쓰는 분들께 한 번만 보냈습니다"]], [["同じ番号の方々に一通だけ送信"]], [["برای همهٔ دارندگان شماره یک پیام فرستاده شد"]])
* insert Said(shared-number, [["여러 환자가 같은 번호를 씁니다"]], [["複数の患者が同じ番号を使用"]], [["چند بیمار شمارهٔ یکسان دارند"]])
* insert Said(guardian-needed, [["보호자 연락처가 필요합니다"]], [["保護者の連絡先が必要です"]], [["اطلاعات تماس سرپرست لازم است"]])
* insert Said(condition-false, [["조건에 해당하지 않습니다"]], [["条件に該当しません"]], [["شرط برقرار نیست"]])
* insert Said(condition-failed, [["조건을 확인하지 못했습니다"]], [["条件を確認できませんでした"]], [["بررسی شرط ممکن نشد"]])
* insert Said(exit-condition, [["종료 조건에 해당합니다"]], [["終了条件に該当"]], [["شرط پایان برقرار شده است"]])
* insert Said(scenario-inactive, [["사용 중인 시나리오가 아닙니다"]], [["シナリオは有効ではありません"]], [["سناریو فعال نیست"]])
* insert Said(not-in-plan, [["더 이상 계획에 없습니다"]], [["計画から外れました"]], [["دیگر در برنامه نیست"]])
* insert Said(programme-over, [["행사 주간이 지났습니다"]], [["実施週を過ぎています"]], [["هفتهٔ برنامه گذشته است"]])
* insert Said(review-pending, [["직원 검토를 기다립니다"]], [["スタッフの確認待ち"]], [["در انتظار بررسی کارکنان"]])
* insert Said(quiet-hours, [["야간에는 보내지 않습니다"]], [["夜間は送信しません"]], [["ساعت‌های سکوت"]])
* insert Said(send-window, [["이 단계의 발송 시간이 아닙니다"]], [["このステップの送信時間帯ではありません"]], [["بیرون از بازهٔ ارسال این گام است"]])
* insert Said(digest, [["다른 메시지와 묶어 보내려고 기다립니다"]], [["他のメッセージとまとめるため待機中です"]], [["منتظر ارسال یکجا با پیام‌های دیگر است"]])
* insert Said(past-until, [["시나리오 기간이 끝났습니다"]], [["シナリオの期間が終わりました"]], [["دورهٔ این سناریو به پایان رسیده است"]])
* insert Said(throttled, [["한 번에 보낼 수 있는 건수를 넘었습니다"]], [["一度に送信できる件数を超えました"]], [["از سقف ارسال هم‌زمان گذشته است"]])
* insert Said(frequency-cap, [["최근 메시지가 많아 쉬어 갑니다"]], [["最近の送信数が上限です"]], [["شمار پیام‌های اخیر به سقف رسیده است"]])
* insert Said(missing-variable, [["문구에 필요한 값이 없습니다"]], [["文面に必要な値がありません"]], [["مقدار لازم برای متن موجود نیست"]])
* insert Said(label-missing, [["법정 표시가 없습니다"]], [["法定の表示がありません"]], [["برچسب قانونی در متن نیست"]])
* insert Said(sensitive-content, [["남이 볼 수 있는 채널에 쓸 수 있는 문구가 없습니다"]], [["他の人の目に触れる経路で使える文面がありません"]], [["متنی که دیگران هم بتوانند ببینند موجود نیست"]])
* insert Said(advertising-not-on-channel, [["이 채널로는 광고를 보낼 수 없습니다"]], [["この経路では広告を送れません"]], [["ارسال تبلیغ از این کانال مجاز نیست"]])
* insert Said(channel-unavailable, [["채널을 사용할 수 없습니다"]], [["経路が利用できません"]], [["کانال در دسترس نیست"]])
* insert Said(go-live, [["서비스 시작 전의 기록입니다"]], [["運用開始前の記録です"]], [["مربوط به پیش از شروع بهره‌برداری است"]])
* insert Said(not-on-allow-list, [["허용 목록에 없는 번호입니다"]], [["許可リストにない番号です"]], [["شماره در فهرست مجاز نیست"]])
* insert Said(shadow-mode, [["시험 운영 중이라 보내지 않았습니다"]], [["試験運用中のため送信していません"]], [["در حالت آزمایشی ارسال نمی‌شود"]])
* insert Said(provider-rejected, [["발송 업체가 거절했습니다"]], [["配信事業者が拒否しました"]], [["ارائه‌دهنده پیام را نپذیرفت"]])
* insert Said(provider-unreachable, [["발송 업체에 연결하지 못했습니다"]], [["配信事業者に接続できません"]], [["ارتباط با ارائه‌دهنده برقرار نشد"]])
* insert Said(unknown-outcome, [["발송 결과를 알 수 없습니다"]], [["送信結果が不明です"]], [["نتیجهٔ ارسال نامشخص است"]])
* insert Said(recipient-blocked, [["수신자가 차단했습니다"]], [["受信者がブロックしています"]], [["گیرنده فرستنده را مسدود کرده است"]])
* insert Said(channels-exhausted, [["모든 채널로 시도했습니다"]], [["すべての経路を試しました"]], [["همهٔ کانال‌ها امتحان شد"]])
* insert Said(open-complaint, [["처리 중인 불만이 있습니다"]], [["対応中の苦情があります"]], [["شکایت بازِ در حال رسیدگی دارد"]])
* insert Said(superseded, [["다른 메시지로 대체되었습니다"]], [["別のメッセージに置き換えられました"]], [["با پیام دیگری جایگزین شد"]])
* insert Said(withdrawn, [["직원이 거두어들였습니다"]], [["職員が取り下げました"]], [["کارکنان آن را پس گرفتند"]])
* insert Said(number-invalid, [["올바른 번호가 아닙니다"]], [["番号が正しくありません"]], [["شماره معتبر نیست"]])
* insert Said(collision, [["같은 날 먼저 보낼 메시지가 있습니다"]], [["同じ日に優先するメッセージがあります"]], [["در همان روز پیام دیگری اولویت دارد"]])
* insert Said(one-at-a-time, [["같은 종류의 안내가 이미 진행 중입니다"]], [["同じ種類のご案内が進行中です"]], [["برنامهٔ دیگری از همین نوع در جریان است"]])
* insert Said(other-transition, [["기준 기록의 이전 상태가 다릅니다"]], [["起点となる記録の直前の状態が異なります"]], [["وضعیت پیشین رکورد مبنا متفاوت بود"]])
* insert Said(transition-unknown, [["기준 기록의 이전 상태를 알 수 없습니다"]], [["起点となる記録の直前の状態が不明です"]], [["وضعیت پیشین رکورد مبنا ثبت نشده است"]])
* insert Said(no-golden-time, [["이 시술의 안내 시기가 정해져 있지 않습니다"]], [["この治療のご案内時期が定められていません"]], [["زمان مناسب برای این درمان تعیین نشده است"]])
* insert Said(not-in-segment, [["대상 환자군에 속하지 않습니다"]], [["対象の患者グループに含まれません"]], [["بیمار در گروه هدف نیست"]])

CodeSystem: Channel
Id: channel
Title: "Channel"
Description: "Ways by which a message goes out or a complaint comes in."
* insert CodesOfAnbu
* #sms "Text message" "Short message to a phone number, long ones included."
* #kakao "KakaoTalk" "KakaoTalk AlimTalk to a phone number."
* #line "LINE" "LINE message to a linked account."
* #whatsapp "WhatsApp" "WhatsApp message to a phone number."
* #email "E-mail" "E-mail to an address."
* #phone "Phone call" "A call by or to a person."
* #letter "Letter" "A letter or card by post."
* #web "Web form" "The clinic's web page."
* #app "App" "The clinic's app."
* #visit "In person" "At the desk."
* #fax "Fax" "A fax."
* #sns "Social network" "A post or message on a social network."

CodeSystem: MessagePart
Id: message-part
Title: "Message part"
Description: "Which part of a message a content is. Each part becomes a payload of its own, in the order in which the activity lists them."
* insert CodesOfAnbu
* #guidance "Guidance" "What to expect and how to reach the clinic."
* #precautions "Precautions" "What to look out for, and what to tell the clinic beforehand."

CodeSystem: OutreachTag
Id: tag
Title: "Outreach tag"
Description: "Marks on resources that Anbu writes."
* insert CodesOfAnbu
* #simulated "Simulated" "Made while messages went to simulated providers; nobody received anything."

CodeSystem: State
Id: state
Title: "State"
Description: "What Anbu keeps for itself in Basic resources."
* insert CodesOfAnbu
* #sweep-watermark "Sweep watermark" "How far a server has been swept for changes."

CodeSystem: ExitRule
Id: exit-rule
Title: "Exit rule"
Description: "What ends a scenario for a patient. Death, an inactive or merged record and an anchor entered in error always do."
* insert CodesOfAnbu
* #visited-since "Visited since" "A finished Encounter starts after the anchor's own Encounter, or the anchor's date where it has none, on a later local date."
* #anchor-cancelled "Anchor cancelled" "The anchor is cancelled, not done or a no-show."
* #programme-over "Programme over" "The programme's week, and the time in which its messages stay valid, have passed."
* #opted-out "Opted out" "The patient has opted out of the purpose or of everything."

CodeSystem: CollisionScope
Id: collision-scope
Title: "Collision scope"
Description: "What two scenarios of a collision group must have in common to be in each other's way."
* insert CodesOfAnbu
* #patient "Patient" "They write to the same patient on the same day."
* #anchor "Anchor" "They write about the same anchor on the same day, or both at once on whatever day."
* insert Said(patient, [["같은 환자"]], [["同じ患者"]], [["همان بیمار"]])
* insert Said(anchor, [["같은 기준 기록"]], [["同じ起点の記録"]], [["همان رویداد مبدأ"]])

CodeSystem: HolidayRule
Id: holiday-rule
Title: "Holiday rule"
Description: "What becomes of a step that is due on a day on which the clinic rests."
* insert CodesOfAnbu
* #send "Send" "It is sent all the same."
* #next-working-day "Next working day" "It is sent on the next working day; a step before its anchor on the one before, where the next would be too late."
* #previous-working-day "Previous working day" "It is sent on the working day before; a step after its anchor on the next one, where the one before would not be after it."
* insert Said(send, [["그대로 발송"]], [["そのまま送信"]], [["همان روز فرستاده شود"]])
* insert Said(next-working-day, [["다음 진료일"]], [["翌診療日"]], [["روز کاری بعد"]])
* insert Said(previous-working-day, [["이전 진료일"]], [["前診療日"]], [["روز کاری قبل"]])
