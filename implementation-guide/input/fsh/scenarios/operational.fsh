// Texts that the product itself sends. Their context is not a scenario's anchor but the resource named in the description.
Instance: complaint-acknowledgement
InstanceOf: OutreachActivity
Usage: #definition
Title: "Acknowledgement of a complaint"
* insert Activity(complaint-acknowledgement, transactional)
* name = "ComplaintAcknowledgement"
* title = "Acknowledgement of a complaint"
* insert Translated(title, [["불만 접수 안내"]], [["苦情受付のお知らせ"]], [["اعلام دریافت شکایت"]])
* description = "Sent at once when a complaint arrives. The context is the complaint task. It uses no name, because the sender may not be known. Staff see the title as the scenario and the code as its only step."
* code.text = "Answer at once"
* insert Translated(code.text, [["접수 즉시 안내"]], [["受付直後の返信"]], [["پاسخ فوری"]])
* insert Variable("caseNumber", [["identifier.where(system = 'https://anbu-health.github.io/fhir/sid/complaint').value.first()"]])
* insert Variable("resolveBy", "restriction.period.end")
* insert Words(ko, [["말씀을 잘 받았습니다"]], [["#{clinicName}입니다. 불편을 겪으셨다니 많이 답답하고 속상하셨겠습니다. 죄송합니다.\n말씀해 주신 내용을 접수했습니다. 접수번호는 #{caseNumber}입니다.\n담당자가 직접 확인하고 #{resolveBy}까지 어떻게 해결할지 알려 드리겠습니다. 그 전에 더 하실 말씀이 있거나 급한 증상이 있으면 바로 #{clinicPhone}번으로 전화해 주세요."]])
* insert Text(ko, [["#{clinicName}입니다. 불편을 드려 죄송합니다. 접수번호 #{caseNumber}, 담당자가 확인하고 #{resolveBy}까지 답을 드리겠습니다. 급한 증상은 바로 #{clinicPhone}번으로 전화해 주세요."]])
* insert Words(ja, [["ご意見を受け付けました"]], [["#{clinicName}です。ご不快な思いをおかけし、誠に申し訳ございません。さぞお困りのことと存じます。\nお寄せいただいた内容を受け付けました。受付番号は #{caseNumber} です。\n担当者が直接確認し、#{resolveBy}までに対応についてご連絡いたします。それまでに補足がある場合や、急ぎの症状がある場合は、すぐに #{clinicPhone} までお電話ください。"]])
* insert Text(ja, [["#{clinicName}です。ご不便をおかけし申し訳ございません。受付番号 #{caseNumber}。担当者が確認し、#{resolveBy}までにご連絡いたします。急ぎの症状はすぐ #{clinicPhone} へお電話ください。"]])
* insert Words(fa, [["پیام شما به ما رسید"]], [["این پیام از #{clinicName} است. از اینکه چنین تجربه‌ای داشتید متأسفیم و ناراحتی شما را درک می‌کنیم.\nپیام شما ثبت شد. شمارهٔ پیگیری: #{caseNumber}\nمسئول رسیدگی آن را شخصاً بررسی می‌کند و تا #{resolveBy} نتیجه را به شما اطلاع می‌دهیم. اگر پیش از آن نکتهٔ دیگری دارید یا علامت فوری پیش آمده است، فوراً با شمارهٔ #{clinicPhone} تماس بگیرید."]])
* insert Text(fa, [["#{clinicName}: از ناراحتی پیش‌آمده متأسفیم. پیام شما با شمارهٔ #{caseNumber} ثبت شد و مسئول رسیدگی تا #{resolveBy} پاسخ می‌دهد. برای علامت فوری بی‌درنگ با #{clinicPhone} تماس بگیرید."]])
* insert Words(en, [["We have received your message"]], [["This is #{clinicName}. We are sorry that this happened, and can understand how frustrating it must be.\nYour message is recorded. Your case number is #{caseNumber}.\nThe person in charge will look into it personally, and we will tell you by #{resolveBy} how it will be resolved. If you want to add something before then, or have an urgent symptom, please call #{clinicPhone} right away."]])
* insert Text(en, [["#{clinicName}: we are sorry. Case #{caseNumber}: the person in charge will answer by #{resolveBy}. Urgent symptom? Call #{clinicPhone} now."]])

Instance: opt-out-confirmation
InstanceOf: OutreachActivity
Usage: #definition
Title: "Confirmation of an opt-out"
* insert Activity(opt-out-confirmation, transactional)
* name = "OptOutConfirmation"
* title = "Confirmation of an opt-out"
* description = "Sent once when an opt-out was recorded. The context is the Consent. It uses no name, because several people may share the number."
* code.text = "Confirmation of an opt-out"
* insert Words(ko, [["수신 거부가 처리되었습니다"]], [["#{clinicName}입니다. 요청하신 대로 수신 거부가 처리되었습니다. 앞으로 안내 메시지를 보내지 않겠습니다.\n진료와 관련하여 꼭 필요한 연락은 전화로 드릴 수 있습니다. 다시 받기를 원하시면 #{clinicPhone}번으로 알려 주세요."]])
* insert Text(ko, [["#{clinicName}: 수신 거부가 처리되었습니다. 다시 받으시려면 #{clinicPhone}"]])
* insert Words(ja, [["配信停止を承りました"]], [["#{clinicName}です。ご希望のとおり、メッセージの配信を停止いたしました。今後はお知らせをお送りいたしません。\n診療のためにどうしても必要なご連絡は、お電話を差し上げることがございます。再開をご希望の際は #{clinicPhone} までお知らせください。"]])
* insert Text(ja, [["#{clinicName}です。配信停止を承りました。再開をご希望の際は #{clinicPhone} までお知らせください。"]])
* insert Words(fa, [["درخواست شما انجام شد"]], [["این پیام از #{clinicName} است. طبق درخواست شما، ارسال پیام متوقف شد و از این پس برایتان پیام نمی‌فرستیم.\nاگر برای درمان شما تماسی ضروری باشد، ممکن است تلفنی با شما تماس بگیریم. اگر دوباره مایل به دریافت پیام بودید، با شمارهٔ #{clinicPhone} به ما اطلاع دهید."]])
* insert Text(fa, [["#{clinicName}: طبق درخواست شما ارسال پیام متوقف شد. برای دریافت دوباره با #{clinicPhone} تماس بگیرید."]])
* insert Words(en, [["You will get no more messages"]], [["This is #{clinicName}. As you asked, we have stopped our messages to you.\nIf your treatment makes it necessary, we may still call you. If you would like to receive messages again, please tell us at #{clinicPhone}."]])
* insert Text(en, [["#{clinicName}: as you asked, we have stopped our messages. To get them again call #{clinicPhone}."]])
