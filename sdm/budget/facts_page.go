package budget

// Page gives the authors' page on the facts of budgets, in Markdown. It comes from the table that works them out. Safe for concurrent use.
func Page() string { return ofAnyPolicy().Page(pageTop, pageBottom) }

const pageTop = `# Facts of a budget

<!-- Written by a test of sdm/budget from the table of facts. Change it there: go test ./sdm/budget -run Page -update -->

Rules of a document of kind budget-policy read these facts. Each is worked out from the events of one budget, as of a day. What nobody
recorded is not known, and never "no". A criterion is asked about the budget, or about one line where it reads a fact that starts with
` + "`line.`" + `, or about one decision where it reads one that starts with ` + "`decision.`" + `.

`

const pageBottom = `
The facts of a person are read as ` + "`person.`" + ` with their name, through ` + "`uses:`" + `; what else is needed is asked under ` + "`facts:`" + ` of the policy.
`
