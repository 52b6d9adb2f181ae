ValueSet: OutreachPurposes
Id: outreach-purpose
Title: "Outreach purposes"
Description: "Every purpose of a message."
* insert ValuesOfAnbu
* include codes from system OutreachPurpose

ValueSet: OutreachReasons
Id: outreach-reason
Title: "Outreach reasons"
Description: "Every reason why a message was not planned, moved, withdrawn or not sent."
* insert ValuesOfAnbu
* include codes from system OutreachReason

ValueSet: DeliveryStatuses
Id: delivery-status
Title: "Delivery statuses"
Description: "Every delivery status."
* insert ValuesOfAnbu
* include codes from system DeliveryStatus

ValueSet: FeedbackCategories
Id: feedback-category
Title: "Feedback categories"
Description: "Every category of feedback."
* insert ValuesOfAnbu
* include codes from system FeedbackCategory

ValueSet: ComplaintStatuses
Id: complaint-status
Title: "Complaint statuses"
Description: "Every status of a complaint."
* insert ValuesOfAnbu
* include codes from system ComplaintStatus

ValueSet: TaskCodes
Id: task-code
Title: "Task codes"
Description: "Every code of a staff task."
* insert ValuesOfAnbu
* include codes from system TaskCode

ValueSet: VipTiers
Id: vip-tier
Title: "VIP tiers"
Description: "Every VIP tier."
* insert ValuesOfAnbu
* include codes from system VipTier

ValueSet: Channels
Id: channel
Title: "Channels"
Description: "Every channel, in and out."
* insert ValuesOfAnbu
* include codes from system Channel

ValueSet: ExitRules
Id: exit-rule
Title: "Exit rules"
Description: "Every exit rule."
* insert ValuesOfAnbu
* include codes from system ExitRule

ValueSet: CollisionScopes
Id: collision-scope
Title: "Collision scopes"
Description: "Every collision scope."
* insert ValuesOfAnbu
* include codes from system CollisionScope

ValueSet: HolidayRules
Id: holiday-rule
Title: "Holiday rules"
Description: "Every holiday rule."
* insert ValuesOfAnbu
* include codes from system HolidayRule

ValueSet: MessageParts
Id: message-part
Title: "Message parts"
Description: "Every part of a message."
* insert ValuesOfAnbu
* include codes from system MessagePart

ValueSet: MessageLanguages
Id: message-language
Title: "Message languages"
Description: "Languages in which messages are written."
* insert ValuesOfAnbu
* urn:ietf:bcp:47#ko "Korean"
* urn:ietf:bcp:47#ja "Japanese"
* urn:ietf:bcp:47#fa "Persian"
* urn:ietf:bcp:47#en "English"
