// Package standard holds decision aids against quality standards, such as the IPDAS minimum standards. A standard is a document
// of kind standard: a list of criteria, each a rule over facts. A new standard, or a local checklist, needs no Go.
//
//	attested:
//	  - {id: patient_review, ask: Have people who had no part in making the aid read it?, answer: yes_no}
//	sections:
//	  - {id: content, title: What an aid holds, all_needed: true}
//	criteria:
//	  - {id: funding, kind: content, how: derived, title: Says who paid, when: aid.has_funding, basis: standard, source: ipdas}
//	  - {id: review, kind: content, how: attested, title: Was read by patients, when: attested.patient_review, basis: standard, source: ipdas}
//
// Facts with aid. before their name are read off the structure of an aid, each with the JSON pointers of the fields that show
// it; Vocabulary lists them all, and the page FACTS.md beside this package. Facts with attested. before their name are the word of
// somebody: an Attestation says who, when, and where the evidence is. An aid brings those of its development block; a host
// can hand in more.
//
//	ipdas, err := standard.FromSet(set, "ipdas-v4")
//	report := ipdas.Report(standard.FactsOf(aid, today), nil)
//	fmt.Print(report.Text())
//
// A Report holds a Finding for each criterion: met, not met, unknown or not applicable, with the fields of the aid that decide
// or are missing and with how to mend it. Warnings gives the same to the author of the aid as diagnostics at those fields.
//
// What only a person can judge (how: judged), and what somebody has to vouch for (how: attested), is never met because of an
// aid's structure. Structure can cast doubt on it, and then says so.
//
// # Limits
//
// A fact tells that something is there, not that it is good: a sentence about a condition may be a bad one. Facts about words
// count them. The reading age is that of English text; for other languages it is missing, and what rests on it is unknown.
//
// # What it will not do
//
// It certifies nothing, gives no marks and adds up no score. A standard that is not in its document as a whole says so
// (incomplete), and no report claims the rest.
package standard
