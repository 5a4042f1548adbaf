package policy

import (
	"slices"
	"strings"
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Policy is a document made of criteria, made ready. It is immutable and safe for concurrent use.
type Policy struct {
	definition *Definition
	digest     string
	from       sources
	sheet      *question.Sheet
	inputs     []rule.Input
	personal   []int           // places of the inputs that the person facts fill and that a criterion reads
	used       map[string]bool // names that a Use brings
	model      *rule.Model
	before     *rule.Model // what conditions read; a finding that none of them reads is only worked out once, when it is put into words
	criteria   *Set
	states     sync.Pool
}

// FromSet makes a document of one of Kinds ready that uses the person facts or no other document. ref is an id, or an id
// with a version as in nhs-choice-england@1. The error is schemas.ErrNotFound or schemas.ErrAmbiguous, or a diag.List with
// every fault.
func FromSet(set *schemas.Set, ref string) (*Policy, error) {
	doc, err := set.Find(Kinds[0], ref)
	for _, kind := range Kinds[1:] {
		if err != nil {
			if other, otherErr := set.Find(kind, ref); otherErr == nil {
				doc, err = other, nil
			}
		}
	}
	if err != nil {
		return nil, err
	}
	return of(set, doc)
}

// Load makes a single document of one of Kinds ready that uses no other. The error is a diag.List with every fault.
func Load(name string, src []byte) (*Policy, error) {
	kind := Kinds[0]
	if doc, _ := schemas.Parse(name, src); doc != nil && slices.Contains(Kinds, doc.Kind()) {
		kind = doc.Kind()
	}
	return schemas.BuildOne(name, src, kind, Builder())
}

// CompileDefinition makes a definition that was built in code ready. who is the vocabulary that its rules read as person.NAME, or nil.
// The error is a diag.List whose diagnostics have paths but no places. The definition must not be changed afterwards.
func CompileDefinition(def Definition, who *person.Vocabulary, uses ...Use) (*Policy, error) {
	return schemas.Compile(func(r *diag.Reporter) *Policy {
		return ready(&def, sources{facts: who, prefix: "person.", uses: uses}, day.Day{}, r)
	})
}

// Check gives every diagnostic of one document of a set, warnings and notes too: of its form, its rules, its cases, and of
// what nobody can reach.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	return schemas.Check(set, doc, doc.Kind(), options, Builder())
}

// Builder gives what makes the documents ready, with what other documents bring to their rules beside the person facts. It is meant for
// packages that have something to bring, or that check more of some documents than this one does.
func Builder(uses ...Use) schemas.Builder[*Policy] {
	return func(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, r *diag.Reporter) *Policy {
		def := &Definition{}
		schemas.Open(doc, def, r)
		p := ready(def, sourcesOf(set, doc, uses, r), options.AsOf, r)
		if options.Deep && p != nil && !r.HasErrors() {
			p.examine(doc, cases.DeepBudget, r)
		}
		return p
	}
}

// of makes one document of a set ready. The error is a diag.List.
func of(set *schemas.Set, doc *schemas.Document, uses ...Use) (*Policy, error) {
	return schemas.Build(set, doc.Kind(), doc.Ref(), Builder(uses...))
}

// ready checks and compiles a definition, and runs its cases. It gives nil where the definition cannot be compiled.
func ready(def *Definition, from sources, asOf day.Day, r *diag.Reporter) *Policy {
	schemas.CheckHeader(def.Header, def, asOf, r)
	p := assemble(def, from, r)
	if p == nil {
		return nil
	}
	cases.Run(p.model, def.Cases, "/cases", r, p.criteria.Explain)
	cases.Check(p.model, p.criteria.Promises(), cases.Budget, r)
	p.digest = schemas.Digest(def)
	return p
}

// assemble compiles a definition. It gives nil where an error was reported.
func assemble(def *Definition, from sources, r *diag.Reporter) *Policy {
	p := &Policy{definition: def, from: from, used: map[string]bool{}}
	b := rule.NewBuilder(r)
	p.sheet = question.NewSheet(question.Source{
		Document: def.ID, Questions: def.Facts, QuestionsAt: "/facts", Sets: def.Answers, SetsAt: "/answers", Absent: rule.Blank,
	}, r)
	p.inputs = from.inputs(p.sheet)
	for _, in := range p.inputs {
		b.Input(in)
	}
	for _, u := range from.uses {
		for _, in := range u.Inputs {
			p.used[in.Name] = true
		}
	}
	question.DeclareTables(def.Tables, "/tables", b)
	slots := Declare(def.Criteria, "/criteria", b)
	p.criteria = Compile(def.Criteria, slots, "/criteria", b, r)
	p.model = b.Build()
	if p.model == nil || r.HasErrors() {
		return nil
	}
	var read []rule.Slot
	for i := range p.criteria.criteria {
		read = append(read, p.criteria.Reads(i)...)
	}
	p.before = p.model.Only(read...)
	p.personal = p.personalAmong(read)
	p.states.New = func() any { return p.before.NewState() }
	return p
}

// personalAmong finds the person facts among what criteria read. A vocabulary has many, and a document reads a few.
func (p *Policy) personalAmong(read []rule.Slot) []int {
	var places []int
	for _, slot := range read {
		if at := int(slot); at < len(p.inputs) && p.from.facts != nil && strings.HasPrefix(p.inputs[at].Name, p.from.prefix) {
			places = append(places, at)
		}
	}
	slices.Sort(places)
	return slices.Compact(places)
}

// ID names the document.
func (p *Policy) ID() string { return p.definition.ID }

// Version is its semantic version.
func (p *Policy) Version() string { return p.definition.Version }

// Digest is the SHA-256 of its canonical form, so that a result can be replayed.
func (p *Policy) Digest() string { return p.digest }

// Title is the document's name for people.
func (p *Policy) Title() string { return p.definition.Title }

// Definition gives the document as its author wrote it. It must not be changed.
func (p *Policy) Definition() *Definition { return p.definition }

// Sheet gives the policy's own questions, beside the person facts.
func (p *Policy) Sheet() *question.Sheet { return p.sheet }

// Model gives the rules behind the findings, for cases, proofs and comparison of versions. Its outputs are the criteria.
func (p *Policy) Model() *rule.Model { return p.model }

// Set gives the criteria made ready.
func (p *Policy) Set() *Set { return p.criteria }

// Evaluate finds what every criterion comes to, in the order of the document; Rank puts offers in order. It is total: what
// cannot be decided is Unknown, with the answers that could decide it.
func (p *Policy) Evaluate(given Given) []Finding { return p.Append(nil, given) }

// Append is Evaluate for a host that gathers the findings of several policies: it adds them to those already found.
func (p *Policy) Append(found []Finding, given Given) []Finding {
	s := p.states.Get().(*rule.State)
	defer p.states.Put(s)
	p.fill(s, given)
	p.before.Eval(s)
	known := len(found)
	found = slices.Grow(found, len(p.criteria.criteria))[:known+len(p.criteria.criteria)]
	for i, c := range p.criteria.criteria {
		c.put(s, &found[known+i])
	}
	return found
}

// Explain says in steps that a person can check by hand how the finding of a criterion came about; nil where there is no
// criterion with this id.
func (p *Policy) Explain(given Given, id string) []string {
	s := p.states.Get().(*rule.State)
	defer p.states.Put(s)
	p.fill(s, given)
	p.before.Eval(s)
	return p.criteria.Explain(s, id)
}
