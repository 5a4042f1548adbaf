package plan_test

import (
	"fmt"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// thousand is a plan of 1,000 events: 20 versions, each with its reviews, statements and stages.
func thousand() []event {
	all := []event{{"e0", "2026-04-01", plan.Offered{Status: plan.Accepted}}}
	d := on("2026-04-01")
	former := ""
	for len(all) < 1000 {
		id := fmt.Sprintf("e%d", len(all))
		d = d.Add(1)
		var step plan.Step
		switch n := len(all) % 50; {
		case n == 1:
			v := whole()
			v.Review.Due = d.AddMonths(6)
			step, former = plan.Agreed{Supersedes: former, Version: v}, id
		case n%3 == 0:
			step = plan.Told{Statements: []plan.Statement{{ID: "t" + id, Text: "It was a good week.", Said: plan.Said{By: mary}}}}
		case n%3 == 1:
			step = plan.Reached{Stage: "act"}
		case former == "":
			step = plan.Reached{Stage: "prepare"}
		default:
			step = plan.Reviewed{How: plan.Informal, Goals: []plan.GoalReviewed{{Goal: "walk", Status: plan.UnderWay, Achievement: plan.Partly}}}
		}
		all = append(all, event{id, "", step})
		all[len(all)-1].day = d.String()
	}
	return all
}

// BenchmarkApply replays 1,000 events. The hand-written one keeps the same history and checks nothing but the order of days and the owners of goals.
func BenchmarkApply(b *testing.B) {
	all := thousand()
	days := make([]day.Day, len(all))
	for i, e := range all {
		days[i] = on(e.day)
	}
	b.Run("1000", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s := plan.State{Born: on("1940-01-01")}
			for i, e := range all {
				if err := s.Apply(e.id, days[i], e.step); err != nil {
					b.Fatal(e.id, err)
				}
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var history []plan.Step
			ids, last := map[string]bool{}, day.Day{}
			for i, e := range all {
				if ids[e.id] || days[i].Before(last) {
					b.Fatal(e.id)
				}
				if a, is := e.step.(plan.Agreed); is {
					for _, n := range a.Needs {
						for _, g := range n.Goals {
							if g.Owner.IsZero() {
								b.Fatal(g.ID)
							}
						}
					}
				}
				ids[e.id], last = true, days[i]
				history = append(history, e.step)
			}
			if len(history) != 1000 {
				b.Fatal(len(history))
			}
		}
	})
}

// BenchmarkReport holds one plan against the standard. The hand-written one works out the five criteria of one version as yes or no, without a reason.
func BenchmarkReport(b *testing.B) {
	w := shipped(b)
	s := after(b, steps()...)
	b.Run("from_state", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if r := w.standard.Report(plan.FactsOf(s, today), person.Facts{}); r.CountsAsPlan != policy.Met {
				b.Fatal(r.CountsAsPlan)
			}
		}
	})
	b.Run("prepared", func(b *testing.B) {
		facts := plan.FactsOf(s, today)
		b.ReportAllocs()
		for b.Loop() {
			if r := w.standard.Report(facts, person.Facts{}); r.CountsAsPlan != policy.Met {
				b.Fatal(r.CountsAsPlan)
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		v := whole()
		b.ReportAllocs()
		for b.Loop() {
			if got := fiveByHand(&v); got != [5]bool{true, true, true, true, true} {
				b.Fatal(got)
			}
		}
	})
}

func fiveByHand(v *plan.Version) [5]bool {
	var personAgrees, professionalAgrees, own, wellbeing bool
	for _, a := range v.AgreedWith {
		personAgrees = personAgrees || a.Role == plan.ThePerson
		professionalAgrees = professionalAgrees || a.Role == plan.Professional
	}
	for _, m := range v.Matters {
		own = own || m.By.Role == plan.ThePerson
	}
	goals, served := 0, 0
	for _, n := range v.Needs {
		wellbeing = wellbeing || n.Area == plan.Wellbeing
		for _, g := range n.Goals {
			goals++
			if len(g.Outcomes) > 0 && len(g.Actions) > 0 {
				served++
			}
		}
	}
	return [5]bool{
		personAgrees && v.InvolvedBy == plan.ThePerson && own,
		own && len(v.Needs) > 0 && wellbeing,
		len(v.Outcomes) > 0 && personAgrees && professionalAgrees,
		len(v.Matters) > 0 && len(v.Outcomes) > 0 && goals > 0 && served == goals && len(v.Shares) > 0,
		!v.Review.Due.IsZero() && v.Review.Informal != "",
	}
}
