Invariant: review-due
Description: "A review needs somebody to do it: an owner, or a performerType for the unassigned list."
Severity: #error
Expression: "owner.exists() or performerType.exists()"

Profile: ReviewVipTask
Parent: Task
Id: review-vip-task
Title: "Review of the referrers"
Description: "The list of patients who would be thanked, one input each: the type is the proposed tier, the value the patient. The inputs follow the candidates while the task is requested; completing it makes the list final."
* insert ProfileOfAnbu
* obeys review-due
* code 1..1
* code = $task-code#review-vip-list
* authoredOn 1..1
* restriction 1..1
* restriction.period 1..1
* restriction.period.end 1..1
* input.type from VipTiers (required)
* input.value[x] only Reference(Patient)

Profile: VipFlag
Parent: Flag
Id: vip-flag
Title: "VIP flag"
Description: "The patient's tier after the review. Only an active flag counts."
* insert ProfileOfAnbu
* code from VipTiers (required)
* code.coding 1..*
* subject only Reference(Patient)
