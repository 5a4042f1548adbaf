package proms

import (
	"fmt"
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// compiler makes one definition ready, a part at a time; every part reports all its faults.
type compiler struct {
	def      *Definition
	from     sources
	moved    map[string]map[string]string // by score: where the parts of it stand that an alternative changes
	builder  *rule.Builder
	report   *diag.Reporter
	sheet    *question.Sheet
	gates    []*gate
	declared []*score                 // every score, by its place in the definition
	scores   []*score                 // those that are ready
	listed   map[string]rule.ListItem // every id that a list can hold: items and scores
	types    map[rule.Slot]rule.Type  // of what is listed
	asked    map[rule.Slot]rule.Slot  // by the slot of an item that may not be asked: whether it was
	counts   []marksCount             // of the items with marks
	carries  map[string]rule.Slot     // by item: its answer of an earlier visit
	inputs   []rule.Input             // all inputs of the model, in the order of their slots
	banks    map[string]*bankReady
}

// compile gives the ready questionnaire, or nil after errors were reported.
func compile(def *Definition, from sources, r *diag.Reporter) *Questionnaire {
	c := &compiler{def: def, from: from, builder: rule.NewBuilder(r), report: r}
	return c.compile()
}

func (c *compiler) compile() *Questionnaire {
	def, r := c.def, c.report
	c.listed, c.types = map[string]rule.ListItem{}, map[rule.Slot]rule.Type{}
	c.asked, c.carries = map[rule.Slot]rule.Slot{}, map[string]rule.Slot{}
	c.items()
	for _, in := range c.from.inputs() {
		c.input(in)
	}
	c.previous()
	c.checkNorms()
	c.compileBanks()
	c.names()
	c.checkNotAsked()
	c.compileGates()
	c.compileMarks()
	for _, sc := range c.declared {
		c.score(sc)
	}
	slots := policy.Declare(def.Findings, "/findings", c.builder) // after the scores, whose rules read no findings
	findings := policy.Compile(def.Findings, slots, "/findings", c.builder, r)
	checkChanges(def, r)
	checkCodes(def, r)
	model := c.builder.Build()
	if model == nil {
		return nil
	}
	c.checkOrder(model)
	if r.HasErrors() {
		return nil
	}
	return newQuestionnaire(c, model, findings)
}

// items declares the answers as the model's inputs.
func (c *compiler) items() {
	questions := make([]question.Question, len(c.def.Items))
	for i, item := range c.def.Items {
		questions[i] = item.Question
	}
	c.sheet = question.NewSheet(question.Source{
		Document: c.def.ID, Questions: questions, QuestionsAt: "/items", Sets: c.def.Answers, SetsAt: "/answers", Absent: rule.Blank,
		Items: true, Ambiguous: question.Ambiguous{Two: c.def.TwoMarks, Between: c.def.BetweenMarks},
	}, c.report)
	for _, in := range c.sheet.Inputs("") {
		slot := c.input(in)
		if _, is := c.sheet.Place(in.Name); is {
			c.list(in.Name, slot, in.Type)
		}
	}
	c.checkSections()
}

// input declares an input of the model.
func (c *compiler) input(in rule.Input) rule.Slot {
	c.inputs = append(c.inputs, in)
	return c.builder.Input(in)
}

// names declares everything that rules may speak of, before any rule is read.
func (c *compiler) names() {
	c.declareGates()
	c.declareMarks()
	for i := range c.def.Scores {
		c.declared = append(c.declared, c.declareScore(fmt.Sprintf("/scores/%d", i), &c.def.Scores[i]))
	}
	for _, name := range slices.Sorted(maps.Keys(c.def.Groups)) {
		at := schemas.Pointer("groups", name)
		c.builder.Group(name, c.def.Groups[name], at)
		c.checkMembers(c.def.Groups[name], at)
	}
	question.DeclareTables(c.def.Tables, "/tables", c.builder)
	question.DeclareWeights(c.def.Weights, "/weights", c.builder, c.report)
}

// list makes an id one that a score's list can hold.
func (c *compiler) list(id string, slot rule.Slot, t rule.Type) {
	c.listed[id] = rule.ListItem{ID: id, Slot: slot}
	c.types[slot] = t
}
