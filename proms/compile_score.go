package proms

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// declareScore makes a score's names known: its value, its exact value and its band.
func (c *compiler) declareScore(at string, def *ScoreDefinition) *score {
	sc := &score{definition: def, banded: len(def.Bands) > 0, bands: edgesOf(def.Bands)}
	number := rule.Type{Kind: rule.Number, Lo: def.Range[0], Hi: def.Range[1]}
	exact := number
	if def.Round != nil {
		number.Step = 1 / math.Pow10(min(max(def.Round.Places, 0), maxPlaces))
		exact.Lo, exact.Hi = exact.Lo-number.Step/2, exact.Hi+number.Step/2
	}
	sc.value = c.builder.Name(def.ID, number, at)
	sc.exact = c.builder.Name(def.ID+".exact", exact, at)
	if sc.banded {
		sc.band = c.builder.Name(def.ID+".band", bandType(def), at+"/bands")
	}
	if _, taken := c.listed[def.ID]; !taken {
		c.list(def.ID, sc.value, number)
	}
	return sc
}

// score compiles a declared score.
func (c *compiler) score(sc *score, at string) {
	def := sc.definition
	checkScore(def, at, c.report)
	source := rule.Source{At: at + "/rule", Text: def.Rule, Want: rule.Type{Kind: rule.Number, Lo: def.Range[0], Hi: def.Range[1]}}
	whole := def.Of.IsZero() || c.members(sc, at)
	checkMissing(def, at, len(sc.members), c.report)
	if !whole || (def.Missing == nil) != def.Of.IsZero() {
		c.builder.Compute(sc.value, nil) // its fault was reported; without it there is no model
		return
	}
	if !def.Of.IsZero() {
		sc.atLeast = def.Missing.AtLeast
		source.Of = &rule.List{Name: "of", Items: sc.members, Fill: rule.Fill{Kind: def.Missing.Fill.Kind, Value: def.Missing.Fill.Value}}
	}
	sc.program = c.builder.Compile(source)
	if sc.program == nil {
		return
	}
	c.builder.Step(sc)
	c.builder.Output(def.ID)
	c.builder.Output(def.ID + ".exact")
	if sc.banded {
		c.builder.Output(def.ID + ".band")
	}
	c.scores = append(c.scores, sc)
}
