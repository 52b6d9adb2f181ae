CodeSystem: FeedbackCategory
Id: feedback-category
Title: "Feedback category"
Description: "What kind of thing a person has told the clinic."
* insert CodesOfAnbu
* #complaint "Complaint" "Something went wrong for the person and wants an answer."
* #suggestion "Suggestion" "An idea for doing better."
* #praise "Praise" "Thanks or appreciation."
* #question "Question" "A question that wants an answer."
* insert Said(complaint, [["불만"]], [["苦情"]], [["شکایت"]])
* insert Said(suggestion, [["제안"]], [["ご提案"]], [["پیشنهاد"]])
* insert Said(praise, [["칭찬"]], [["お褒めの言葉"]], [["قدردانی"]])
* insert Said(question, [["문의"]], [["お問い合わせ"]], [["پرسش"]])

CodeSystem: ComplaintStatus
Id: complaint-status
Title: "Complaint status"
Description: "How far a complaint has come, in the words the person who complained may read."
* insert CodesOfAnbu
* #received "Received" "The complaint is recorded."
* #acknowledged "Acknowledged" "The person knows that it was received, and by when to expect an answer."
* #assigned "Assigned" "Somebody is responsible for it."
* #in-progress "In progress" "It is being looked into."
* #waiting "Waiting" "Something is needed from the person or a third party."
* #resolved "Resolved" "A resolution was found and told to the person."
* #closed "Closed" "Nothing is left to do."
* #reopened "Reopened" "The person was not content, or something new came up."
* insert Said(received, [["접수됨"]], [["受付済み"]], [["دریافت شد"]])
* insert Said(acknowledged, [["접수 확인"]], [["受付をご連絡済み"]], [["دریافت به شما اعلام شد"]])
* insert Said(assigned, [["담당자 지정"]], [["担当者決定"]], [["مسئول رسیدگی تعیین شد"]])
* insert Said(in-progress, [["처리 중"]], [["対応中"]], [["در حال رسیدگی"]])
* insert Said(waiting, [["답변 대기"]], [["ご返答待ち"]], [["در انتظار پاسخ"]])
* insert Said(resolved, [["해결됨"]], [["解決済み"]], [["حل شد"]])
* insert Said(closed, [["종료"]], [["終了"]], [["بسته شد"]])
* insert Said(reopened, [["다시 처리"]], [["再対応"]], [["دوباره باز شد"]])

CodeSystem: TaskCode
Id: task-code
Title: "Task code"
Description: "What a staff task asks for."
* insert CodesOfAnbu
* #handle-complaint "Handle a complaint" "Acknowledge, look into, resolve and answer a complaint."
* #review-vip-list "Review the list of referrers" "Look through the patients who would be thanked; completing the task makes the list final."
* #call-patient "Call the patient" "Reach the patient by phone and note the outcome."
* #check-unknown-delivery "Check an unknown delivery" "Find out whether a message reached the patient before anything is sent again."
* #dead-letter "Look at a change that failed" "A change could not be processed; find out why and start it again."
* #exhausted-channels "Reach the patient another way" "Every channel was tried without success."
* #answer-questions "Answer a patient's questions" "A patient has filled in the question form, and somebody should read it and answer."
* #approve-scenario "Approve a scenario" "Read a scenario and its texts, and approve or refuse it."
* insert Said(handle-complaint, [["불만 처리"]], [["苦情対応"]], [["رسیدگی به شکایت"]])
* insert Said(review-vip-list, [["소개 환자 명단 검토"]], [["ご紹介者リストの確認"]], [["بررسی فهرست معرفان"]])
* insert Said(call-patient, [["환자에게 전화"]], [["患者へ電話"]], [["تماس با بیمار"]])
* insert Said(check-unknown-delivery, [["발송 결과 확인"]], [["送信結果の確認"]], [["بررسی نتیجهٔ نامشخص ارسال"]])
* insert Said(dead-letter, [["처리 실패 확인"]], [["処理失敗の確認"]], [["بررسی تغییر پردازش‌نشده"]])
* insert Said(exhausted-channels, [["다른 방법으로 연락"]], [["別の方法で連絡"]], [["تماس از راه دیگر"]])
* insert Said(answer-questions, [["환자 질문에 답하기"]], [["患者の質問への回答"]], [["پاسخ به پرسش‌های بیمار"]])
* insert Said(approve-scenario, [["시나리오 승인"]], [["シナリオの承認"]], [["تأیید سناریو"]])

CodeSystem: ApprovalOutcome
Id: approval-outcome
Title: "Approval outcome"
Description: "What a member of staff decided about a scenario; stands in the businessStatus of the Task."
* insert CodesOfAnbu
* #approved "Approved" "The scenario and its texts may reach patients."
* #refused "Refused" "The scenario or its texts have to be changed first."
* insert Said(approved, [["승인"]], [["承認"]], [["تأیید شد"]])
* insert Said(refused, [["반려"]], [["差し戻し"]], [["رد شد"]])

CodeSystem: Treatment
Id: treatment
Title: "Treatment"
Description: "Treatments that packaged scenarios start from, for clinics that have no terminology of their own. The concept map names the SNOMED CT equivalents."
* insert CodesOfAnbu
* #botulinum-toxin "Botulinum toxin injection" "Injection of botulinum toxin."
* #dermal-filler "Dermal filler injection" "Injection of a filler into the skin or below it."
* #dental-implant "Dental implant" "Placement of a dental implant."
* #orthodontic-treatment "Orthodontic treatment" "Correction of the position of teeth or jaws."
* #dental-scaling "Dental scaling" "Removal of plaque and calculus from the teeth."
* insert Said(botulinum-toxin, [["보툴리눔 톡신 주사"]], [["ボツリヌス毒素注射"]], [["تزریق بوتولینوم توکسین"]])
* insert Said(dermal-filler, [["필러 주사"]], [["フィラー注入"]], [["تزریق فیلر"]])
* insert Said(dental-implant, [["치과 임플란트"]], [["歯科インプラント"]], [["ایمپلنت دندان"]])
* insert Said(orthodontic-treatment, [["치아 교정"]], [["歯列矯正"]], [["درمان ارتودنسی"]])
* insert Said(dental-scaling, [["스케일링"]], [["スケーリング"]], [["جرم‌گیری دندان"]])

CodeSystem: VipTier
Id: vip-tier
Title: "VIP tier"
Description: "Patients who referred others and are to be thanked: 2 or more referred new patients in the last 12 months, or 3 or more in total. The tier goes by the total. Each referred person counts once."
* insert CodesOfAnbu
* #A "Tier A" "Eligible, with 5 or more referred patients in total."
* #B "Tier B" "Eligible, with fewer than 5 referred patients in total."
* insert Said(A, [["A등급"]], [["Aランク"]], [["سطح A"]])
* insert Said(B, [["B등급"]], [["Bランク"]], [["سطح B"]])
