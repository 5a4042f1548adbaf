package derived_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// thing is a structure of four facts: two truths, and two numbers of which the second is a fraction.
type thing struct{ a, b, n, share float64 }

var things = derived.New([]derived.Finder[thing]{
	derived.Truth("a", "a holds", "Mend a.", func(t thing) derived.Answer { return derived.Answer{Value: t.a, At: []string{"/a"}} }),
	derived.Truth("b", "b holds", "Mend b.", func(t thing) derived.Answer { return derived.Answer{Value: t.b, At: []string{"/b"}} }),
	derived.Number("n", "things", "Mend n.", derived.Scale{Hi: 10, Step: 1}, func(t thing) derived.Answer {
		at := make([]string, int(t.n)*3)
		for i := range at {
			at[i] = fmt.Sprintf("/n/%d", i)
		}
		return derived.Amount(t.n, at...)
	}),
	derived.Number("share", "a share", "Mend share.", derived.Scale{Hi: 1}, func(t thing) derived.Answer { return derived.Amount(t.share, "/share") }),
})

// judged is one criterion over things and the age of somebody.
type judged struct {
	model   *rule.Model
	set     *policy.Set
	reading derived.Reading
}

func judge(t testing.TB, c policy.Criterion) judged {
	t.Helper()
	r := diag.NewReporter(nil)
	b := rule.NewBuilder(r)
	for _, in := range things.Inputs() {
		b.Input(in)
	}
	b.Input(rule.Input{Name: "age", Type: rule.Type{Kind: rule.Number, Unit: "years", Hi: 120}})
	c.ID, c.Basis = "it", "local"
	all := []policy.Criterion{c}
	at := policy.Declare(all, "/criteria", b)
	parts := derived.PartsOf(c, "/criteria/0", b)
	j := judged{set: policy.Compile(all, at, "/criteria", b, r), model: b.Build()}
	if err := r.List().Err(); err != nil {
		t.Fatal(err)
	}
	j.reading = parts.On(j.model)
	return j
}

// of gives the state of the finding, and what decided it: "n=2 /n/0,/n/1; age=40".
func (j judged) of(facts derived.Facts, age float64) (policy.State, string) {
	s := j.model.NewState()
	things.Fill(s.Frame(), facts)
	slot, _ := j.model.Slot("age")
	s.Set(slot, age)
	j.model.Eval(s)
	f := j.set.Findings(s)[0]
	var said []string
	for _, slot := range j.reading.Decisive(f, s) {
		shown := things.Show(j.model, slot, s, facts)
		words := shown.Name + "=" + shown.Is
		if len(shown.At) > 0 {
			words += " " + strings.Join(shown.At, ",")
		}
		if shown.More > 0 {
			words += fmt.Sprintf("+%d", shown.More)
		}
		said = append(said, words)
	}
	return f.State, strings.Join(said, "; ")
}

var unknown = rule.NA(rule.Blank)

// TestDecisive holds which facts decide a finding, by hand.
func TestDecisive(t *testing.T) {
	for name, c := range map[string]struct {
		criterion policy.Criterion
		of        thing
		age       float64
		state     policy.State
		want      string
	}{
		"for that does not hold":             {policy.Criterion{For: "a", When: "b"}, thing{b: 1}, 0, policy.NotApplicable, "a=no /a"},
		"for that nobody knows":              {policy.Criterion{For: "a", When: "b"}, thing{a: unknown, b: 1}, 0, policy.Unknown, "a=blank /a"},
		"unknown in two parts is said once":  {policy.Criterion{For: "a", When: "a and b"}, thing{a: unknown, b: 1}, 0, policy.Unknown, "a=blank /a"},
		"met by both":                        {policy.Criterion{When: "a and b"}, thing{a: 1, b: 1}, 0, policy.Met, "a=yes /a; b=yes /b"},
		"not met by one":                     {policy.Criterion{When: "a and b"}, thing{a: 1}, 0, policy.NotMet, "b=no /b"},
		"met by one":                         {policy.Criterion{When: "a or b"}, thing{b: 1}, 0, policy.Met, "b=yes /b"},
		"met by what is false":               {policy.Criterion{When: "not a"}, thing{}, 0, policy.Met, "a=no /a"},
		"met though one is unknown":          {policy.Criterion{When: "a or b"}, thing{a: unknown, b: 1}, 0, policy.Met, "b=yes /b"},
		"an exception":                       {policy.Criterion{When: "a", Unless: []policy.Exception{{ID: "x", When: "b"}}}, thing{a: 1, b: 1}, 0, policy.NotMet, "b=yes /b"},
		"an exception that does not decide":  {policy.Criterion{When: "a", Unless: []policy.Exception{{ID: "x", When: "b"}}}, thing{b: 1}, 0, policy.NotMet, "a=no /a"},
		"no exception, and nothing asked":    {policy.Criterion{When: "a", Unless: []policy.Exception{{ID: "x", When: "b"}}}, thing{}, 0, policy.NotMet, "a=no /a"},
		"a number that is enough":            {policy.Criterion{When: "n >= 2 and a"}, thing{n: 2}, 0, policy.NotMet, "a=no /a"},
		"a number that is not":               {policy.Criterion{When: "n >= 2 and a"}, thing{n: 1, a: 1}, 0, policy.NotMet, "n=1 /n/0,/n/1,/n/2"},
		"many fields":                        {policy.Criterion{When: "n >= 3"}, thing{n: 4}, 0, policy.Met, "n=4 /n/0,/n/1,/n/2,/n/3,/n/4,/n/5,/n/6,/n/7+4"},
		"a number compared with nothing":     {policy.Criterion{When: "n > share and a"}, thing{n: 1, share: 0.5}, 0, policy.NotMet, "a=no /a; n=1 /n/0,/n/1,/n/2; share=0.5 /share"},
		"a share is rounded":                 {policy.Criterion{When: "share < 0.5"}, thing{share: 1.0 / 3}, 0, policy.Met, "share=0.333 /share"},
		"what somebody said is not":          {policy.Criterion{When: "age > 0.3"}, thing{}, 1.0 / 3, policy.Met, "age=0.3333333333333333"},
		"no age":                             {policy.Criterion{When: "age > 0.3"}, thing{}, unknown, policy.Unknown, "age=blank"},
		"a level":                            {policy.Criterion{Levels: []policy.Level{{ID: "two", When: "n >= 2"}, {ID: "one", When: "a"}}}, thing{a: 1}, 0, policy.Met, "a=yes /a"},
		"a rule that reads nothing of facts": {policy.Criterion{When: "true"}, thing{}, 0, policy.Met, ""},
	} {
		state, got := judge(t, c.criterion).of(things.Read(c.of), c.age)
		if state != c.state || got != c.want {
			t.Errorf("%s: %s because of %q, want %s because of %q", name, state, got, c.state, c.want)
		}
	}
}

