package decisionaid

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid/readability"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// passage is one text that people read, with its place in the document.
type passage struct {
	at      string // JSON pointer
	text    string
	words   []readability.Word
	telling bool // it states something; questions, names and wrong answers do not
	option  int  // the option that it is about, or -1
	faults  int  // how many places were reported in it
}

// mostFaults is how many places in one text are reported: somebody who mends those reads the rest anyway, and finding a place takes
// time in proportion to the text.
const mostFaults = 10

// spend counts one more place that is to be reported, and tells whether there may be one.
func (p *passage) spend() bool {
	p.faults++
	return p.faults <= mostFaults
}

// passages lists every text that people read in an aid, in the order of the document. Names of authors and labels of answer
// sets are left out.
func passages(def *Definition) []passage {
	c := &collector{def: def}
	c.asks("/title", def.Title)
	if def.Condition != nil {
		c.tells("/condition/summary", def.Condition.Summary)
		c.tells("/condition/natural_course", def.Condition.NaturalCourse)
	}
	c.asks("/decision", def.Decision)
	c.tells("/for/who", def.For.Who)
	for i, in := range def.Inputs {
		c.asks(fmt.Sprintf("/inputs/%d/text", i), in.Text)
		c.asks(fmt.Sprintf("/inputs/%d/ask", i), in.Ask)
		c.asks(fmt.Sprintf("/inputs/%d/help", i), in.Help)
	}
	c.options()
	c.outcomes()
	c.test()
	c.evidence()
	c.questions()
	c.tells("/funding", def.Funding)
	c.tells("/interests", def.Interests)
	c.tells("/update_policy", def.UpdatePolicy)
	return c.all
}

// collector collects passages.
type collector struct {
	def *Definition
	all []passage
}

func (c *collector) tells(at, text string) {
	c.add(passage{at: at, text: text, telling: true, option: -1})
}
func (c *collector) asks(at, text string) { c.add(passage{at: at, text: text, option: -1}) }

func (c *collector) about(option int, at, text string) {
	c.add(passage{at: at, text: text, telling: true, option: option})
}

func (c *collector) add(p passage) {
	if fault.Blank(p.text) {
		return
	}
	p.words = readability.Words(p.text)
	c.all = append(c.all, p)
}

func (c *collector) options() {
	for i, o := range c.def.Options {
		at := fmt.Sprintf("/options/%d", i)
		c.tells(at+"/label", o.Label)
		c.about(i, at+"/happens", o.Happens)
		if o.Experience != nil {
			c.about(i, at+"/experience/physical", o.Experience.Physical)
			c.about(i, at+"/experience/emotional", o.Experience.Emotional)
			c.about(i, at+"/experience/social", o.Experience.Social)
		}
		c.about(i, at+"/practical", o.Practical)
	}
}

func (c *collector) outcomes() {
	for i, o := range c.def.Outcomes {
		at := fmt.Sprintf("/outcomes/%d", i)
		c.tells(at+"/label", o.Label)
		c.tells(at+"/not", o.Not)
		c.tells(at+"/among", o.Among)
		for k, e := range o.Estimates {
			c.tells(fmt.Sprintf("%s/estimates/%d/unknown", at, k), e.Unknown)
			c.tells(fmt.Sprintf("%s/estimates/%d/not_applicable", at, k), e.NotApplicable)
		}
	}
	for i, g := range c.def.Exclusive {
		c.tells(fmt.Sprintf("/exclusive/%d/label", i), g.Label)
	}
}

func (c *collector) test() {
	if t := c.def.Test; t != nil {
		c.tells("/test/condition", t.Condition)
		c.tells("/test/measures", t.Measures)
		c.tells("/test/among", t.Among)
		c.tells("/test/if_positive", t.IfPositive)
		c.tells("/test/if_negative", t.IfNegative)
		c.tells("/test/overdiagnosis", t.Overdiagnosis)
	}
}

func (c *collector) evidence() {
	if e := c.def.Evidence; e != nil {
		c.tells("/evidence/method", e.Method)
		c.tells("/evidence/certainty/high", e.Certainty.High)
		c.tells("/evidence/certainty/moderate", e.Certainty.Moderate)
		c.tells("/evidence/certainty/low", e.Certainty.Low)
		c.tells("/evidence/certainty/very_low", e.Certainty.VeryLow)
		c.tells("/evidence/certainty/unknown", e.Certainty.Unknown)
	}
}

func (c *collector) questions() {
	for i, v := range c.def.Values {
		c.asks(fmt.Sprintf("/values/%d/label", i), v.Label)
		c.asks(fmt.Sprintf("/values/%d/ask", i), v.Ask)
	}
	for i, q := range c.def.Questions.Own {
		c.asks(fmt.Sprintf("/questions/%d/ask", i), q.Ask)
	}
	for i, k := range c.def.Knowledge {
		at := fmt.Sprintf("/knowledge/%d", i)
		c.asks(at+"/ask", k.Ask)
		for j, o := range k.Options {
			c.asks(fmt.Sprintf("%s/options/%d/label", at, j), o.Label)
		}
		c.tells(at+"/because", k.Because)
	}
	for i, t := range c.def.Glossary {
		c.asks(meaningOf(i), t.Meaning)
	}
	for i, s := range c.def.Steps {
		c.asks(fmt.Sprintf("/steps/%d", i), s)
	}
}
