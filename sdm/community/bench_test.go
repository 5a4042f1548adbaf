package community_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// county is a directory of many services, of the words of the town that ships.
func county(t testing.TB, n int) (*community.Directory, []community.Service) {
	t.Helper()
	d, r := shipped(t), rand.New(rand.NewPCG(7, 8))
	known := d.Definition()
	services := make([]community.Service, n)
	for i := range services {
		s := known.Services[r.IntN(len(known.Services))]
		s.ID, s.Name = fmt.Sprint("s", i), fmt.Sprint("Service ", i)
		s.Needs = nil
		for range 1 + r.IntN(3) {
			if c := known.Categories[r.IntN(len(known.Categories))].ID; !slices.Contains(s.Needs, c) {
				s.Needs = append(s.Needs, c)
			}
		}
		s.ServiceAreas = []community.ServiceArea{{Extent: known.Areas[r.IntN(len(known.Areas))].ID}}
		s.MinimumAge, s.MaximumAge, s.SeeAlso = number(float64(r.IntN(60))), nil, nil
		s.AssuredDate = on("2025-01-01").Add(r.IntN(660))
		services[i] = s
	}
	big, err := d.With(services)
	if err != nil {
		t.Fatal(err)
	}
	return big, services
}

// widow is somebody of whom much is known.
var widow = community.Seeker{
	AsOf: on("2026-11-01"), Age: years(74), Areas: []string{"millbank"},
	Needs: []community.Need{
		{ID: "company", Category: "loneliness", Weight: weight(90)}, {ID: "grief", Category: "bereavement", Weight: weight(70)}, {ID: "bills", Category: "money", Weight: weight(20)},
	},
	MostCost: &community.Price{Amount: 3, Currency: "GBP"}, Languages: []string{"en"}, Access: []string{"step_free", "accessible_toilet"},
	Free:    []community.Free{{ByDay: "MO,TU,WE,TH,FR", From: "09:00", To: "13:00"}},
	Matters: map[community.Criterion]float64{community.ByCost: 60, community.ByOpening: 30},
}

// BenchmarkMatch matches one person to 10,000 services, and reads the findings of the ten nearest.
func BenchmarkMatch(b *testing.B) {
	d, services := county(b, 10_000)
	b.Run("10000", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if m := d.Match(widow); len(m) != 10_000 || m[0].Place() != 1 {
				b.Fatal(len(m))
			}
		}
	})
	b.Run("10000_and_ten_read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, m := range d.Match(widow)[:10] {
				if len(m.Findings()) < 10 {
					b.Fatal(m)
				}
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if m := handwritten(services, widow); len(m) != 10_000 {
				b.Fatal(len(m))
			}
		}
	})
}

// near is what the handwritten program keeps of a service.
type near struct {
	service int
	out     bool
	score   float64
	unmet   []string
}

// handwritten is matching as a program would have it that knows one form of directory: no unknown, no sentences, every service sorted.
func handwritten(services []community.Service, p community.Seeker) []near {
	all, oldest := make([]near, 0, len(services)), p.AsOf.AddMonths(-12)
	for i := range services {
		s := &services[i]
		n := near{service: i, out: s.Status != community.Active}
		if s.MinimumAge != nil && float64(*p.Age) < *s.MinimumAge || s.MaximumAge != nil && float64(*p.Age) > *s.MaximumAge {
			n.out, n.unmet = true, append(n.unmet, "age")
		}
		if e := s.ServiceAreas[0].Extent; e != "millbank" && e != "fennbridge" && e != "fennshire" {
			n.out, n.unmet = true, append(n.unmet, "area")
		}
		for _, need := range p.Needs {
			if slices.Contains(s.Needs, need.Category) {
				n.score += 1000 * *need.Weight
			} else {
				n.unmet = append(n.unmet, need.ID)
			}
		}
		for _, id := range p.Access {
			if !slices.ContainsFunc(s.Accessibility, func(a community.Accessibility) bool { return slices.Contains(a.Meets, id) }) {
				n.out, n.unmet = true, append(n.unmet, id)
			}
		}
		if !slices.ContainsFunc(s.Languages, func(l community.Language) bool { return l.Code == p.Languages[0] }) {
			n.unmet = append(n.unmet, "language")
		}
		cheap := false
		for _, c := range s.CostOptions {
			cheap = cheap || *c.Amount <= p.MostCost.Amount && !p.AsOf.After(c.ValidTo) && !p.AsOf.Before(c.ValidFrom)
		}
		if cheap {
			n.score += p.Matters[community.ByCost]
		} else {
			n.unmet = append(n.unmet, "cost")
		}
		suits := false
		for _, one := range s.Schedules {
			for d := range strings.SplitSeq(one.ByDay, ",") {
				suits = suits || strings.Contains(p.Free[0].ByDay, d) && one.OpensAt >= p.Free[0].From && one.ClosesAt <= p.Free[0].To
			}
		}
		if suits {
			n.score += p.Matters[community.ByOpening]
		} else {
			n.unmet = append(n.unmet, "opening")
		}
		if s.AssuredDate.Before(oldest) {
			n.unmet = append(n.unmet, "assured")
		}
		all = append(all, n)
	}
	sort.SliceStable(all, func(i, k int) bool {
		if all[i].out != all[k].out {
			return all[k].out
		}
		return all[i].score > all[k].score
	})
	return all
}

// BenchmarkParseServices reads a feed of 10,000 services, and makes a directory of them.
func BenchmarkParseServices(b *testing.B) {
	d, services := county(b, 10_000)
	src, err := json.Marshal(services)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("parse", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			if got, err := community.ParseServices(src); err != nil || len(got) != 10_000 {
				b.Fatal(err)
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			var got []community.Service
			if err := json.Unmarshal(src, &got); err != nil || len(got) != 10_000 {
				b.Fatal(err)
			}
		}
	})
	b.Run("with", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.With(services); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// TestMatchDoesNotAllocateForEachService gates the memory of a match: a few lists whatever the number of services.
func TestMatchDoesNotAllocateForEachService(t *testing.T) {
	d, _ := county(t, 2000)
	most := 400.0 // the columns and the groups of services of which the same is known
	if got := testing.AllocsPerRun(5, func() { d.Match(widow) }); got > most {
		t.Errorf("%v allocations for 2,000 services, at most %v", got, most)
	}
}

// TestStepsOfAThousandEventsFit holds that a long thread is replayed, with what it holds intact.
func TestStepsOfAThousandEventsFit(t *testing.T) {
	r := &community.Referral{}
	for i, s := range append([]community.Step{referred, accepted, assessed}, slices.Repeat([]community.Step{reached, connected, followed}, 332)...) {
		if err := r.Apply(fmt.Sprint("e", i), day.New(2026, 1, 6).Add(i/10), s); err != nil {
			t.Fatal(i, err)
		}
	}
	if len(r.Contacts()) != 333 || len(r.Connections()) != 332 || len(r.FollowUps()) != 332 {
		t.Error(len(r.Contacts()), len(r.Connections()), len(r.FollowUps()))
	}
}
