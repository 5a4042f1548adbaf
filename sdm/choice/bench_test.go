package choice_test

import (
	"fmt"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// benchReferral is one of which everything is known.
func benchReferral() choice.Referral {
	return choice.Referral{
		Made: on("2026-03-02"), Received: on("2026-03-04"), KnownTo: today,
		Facts: map[string]any{
			"referred_by": "gp", "elective": true, "first_appointment": "consultant", "referred_to": "consultant", "service": "none_of_these",
			"told_of_wait": true, "commissioner_satisfied": true, "own_reason": "none", "clinical_decision": "none_of_these",
			"choosing_gp_practice": false, "under_care": false, "funding_refused": false, "specialist_test": "none",
			"treatment_abroad": "none", "care_package": "none_of_these", "long_term_care": false,
		},
	}
}

// BenchmarkRights works out every right of both documents for one referral, from its dates on.
func BenchmarkRights(b *testing.B) {
	w := shipped(b)
	who, err := w.people.Of(map[string]any{"age": 60, "legal_status": "none_of_these", "gp_in_england": true, "cares_for_adult": false}, today)
	if err != nil {
		b.Fatal(err)
	}
	r := benchReferral()
	b.Run("from_dates", func(b *testing.B) {
		law := choice.NewLaw(w.choice, w.waiting)
		b.ReportAllocs()
		for b.Loop() {
			c, err := law.Read(r, today)
			if found := c.Rights(who); err != nil || len(found) != 19 {
				b.Fatal(len(found), err)
			}
		}
	})
	b.Run("from_dates_again", func(b *testing.B) { // as a host does that goes through many referrals
		law := choice.NewLaw(w.choice, w.waiting)
		var found []policy.Finding
		b.ReportAllocs()
		for b.Loop() {
			c, err := law.Read(r, today)
			if found = c.Append(found[:0], who); err != nil || len(found) != 19 {
				b.Fatal(len(found), err)
			}
		}
	})
	b.Run("prepared", func(b *testing.B) {
		c, err := choice.NewLaw(w.choice, w.waiting).Read(r, today)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			if found := c.Rights(who); len(found) != 19 {
				b.Fatal(len(found))
			}
		}
	})
	b.Run("only_dates", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if c := r.Clock(choice.EighteenWeeks, today); c.State != choice.Passed {
				b.Fatal(c)
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if found := handwritten(r, today); found[0] != "met" || found[1] != "owed" {
				b.Fatal(found)
			}
		}
	})
}

// handwritten works out two of the rights as a program would that knows nothing else, and gives no reasons.
func handwritten(r choice.Referral, asOf day.Day) [2]string {
	out := [2]string{"not_met", "none"}
	by, service := r.Facts["referred_by"], r.Facts["service"]
	if by == "gp" && r.Facts["elective"] == true && r.Facts["first_appointment"] == "consultant" && service == "none_of_these" {
		out[0] = "met"
	}
	days, _ := asOf.Sub(r.Received) // the day of the request is day 1, so day 127 lies 126 days after it
	if by == "gp" && r.Facts["referred_to"] == "consultant" && days >= 126 && len(r.Stops) == 0 && r.Facts["told_of_wait"] == true &&
		r.Facts["commissioner_satisfied"] == true && r.Facts["own_reason"] == "none" && r.Facts["clinical_decision"] == "none_of_these" {
		out[1] = "owed"
	}
	return out
}

// BenchmarkShortlist puts 20 and 1,000 providers in order.
func BenchmarkShortlist(b *testing.B) {
	w := shipped(b)
	for _, n := range []int{20, 1000} {
		s := choice.Search{
			Referral: choice.Referral{Made: on("2026-03-02")}, Law: w.provider, Right: "may_be_chosen", AsOf: today,
			Wishes: []choice.Wish{choice.WaitAtMost(12).Matters(60), choice.DistanceAtMost(20), choice.With("step_free").Needed()},
		}
		for i := range n {
			s.Providers = append(s.Providers, choice.Provider{
				ID: fmt.Sprint("p", i), WaitWeeks: rule.ValueOf(float64(i % 30)), DistanceMiles: rule.ValueOf(float64(i % 50)),
				Has: map[string]bool{"step_free": i%3 > 0}, ContractFrom: on("2020-01-01"),
				Facts: map[string]any{
					"clinically_appropriate": true, "standard_contract": true, "contract_covers_service": true,
					"contract_names_place": true, "contract_for_one_person": false,
				},
			})
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				list, err := choice.Shortlist(s)
				if err != nil || list[0].May != policy.Met {
					b.Fatal(err)
				}
			}
		})
	}
}
