package rule

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Builder puts a Model together. First declare the names, then compile the rules that read them and add the steps, then
// Build. It reports what is wrong to its Reporter, all of it; it is not safe for concurrent use.
type Builder struct {
	report *diag.Reporter
	model  *Model
	scope  scope
	steps  []Step
	made   []int    // by slot: the step that writes it, once Build has begun
	places []string // JSON pointer by slot
	outs   []string
	failed bool
}

// scope is what the names of a rule can mean.
type scope struct {
	slots   map[string]Slot
	types   []Type // by slot
	values  map[Slot][]float64
	names   []string
	inputs  int
	groups  map[string]group
	tables  map[string]Table
	weights map[string]weights
}

type group struct {
	ids     []string
	pointer string
}

type weights struct {
	rows    map[string]map[float64]float64
	pointer string
}

var codeNameTaken = diag.Define(diag.Info{
	Code:    "rule-name-taken",
	Title:   "A name that something else has",
	Explain: "Rules find items, facts, scores, groups, tables and weights by name, so each name stands for one thing in a document.",
	Bad:     "items: [{id: total}]\nscores: [{id: total}]",
	Good:    "items: [{id: q1}]\nscores: [{id: total}]",
})

var codeReserved = diag.Define(diag.Info{
	Code:    "rule-reserved-name",
	Title:   "A name that the language of rules keeps for itself",
	Explain: "Words such as and, in, of, unknown, and the names of functions such as sum have a meaning in rules and cannot name an item, a fact or a score.",
	Bad:     "scores: [{id: sum}]",
	Good:    "scores: [{id: total}]",
})

// NewBuilder starts an empty Model. Faults go to r; a nil r collects them and Build tells by nil.
func NewBuilder(r *diag.Reporter) *Builder {
	if r == nil {
		r = diag.NewReporter(nil)
	}
	return &Builder{
		report: r,
		model:  &Model{slots: map[string]Slot{}},
		scope: scope{
			slots: map[string]Slot{}, values: map[Slot][]float64{}, groups: map[string]group{}, tables: map[string]Table{}, weights: map[string]weights{},
		},
	}
}

// fail reports an error and keeps Build from giving a Model.
func (b *Builder) fail(code diag.Code, at diag.Where, format string, args ...any) *diag.Entry {
	b.failed = true
	return b.report.Errorf(code, at, format, args...)
}

// Input declares a value that comes from outside. Inputs take the first slots in the order of declaration, so they are
// declared before anything else that takes a slot.
func (b *Builder) Input(in Input) Slot {
	slot := b.declare(in.Name, in.Type, in.Pointer)
	if int(slot) != len(b.model.inputs) {
		b.fail(codeNameTaken, diag.At(in.Pointer), "input %s is declared after names that are computed", signOf(in.Name)).
			Hinted("Declare inputs first")
		return slot
	}
	b.model.inputs = append(b.model.inputs, in)
	b.scope.inputs++
	return slot
}

// Name declares a value that a step will write. Rules that are compiled later can read it, whichever step comes first.
func (b *Builder) Name(name string, t Type, pointer string) Slot { return b.declare(name, t, pointer) }

// Hidden makes a slot without a name, for what lies between an answer and the value that rules read.
func (b *Builder) Hidden(t Type) Slot { return b.slot("", t, "") }

// Rebind makes rules that are compiled from now on read another slot under a name, such as the answer of an item after
// its ask_when was looked at.
func (b *Builder) Rebind(name string, s Slot) {
	if old, ok := b.scope.slots[name]; ok && uint(s) < uint(len(b.scope.types)) {
		b.scope.slots[name] = s
		if b.scope.names[s] == "" {
			b.scope.names[s] = b.scope.names[old]
		}
	}
}

// Group declares a list of names, which must be declared by the time a rule reads it.
func (b *Builder) Group(name string, ids []string, pointer string) {
	if b.free(name, pointer) {
		b.scope.groups[name] = group{slices.Clone(ids), pointer}
	}
}

// Table declares a look-up for table(name, x).
func (b *Builder) Table(name string, t Table) {
	if b.free(name, t.Pointer) {
		t.Rows = slices.Clone(t.Rows)
		b.scope.tables[name] = t
	}
}

// Weights declares what the values of items are worth, for weigh(name, of): by item id, then by the item's value.
func (b *Builder) Weights(name string, w map[string]map[float64]float64, pointer string) {
	if b.free(name, pointer) {
		b.scope.weights[name] = weights{w, pointer}
	}
}

// Output makes a declared name an output of the Model.
func (b *Builder) Output(name string) { b.outs = append(b.outs, name) }

// Step adds a step. The order of steps is worked out from what they read and write.
func (b *Builder) Step(st Step) {
	if st != nil {
		b.steps = append(b.steps, st)
	}
}

// Compute adds the plain step: the slot is what the rule gives. A nil Program, whose faults were reported, adds nothing
// and keeps Build from giving a Model.
func (b *Builder) Compute(out Slot, p *Program) {
	if p == nil {
		b.failed = true
		return
	}
	b.Step(&compute{out: out, program: p})
}

// compute is the plain step.
type compute struct {
	out     Slot
	program *Program
}

func (c *compute) Reads() []Slot  { return c.program.reads }
func (c *compute) Writes() []Slot { return []Slot{c.out} }
func (c *compute) Eval(s *State)  { s.frame[c.out] = c.program.run(s.frame) }

func (c *compute) Bounds(s *State) { s.SetBound(c.out, c.program.Bound(s)) }
