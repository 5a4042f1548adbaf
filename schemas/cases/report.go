package cases

// Report is what Deep found. It is data: a host may show it in its own way. The same document gives the same Report on
// every machine.
type Report struct {
	// Evaluations is how many evaluations it took.
	Evaluations int `json:"evaluations"`
	// Obligations are what the cases should show, in the order of the document.
	Obligations []Obligation `json:"obligations"`
	// Changes counts the changes that were made and tried: Killed were noticed by a case, Survivors were not, and of Undecided
	// nobody was found for whom they matter. Changes that the check of the document refuses are not counted.
	Changes   int        `json:"changes"`
	Killed    int        `json:"killed"`
	Undecided int        `json:"undecided"`
	Survivors []Survivor `json:"survivors,omitempty"`
	// Untried counts the changes for which the budget did not last.
	Untried int `json:"untried,omitempty"`
	// Proposals are people for new cases, the most telling first. They have no expected values on purpose: these come from
	// the source of the definition.
	Proposals []Proposal `json:"proposals,omitempty"`
}

// Obligation is something that the cases should show: each condition and each operand in it true, false and unknown, each arm
// of `? :` chosen, each code reached, each result there and missing. What is proved to be impossible is no obligation.
type Obligation struct {
	// About says what it is, such as "when of caseness is unknown"; At is its JSON pointer.
	About string `json:"about"`
	At    string `json:"at"`
	// From and To are the characters of the rule at At that it is about; both 0 where it is about all of it.
	From int `json:"from,omitempty"`
	To   int `json:"to,omitempty"`
	// Covered tells that a case shows it.
	Covered bool `json:"covered"`
	// Person shows it, where no case does and somebody was found; nil else.
	Person Person `json:"person,omitempty"`
}

// Survivor is a change of the document that no case notices, with a person for whom it matters.
type Survivor struct {
	// At is the JSON pointer of what changed, and Change says how.
	At     string `json:"at"`
	Change string `json:"change"`
	// Person tells the two apart: for them Output is Was, and becomes Becomes.
	Person  Person `json:"person"`
	Output  string `json:"output"`
	Was     string `json:"was"`
	Becomes string `json:"becomes"`
}

// Proposal is a person for a new case.
type Proposal struct {
	Person Person `json:"person"`
	// Notices are the survivors that a case with this person would notice, and Shows the obligations that it would cover.
	Notices []string `json:"notices,omitempty"`
	Shows   []string `json:"shows,omitempty"`
}
