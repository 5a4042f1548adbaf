package support_test

import (
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation/support"
)

// plain is one person as a service would hold them that had its rules in code.
type plain struct {
	age                    int
	pain, internet, lonely bool
	meets, money, cares    bool
	level, way             string
}

// handwritten is the list of offers as a service would write it without a library, for the facts that the benchmark's person has: ids in
// their order, and neither reasons nor sources nor what is not known.
func handwritten(p plain) []string {
	type ranked struct {
		id    string
		order int
	}
	offers := []ranked{{"conversation", 90}, {"information", 80}}
	add := func(when bool, id string, order int) {
		if when {
			offers = append(offers, ranked{id, order})
		}
	}
	starting, building, doing, keeping := p.level == "level_1", p.level == "level_2", p.level == "level_3", p.level == "level_4"
	pick := func(first bool, a, b int) int {
		if first {
			return a
		}
		return b
	}
	add(starting || building || p.way == "one_to_one", "coaching_one_to_one", pick(starting, 10, 20))
	add((building || doing) && (p.way == "group" || p.way == "any_way"), "coaching_group", 22)
	add(p.age >= 18 && p.pain, "course_pain", 15)
	add(p.age >= 18 && p.pain, "course_any_condition", 30)
	add(p.internet && (p.way == "online" || p.way == "any_way"), "course_online", pick(doing || keeping, 14, 32))
	add(building || doing, "action_plan", 18)
	add(p.meets && (p.way == "group" || p.way == "any_way"), "peer_group", 25)
	add(p.meets && (p.way == "one_to_one" || p.way == "any_way"), "peer_one_to_one", 26)
	add(p.meets && p.internet && (p.way == "online" || p.way == "any_way"), "peer_online", 27)
	add(p.lonely || p.money, "link_worker", pick(starting, 11, 16))
	add(p.cares, "support_for_carers", 35)
	add(keeping, "staying_on_course", 12)
	slices.SortStableFunc(offers, func(a, b ranked) int { return a.order - b.order })
	found := make([]string, len(offers))
	for i, o := range offers {
		found[i] = o.id
	}
	return found
}

func BenchmarkTailor(b *testing.B) {
	w := shipped(b)
	given := support.Given{
		On: today, Assessment: w.level(60),
		Person: w.person(b, map[string]any{
			"age": 61, "long_term_pain": true, "uses_internet": true, "cares_for_adult": false, "diabetes": false, "copd": false, "heart_failure": false,
			"osteoarthritis": false, "depression_or_anxiety": false, "other_long_term_condition": false, "has_carer": false, "needs_interpreter": false, "reading_is_hard": false,
		}),
		Answers: w.answers(b, map[string]any{
			"way": "any_way", "meets_others": true, "often_lonely": true, "money_or_home": false, "free_time": "any_time", "getting_there_is_hard": false, "would_help_others": false,
		}),
	}
	p := plain{age: 61, pain: true, internet: true, lonely: true, meets: true, level: "level_3", way: "any_way"}
	if got := ids(w.tailor(b, given).In(support.Ready)); !slices.Equal(got, handwritten(p)) {
		b.Fatalf("%v, by hand %v", got, handwritten(p))
	}
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			handwritten(p)
		}
	})
	b.Run("tailor", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := w.offers.Tailor(given); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("unknown", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := w.offers.Tailor(support.Given{On: today}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkReplay(b *testing.B) {
	steps := []support.Step{offered}
	for range 333 {
		steps = append(steps,
			support.Answered{Offer: "course", Answer: support.TakenUp}, support.Ended{Offer: "course", How: support.Stopped},
			support.Answered{Offer: "course", Answer: support.Later})
	}
	b.Run("handwritten", func(b *testing.B) {
		for b.Loop() {
			answers, ends := map[string]support.Answer{}, map[string]support.Ending{}
			for _, step := range steps {
				switch step := step.(type) {
				case support.Answered:
					answers[step.Offer], ends[step.Offer] = step.Answer, ""
				case support.Ended:
					ends[step.Offer] = step.How
				}
			}
		}
	})
	b.Run("thousand", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var s support.State
			for _, step := range steps {
				if err := s.Apply("e", today, step); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
