// What a patient or a member of staff reads for a code, in their own language.
RuleSet: Said(code, ko, ja, fa)
* #{code} ^designation[0].language = #ko
* #{code} ^designation[0].value = {ko}
* #{code} ^designation[1].language = #ja
* #{code} ^designation[1].value = {ja}
* #{code} ^designation[2].language = #fa
* #{code} ^designation[2].value = {fa}

RuleSet: CodesOfAnbu
* ^status = #active
* ^experimental = false
* ^caseSensitive = true
* ^content = #complete

RuleSet: ValuesOfAnbu
* ^status = #active
* ^experimental = false

RuleSet: ProfileOfAnbu
* ^status = #active
* ^experimental = false
