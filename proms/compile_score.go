package proms

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// declareScore makes a score's names known: its value, its exact value, its band, and how precise it is.
func (c *compiler) declareScore(at string, def *ScoreDefinition) *score {
	sc := &score{definition: def, at: at, moved: c.moved[def.ID], banded: len(def.Bands) > 0, bands: edgesOf(def.Bands)}
	number := rule.Type{Kind: rule.Number, Lo: def.Range[0], Hi: def.Range[1]}
	exact := number
	if def.Round != nil {
		number.Step = 1 / math.Pow10(min(max(def.Round.Places, 0), maxPlaces))
		exact.Lo, exact.Hi = exact.Lo-number.Step/2, exact.Hi+number.Step/2
	}
	sc.value = c.builder.Name(def.ID, number, at)
	sc.exact = c.builder.Name(def.ID+".exact", exact, at)
	if sc.banded {
		sc.band = c.builder.Name(def.ID+".band", bandType(def), sc.place("bands"))
	}
	if sc.precise = c.def.precise(def); sc.precise {
		sc.se = c.builder.Name(def.ID+".se", rule.Type{Kind: rule.Number, Hi: math.MaxFloat64}, at)
	}
	if def.Bank != "" {
		grid := c.def.Banks[def.Bank].Grid
		sc.theta = c.builder.Name(def.ID+".theta", rule.Type{Kind: rule.Number, Lo: grid.Low, Hi: grid.High}, at)
	}
	if _, taken := c.listed[def.ID]; !taken {
		c.list(def.ID, sc.value, number)
	}
	return sc
}

// precise reports whether a score says how precise it is: by its author's word, by its item bank, or by the score that it holds
// against norms.
func (d *Definition) precise(s *ScoreDefinition) bool {
	if s.SE != "" || s.Bank != "" || s.Norm == nil || s.Norm.As == asPercentile {
		return s.SE != "" || s.Bank != ""
	}
	of := d.Norms[s.Norm.From].Score
	for i := range d.Scores {
		if d.Scores[i].ID == of {
			return d.Scores[i].Norm == nil && d.precise(&d.Scores[i])
		}
	}
	return false
}

// score compiles a declared score.
func (c *compiler) score(sc *score) {
	def := sc.definition
	checkScore(sc, c.report)
	whole := def.Of.IsZero() || c.members(sc)
	checkMissing(sc, c.report)
	if whole = whole && (def.Missing == nil) == def.Of.IsZero() && c.checkWay(sc) && c.blanks(sc); whole {
		sc.work = c.compileWorking(sc)
	}
	if sc.work == nil {
		c.builder.Compute(sc.value, nil) // its fault was reported; without it there is no model
		return
	}
	sc.beside, sc.plain = sc.work.writes(), sc.plainly()
	c.builder.Step(sc)
	c.builder.Output(def.ID)
	c.builder.Output(def.ID + ".exact")
	if sc.banded {
		c.builder.Output(def.ID + ".band")
	}
	if sc.precise {
		c.builder.Output(def.ID + ".se")
	}
	c.compileStandardError(sc)
	c.scores = append(c.scores, sc)
}

// compileWorking makes the way ready in which the score is worked out; nil after its faults were reported.
func (c *compiler) compileWorking(sc *score) working {
	switch {
	case sc.definition.Norm != nil:
		return c.compileNorms(sc)
	case sc.definition.Bank != "":
		return c.compileBank(sc)
	default:
		return c.compileRule(sc)
	}
}

// blanks makes ready what the score does about them, and reports whether all that it names is there.
func (c *compiler) blanks(sc *score) bool {
	m := sc.definition.Missing
	if m == nil {
		return true
	}
	sc.atLeast, sc.listed = m.AtLeast, sc.members
	whole := m.Overall == nil || c.overall(sc)
	if m.Fill.Carried {
		whole = c.carried(sc) && whole
	}
	return whole
}
