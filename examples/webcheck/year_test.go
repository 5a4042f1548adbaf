package webcheck

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
	"github.com/whatmatters-care/whatmatters/sdm/population"
)

// year is the record of the year that examples/journey tells of, with the texts of people changed, in it and in all that a
// service says beside it.
type year struct {
	record sdm.Record
	story  sdm.Story
	change func(string) string
}

func asItIs(text string) string { return text }

// long makes a text one of many words, with one among them that is longer than any line.
func long(text string) string {
	return strings.Repeat(text+" ", 12) + strings.Repeat("Llanfairpwllgwyngyll", 8)
}

// told reads the record and changes in it every text of more than one word.
func told(t *testing.T, change func(string) string) year {
	t.Helper()
	src, err := os.ReadFile("../journey/testdata/record.json")
	if err != nil {
		t.Fatal(err)
	}
	var record map[string]any
	if err := json.Unmarshal(src, &record); err != nil {
		t.Fatal(err)
	}
	changed := 0
	if src, err = json.Marshal(retold(record, func(text string) string { changed++; return change(text) })); err != nil {
		t.Fatal(err)
	}
	if changed < 200 {
		t.Fatalf("only %d texts were changed", changed)
	}
	y := year{change: change}
	if y.record, err = sdm.ParseRecord(src); err != nil {
		t.Fatal(err)
	}
	if y.story, err = y.record.Replay(); err != nil {
		t.Fatal(err)
	}
	return y
}

// retold gives a value of JSON with its texts changed.
func retold(value any, change func(string) string) any {
	switch v := value.(type) {
	case map[string]any:
		for key, in := range v {
			v[key] = retold(in, change)
		}
	case []any:
		for i, in := range v {
			v[i] = retold(in, change)
		}
	case string:
		if strings.Contains(v, " ") {
			return change(v)
		}
	}
	return value
}

// sheets are the pages of the year: the letters to the person, the summary for professionals, her plan as she and others
// read it, and what is published of people like her.
func (y year) sheets(t *testing.T, name string) []sheet {
	t.Helper()
	all := append([]sheet{y.letter(t), y.summary(t)}, y.plans(t)...)
	all = append(all, y.population(t)...)
	for i := range all {
		all[i].name += "/" + name
	}
	return all
}

// options say how a service has the letter written.
func (y year) options(t *testing.T) letter.Options {
	t.Helper()
	aid, err := shelf().Aid("hip-osteoarthritis")
	if err != nil {
		t.Fatal(err)
	}
	december := day.New(2027, time.December, 14)
	who, err := shelf().ParsePerson([]byte(`{"age": 65, "sex": "female", "osteoarthritis": true}`), december)
	if err != nil {
		t.Fatal(err)
	}
	return letter.Options{
		AsOf: december, Aids: []decisionaid.Personal{aid.For(who)}, Library: shelf(),
		To: letter.Address{Name: y.change("Mrs Hallam"), Lines: []string{y.change("Rosa Hallam"), y.change("3 Weir Cottages"), "Fennbridge"}},
		From: letter.Sender{
			Address: letter.Address{Name: y.change("Amina Yusuf"), Lines: []string{y.change("Millbank surgery"), "Fennbridge"}},
			Ask:     y.change("Ask for Amina Yusuf: 01632 960120."), Complain: y.change("Write to the manager of the practice."),
		},
	}
}

func (y year) letter(t *testing.T) sheet {
	t.Helper()
	l, err := letter.ToPerson(y.record, y.options(t))
	if err != nil {
		t.Fatal(err)
	}
	return sheet{"letter", l.Page(letter.Words{}), everywhere}
}

func (y year) summary(t *testing.T) sheet {
	t.Helper()
	s, err := letter.Summarise(y.record, letter.Clinical{Options: y.options(t), Reader: "gp_practice",
		Problems: []string{y.change("Osteoarthritis of the right hip"), y.change("Late effects of polio")},
		Contact:  letter.ContactDetails{SeenBy: y.change("Tom Bell"), Responsible: y.change("Amina Yusuf"), Location: y.change("Millbank surgery")}})
	if err != nil {
		t.Fatal(err)
	}
	return sheet{"summary", s.Page(y.change("Shared decisions of Rosa Hallam")), everywhere}
}

func (y year) plans(t *testing.T) []sheet {
	t.Helper()
	standard, err := shelf().PlanStandard("personalised-plan-england")
	if err != nil {
		t.Fatal(err)
	}
	var all []sheet
	for _, reader := range []struct {
		name  string
		views []view
	}{{plan.ForPerson, everywhere}, {"ambulance", onPhone}} {
		e, agreed := standard.Export(y.story.Plans[0].State, reader.name)
		if !agreed {
			t.Fatal("the record has no plan that was agreed")
		}
		all = append(all, sheet{"plan for " + reader.name, e.Page(y.change("My plan")), reader.views})
	}
	return all
}

// population counts the year over and over, in groups of different sizes.
func (y year) population(t *testing.T) []sheet {
	t.Helper()
	from, to := day.New(2027, time.July, 1), day.New(2027, time.December, 31)
	counter, err := population.New(population.Quarters(from, to)...)
	if err != nil {
		t.Fatal(err)
	}
	for i, group := range []string{"North Road", "Millbank", "Fennbridge and the villages around it"} {
		name := y.change(group)
		name = name[:min(len(name), 256)] // no group has a longer name
		for range 3 + 9*i {
			if err := counter.AddIn(name, y.record); err != nil {
				t.Fatal(err)
			}
		}
	}
	var all []sheet
	for _, by := range []struct {
		name  string
		rules population.Rules
	}{
		{"group", population.Rules{ByGroup: true}},
		{"period", population.Rules{HideUpTo: 7, Round: 5, Why: y.change("It is what the board agreed.")}},
	} {
		published, err := counter.Publish(by.rules)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, sheet{"population by " + by.name, published.Page(y.change("Personalised care in Fennbridge")), everywhere})
	}
	return all
}