// TestComparisons holds each comparison against the same one in Go, by whether a finding that is not met points at the number.
func TestComparisons(t *testing.T) {
	for op, holds := range map[string]func(n float64) bool{
		"==": func(n float64) bool { return n == 2 }, "!=": func(n float64) bool { return n != 2 },
		"<": func(n float64) bool { return n < 2 }, "<=": func(n float64) bool { return n <= 2 },
		">": func(n float64) bool { return n > 2 }, ">=": func(n float64) bool { return n >= 2 },
	} {
		j := judge(t, policy.Criterion{When: "n " + op + " 2 and a"})
		for _, n := range []float64{1, 2, 3} {
			_, got := j.of(things.Read(thing{n: n}), 0)
			if pointsAtNumber := strings.Contains(got, "n="); pointsAtNumber == holds(n) {
				t.Errorf("%v %s 2, and a is false: it is because of %q", n, op, got)
			}
		}
	}
}

// TestFactsOfNothing holds that without a structure the facts are still named, with how to mend them and no field.
func TestFactsOfNothing(t *testing.T) {
	state, got := judge(t, policy.Criterion{When: "a"}).of(derived.Facts{}, 0)
	if state != policy.Unknown || got != "a=not_supplied" {
		t.Errorf("%s because of %q", state, got)
	}
}

// TestMetBy holds that a reading tells what is asked apart from for and unless.
func TestMetBy(t *testing.T) {
	j := judge(t, policy.Criterion{For: "b", When: "a"})
	for a, want := range map[float64]bool{0: false, 1: true} {
		s := j.model.NewState()
		things.Fill(s.Frame(), things.Read(thing{a: a}))
		j.model.Eval(s)
		if j.reading.MetBy(s) != want {
			t.Errorf("with a = %v it is met: %t", a, !want)
		}
	}
	s := j.model.NewState()
	things.Fill(s.Frame(), things.Read(thing{a: unknown}))
	if j.model.Eval(s); j.reading.MetBy(s) {
		t.Error("what nobody knows meets it")
	}
}

// TestFaultsAreToldOnce holds that a rule with a fault, which is compiled here and by package policy, is one diagnostic.
func TestFaultsAreToldOnce(t *testing.T) {
	r := diag.NewReporter(nil)
	b := rule.NewBuilder(r)
	for _, in := range things.Inputs() {
		b.Input(in)
	}
	c := policy.Criterion{ID: "it", Basis: "local", For: "nobody", When: "somebody"}
	at := policy.Declare([]policy.Criterion{c}, "/criteria", b)
	if p := derived.PartsOf(c, "/criteria/0", b); len(p.About)+len(p.Meets) > 0 {
		t.Errorf("a rule with a fault was compiled: %+v", p)
	}
	policy.Compile([]policy.Criterion{c}, at, "/criteria", b, r)
	if list := r.List().Clean(); len(list.Only(diag.Error)) != 2 {
		t.Error(list)
	}
}
