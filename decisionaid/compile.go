package decisionaid

import (
	"fmt"
	"slices"
	"sync"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// compiler makes one definition ready, a part at a time; every part reports all its faults.
type compiler struct {
	def     *Definition
	who     used
	builder *rule.Builder
	report  *diag.Reporter
	aid     *Aid
	named   map[string]bool // outcome and option, joined by a dot
	forWhen rule.Slot
}

var truth = rule.Type{Kind: rule.Truth, Hi: 1, Step: 1}

// compile gives the ready aid, or nil after errors were reported.
func compile(def *Definition, who used, r *diag.Reporter) *Aid {
	c := &compiler{def: def, who: who, builder: rule.NewBuilder(r), report: r, named: map[string]bool{}}
	c.aid = &Aid{definition: def, prefix: who.prefix, asked: map[string]string{}}
	c.inputs()
	c.names()
	question.DeclareTables(def.Tables, "/tables", c.builder)
	c.audience()
	c.derived()
	c.estimates()
	c.values()
	model := c.builder.Build()
	if model == nil || r.HasErrors() {
		return nil
	}
	c.aid.model = model
	c.finish()
	return c.aid
}

// inputs declares the person facts and the aid's own questions.
func (c *compiler) inputs() {
	c.aid.sheet = question.NewSheet(question.Source{
		Document: c.def.ID, Questions: c.def.Inputs, QuestionsAt: "/inputs", Sets: c.def.Answers, SetsAt: "/answers", Absent: rule.NotSupplied,
	}, c.report)
	if c.who.facts != nil {
		c.ask(c.who.facts.Sheet(), c.who.facts.Inputs(c.who.prefix))
	}
	c.ask(c.aid.sheet, c.aid.sheet.Inputs(""))
}

func (c *compiler) ask(sheet *question.Sheet, inputs []rule.Input) {
	for i, in := range inputs {
		c.builder.Input(in)
		c.aid.inputs = append(c.aid.inputs, in)
		c.aid.asked[in.Name] = sheet.Question(i).Words()
	}
}

// names declares everything that rules may speak of, before any rule is read.
func (c *compiler) names() {
	if c.def.For.When != "" {
		c.forWhen = c.builder.Name(audienceName, truth, "/for/when")
	}
	for i, d := range c.def.Derived {
		t := rule.Type{Kind: rule.Number, Lo: d.Range[0], Hi: d.Range[1], Step: d.Step, Unit: d.Unit}
		slot := c.builder.Name(d.ID, t, fmt.Sprintf("/derived/%d", i))
		c.aid.derived = append(c.aid.derived, derived{definition: &c.def.Derived[i], slot: slot})
	}
	chance := rule.Type{Kind: rule.Number, Lo: 0, Hi: 1}
	for i := range c.def.Outcomes {
		o := &c.def.Outcomes[i]
		row := make([]*cell, len(c.def.Options))
		for k := range c.def.Options {
			row[k] = c.cell(o, i, k)
			row[k].slot = c.slot(o.ID+"."+c.def.Options[k].ID, chance, row[k])
			row[k].raw = row[k].slot
			if o.Horizon != nil {
				row[k].raw = c.builder.Hidden(chance)
			}
		}
		c.aid.cells = append(c.aid.cells, row)
	}
	c.aid.forWhen = c.forWhen
}

// slot names a cell. Where ids are used twice, which was reported, the second cell gets a slot without a name.
func (c *compiler) slot(name string, t rule.Type, made *cell) rule.Slot {
	if c.named[name] {
		return c.builder.Hidden(t)
	}
	c.named[name] = true
	return c.builder.Name(name, t, made.pointer())
}

// cell starts the cell of an option. An option without an estimate was reported, and its cell stays unknown.
func (c *compiler) cell(o *Outcome, outcome, option int) *cell {
	place := slices.IndexFunc(o.Estimates, func(e EstimateDefinition) bool { return e.Option == c.def.Options[option].ID })
	made := &cell{outcome: outcome, option: option, place: place, definition: &EstimateDefinition{}, given: risk.Unknown(Internal)}
	if place >= 0 {
		made.definition = &o.Estimates[place]
	}
	return made
}

func (c *compiler) audience() {
	if c.def.For.When == "" {
		return
	}
	c.aid.audience = c.builder.Compile(rule.Source{At: "/for/when", Text: c.def.For.When, Want: truth, Condition: true})
	if c.aid.audience == nil {
		return
	}
	c.builder.Step(&condition{slot: c.forWhen, program: c.aid.audience})
	c.builder.Output(audienceName)
}

func (c *compiler) derived() {
	for i := range c.aid.derived {
		d := &c.aid.derived[i]
		lo, hi := d.definition.Range[0], d.definition.Range[1]
		d.program = c.builder.Compile(rule.Source{
			At: fmt.Sprintf("/derived/%d/rule", i), Text: d.definition.Rule, Want: rule.Type{Kind: rule.Number, Lo: lo, Hi: hi},
		})
		if d.program == nil {
			continue
		}
		c.builder.Step(&ranged{slot: d.slot, program: d.program, lo: lo, hi: hi})
		c.builder.Output(d.definition.ID)
	}
}

// values makes the values ready.
func (c *compiler) values() {
	var err error
	c.aid.attributes, err = attributesOf(c.def)
	reportAttributes(err, c.report)
}

// finish works out, on the ready model, what each person's evaluation would otherwise find out again.
func (c *compiler) finish() {
	a := c.aid
	read := map[string]bool{}
	for _, out := range a.model.Outputs() {
		for _, name := range a.model.InputsOf(out.Name) {
			read[name] = true
		}
	}
	for i, in := range a.inputs {
		if !read[in.Name] {
			a.inputs[i].Name = ""
		}
	}
	for _, row := range a.cells {
		for _, made := range row {
			made.personal = len(a.model.InputsOf(a.model.Name(made.slot))) > 0
		}
	}
	model := a.model
	a.states = &sync.Pool{New: func() any { return model.NewState() }}
}
