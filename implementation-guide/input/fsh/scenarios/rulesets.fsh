// One wording: for every channel that has none of its own (Words), or for text messages (Text).
RuleSet: Words(language, title, body)
* extension[content][+].extension[language].valueCode = #{language}
* extension[content][=].extension[title].valueString = {title}
* extension[content][=].extension[body].valueString = {body}

RuleSet: Text(language, body)
* extension[content][+].extension[language].valueCode = #{language}
* extension[content][=].extension[channel].valueCode = #sms
* extension[content][=].extension[body].valueString = {body}

RuleSet: PartWords(part, language, title, body)
* insert Words({language}, [[{title}]], [[{body}]])
* extension[content][=].extension[part].valueCode = #{part}

RuleSet: PartText(part, language, body)
* insert Text({language}, [[{body}]])
* extension[content][=].extension[part].valueCode = #{part}

// These after the wording that they belong to: words for others' eyes, buttons, a picture.
RuleSet: Discreet
* extension[content][=].extension[discreet].valueBoolean = true

// The same once more for channels that others may read, where the visit is labelled as sensitive.
RuleSet: Discreetly(language, title, body)
* insert Words({language}, [[{title}]], [[{body}]])
* insert Discreet

RuleSet: PartDiscreetly(part, language, title, body)
* insert PartWords({part}, {language}, [[{title}]], [[{body}]])
* insert Discreet

// The same in another tone, for clinics that speak in it; after the usual words.
RuleSet: WarmWords(language, title, body)
* insert Words({language}, [[{title}]], [[{body}]])
* extension[content][=].extension[tone].valueCode = #warm

RuleSet: ButtonFor(action, label)
* extension[content][=].extension[button][+].extension[label].valueString = {label}
* extension[content][=].extension[button][=].extension[action].valueCode = #{action}

RuleSet: Picture(type, url, title)
* extension[content][=].extension[image].valueAttachment.contentType = #{type}
* extension[content][=].extension[image].valueAttachment.url = {url}
* extension[content][=].extension[image].valueAttachment.title = {title}

// The value of a variable in texts of one language.
RuleSet: VariableIn(language, name, expression)
* insert Variable({name}, [[{expression}]])
* extension[variable][=].extension[language].valueCode = #{language}

RuleSet: Variable(name, expression)
* extension[variable][+].extension[name].valueString = {name}
* extension[variable][=].extension[expression].valueExpression.language = #text/fhirpath
* extension[variable][=].extension[expression].valueExpression.expression = {expression}

RuleSet: Activity(id, purpose)
* url = "https://anbu-health.github.io/fhir/ActivityDefinition/{id}"
* version = "0.1.0"
* status = #active
* publisher = "Anbu"
* kind = #CommunicationRequest
* usage = "Not yet reviewed by a clinician or a native speaker. Have both read the texts before patients receive them, then set lastReviewDate and reviewer."
* extension[purpose].valueCode = #{purpose}

RuleSet: Scenario(id)
* url = "https://anbu-health.github.io/fhir/PlanDefinition/{id}"
* version = "0.1.0"
* status = #draft
* publisher = "Anbu"
* type = $plan-type#eca-rule
* usage = "Not yet reviewed by a clinician. Have the timing and the texts approved before the scenario is made active, then set lastReviewDate and reviewer."

RuleSet: ExitOn(rule)
* extension[exitRule][+].valueCode = #{rule}

RuleSet: ExitIf(what, expression)
* extension[exitCondition][+].valueExpression.description = {what}
* extension[exitCondition][=].valueExpression.language = #text/fhirpath
* extension[exitCondition][=].valueExpression.expression = {expression}

RuleSet: AnchorOn(type, date)
* action[0].id = "anchor"
* action[0].trigger[0].type = #data-added
* action[0].trigger[0].data.type = #{type}
* action[0].trigger[1].type = #data-modified
* action[0].trigger[1].data.type = #{type}
* action[0].extension[anchorDate].valueExpression.language = #text/fhirpath
* action[0].extension[anchorDate].valueExpression.expression = {date}

RuleSet: AnchorStatus(code, system)
* action[0].trigger[0].data.codeFilter[+].path = "status"
* action[0].trigger[0].data.codeFilter[=].code = {system}#{code}
* action[0].trigger[1].data.codeFilter[+].path = "status"
* action[0].trigger[1].data.codeFilter[=].code = {system}#{code}

RuleSet: AnchorCode(valueset)
* action[0].trigger[0].data.codeFilter[+].path = "code"
* action[0].trigger[0].data.codeFilter[=].valueSet = "https://anbu-health.github.io/fhir/ValueSet/{valueset}"
* action[0].trigger[1].data.codeFilter[+].path = "code"
* action[0].trigger[1].data.codeFilter[=].valueSet = "https://anbu-health.github.io/fhir/ValueSet/{valueset}"

RuleSet: AnchorIf(what, expression)
* action[0].condition[+].kind = #applicability
* action[0].condition[=].expression.description = {what}
* action[0].condition[=].expression.language = #text/fhirpath
* action[0].condition[=].expression.expression = {expression}

RuleSet: Step(id, title, activity)
* action[+].id = "{id}"
* action[=].title = {title}
* action[=].definitionCanonical = "https://anbu-health.github.io/fhir/ActivityDefinition/{activity}|0.1.0"
* action[=].relatedAction.actionId = "anchor"

RuleSet: StepIf(what, expression)
* action[=].condition[+].kind = #applicability
* action[=].condition[=].expression.description = {what}
* action[=].condition[=].expression.language = #text/fhirpath
* action[=].condition[=].expression.expression = {expression}

RuleSet: Due(relationship, number, unit, name)
* action[=].relatedAction.relationship = #{relationship}
* action[=].relatedAction.offsetDuration = {number} $ucum#{unit} "{name}"

// What staff read for a title, in their own language.
RuleSet: Translated(path, ko, ja, fa)
* insert InLanguage({path}, 0, ko, [[{ko}]])
* insert InLanguage({path}, 1, ja, [[{ja}]])
* insert InLanguage({path}, 2, fa, [[{fa}]])

RuleSet: InLanguage(path, number, language, text)
* {path}.extension[{number}].url = "http://hl7.org/fhir/StructureDefinition/translation"
* {path}.extension[{number}].extension[0].url = "lang"
* {path}.extension[{number}].extension[0].valueCode = #{language}
* {path}.extension[{number}].extension[1].url = "content"
* {path}.extension[{number}].extension[1].valueString = {text}
