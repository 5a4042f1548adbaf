package policy

import (
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeUse = diag.Define(diag.Info{
	Code:  "policy-use",
	Title: "A document is used of which the rules can read nothing",
	Explain: "Rules of criteria read the facts of a person, the document's own facts, and the levels of activation measures. Of other documents, " +
		"such as questionnaires, they read nothing: what is needed of them is asked as a fact of the document, and the service answers it. Of a " +
		"document with faults of its own nobody knows what it brings; mend that one first.",
	Bad:  "uses:\n  phq: phq-9@1\ncriteria:\n  - id: talk\n    when: phq.total >= 10",
	Good: "facts:\n  - id: phq_total\n    ask: What is the score of the PHQ-9?\n    number: {range: [0, 27], step: 1}\ncriteria:\n  - id: talk\n    when: phq_total >= 10",
})

// kindQuestionnaire is the kind of which authors most often expect that rules can read it.
const kindQuestionnaire = "questionnaire"

// Use is what another document than the person facts brings to the rules of a policy, such as a level of activation.
type Use struct {
	// Prefix is the name under `uses:` with a dot: "activation.".
	Prefix string
	// Inputs are what it brings, each under its whole name, such as activation.level.
	Inputs []rule.Input
	// Faulty says that the document has faults of its own, so that nobody knows what it brings.
	Faulty bool
}

// Given is what a policy is evaluated with. What is left out is not supplied, and never "no".
type Given struct {
	// Person are the shared facts.
	Person person.Facts
	// Answers answer the policy's own questions; those to another copy or version of the policy are joined by id.
	Answers question.Answers
	// Used are the inputs of each Use by their whole names: a bool, a number, the id of a code, a rule.Value, or nil where
	// there is none. What the input cannot take is invalid.
	Used map[string]any
}

// sources is what the rules of a policy read beside its own facts.
type sources struct {
	facts  *person.Vocabulary
	prefix string
	uses   []Use
}

// sourcesOf finds what a document of a set uses, and reports what nobody brings. Rules are then not said to name what is unknown.
func sourcesOf(set *schemas.Set, doc *schemas.Document, uses []Use, r *diag.Reporter) sources {
	from := sources{uses: uses}
	from.facts, from.prefix = person.Used(set, doc, r)
	used := set.Uses(doc)
	for _, name := range slices.Sorted(maps.Keys(used)) {
		if used[name].Kind() == person.Kind {
			continue
		}
		at := diag.At(schemas.Pointer("uses", name))
		i := slices.IndexFunc(uses, func(u Use) bool { return u.Prefix == name+"." })
		switch {
		case i < 0 && used[name].Kind() == kindQuestionnaire:
			r.Errorf(codeUse, at, "rules here cannot read the scores of %s", used[name].Ref()).
				Hinted("Ask for the score under `facts:` as a number with its range, which your service answers; or use a measure of its levels")
		case i < 0:
			r.Errorf(codeUse, at, "rules here can read nothing of %s, which is of the kind %s", used[name].Ref(), used[name].Kind()).
				Hinted("Take it out, and ask under `facts:` for what the rules need")
		case uses[i].Faulty:
			r.Errorf(codeUse, at, "%s has faults of its own", used[name].Ref()).Hinted("Mend that document first")
		default:
			continue
		}
		r.Told(name + ".")
	}
	return from
}

// inputs gives what the rules read, in the order of the frame: the person's facts, what is used, the own facts.
func (from sources) inputs(own *question.Sheet) []rule.Input {
	var all []rule.Input
	if from.facts != nil {
		all = append(all, from.facts.Inputs(from.prefix)...)
	}
	for _, u := range from.uses {
		all = append(all, u.Inputs...)
	}
	return append(all, own.Inputs("")...)
}

// fill puts what is given into the inputs of a blank state.
func (p *Policy) fill(s *rule.State, given Given) {
	s.Reset()
	frame := s.Frame()[:len(p.inputs)]
	for i := range frame {
		frame[i] = rule.NA(rule.NotSupplied)
	}
	p.fillPerson(frame, given.Person)
	if len(given.Used) > 0 {
		for i, in := range p.inputs {
			if v, ok := given.Used[in.Name]; ok && p.used[in.Name] {
				frame[i] = slotOf(in.Type, v)
			}
		}
	}
	answers, _ := given.Answers.On(p.sheet) // what cannot be joined is invalid there
	answers.Fill(frame[len(frame)-p.sheet.Width():])
}

// fillPerson puts the person facts into their inputs, which come first, in the order of the vocabulary.
func (p *Policy) fillPerson(frame []float64, who person.Facts) {
	if who.Vocabulary() == p.from.facts { // as it is for all that one set made ready
		who.Answers().Fill(frame)
		return
	}
	for _, at := range p.personal {
		who.Fill(frame[at:at+1], p.inputs[at:at+1], p.from.prefix)
	}
}

// slotOf gives a used value as a slot value; nil is not supplied.
func slotOf(t rule.Type, v any) float64 {
	if value, ok := v.(rule.Value); ok {
		if value.Reason() != rule.Present {
			return value.Slot()
		}
		v = value.Slot()
	}
	if v == nil {
		return rule.NA(rule.NotSupplied)
	}
	slot, err := t.Parse(v)
	if err != nil {
		return rule.NA(rule.Invalid)
	}
	return slot
}
