package sdm

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// conditions is a record with every kind of circumstance.
func conditions() []Event {
	return []Event{
		at("talk", "2026-03-01", "", Together, Opened{Aid: "hip", Version: "1.0.0"}),
		at("language", "2026-03-01", "", ByPerson, InterpreterNeed{Needed: true, Language: "Polish", Words: "a woman, please"}),
		at("print", "2026-03-01", "", ByPerson, InformationNeed{Need: "large_print", Sort: NeedFormat, Words: "18 point"}),
		at("there", "2026-03-01", "talk", ByProfessional, WhoWasPresent{People: []Attendee{{Role: Interpreter, Name: "Ewa"}, {Role: "family", Name: "Jan"}}}),
		at("met", "2026-03-01", "talk", ByProfessional, NeedMet{Need: "large_print", Met: true, How: "the aid was printed in 18 point"}),
		at("share", "2026-03-01", "", ByPerson, Consent{To: ToSharing, With: "gp_practice", What: "the decision", Answer: Given, How: "in writing"}),
		at("doubt", "2026-03-02", "talk", ByProfessional, CapacityAssessed{Found: InDoubt, Because: "confused since the operation"}),
		at("lacks", "2026-03-04", "talk", ByProfessional, CapacityAssessed{Found: Lacks, Support: []string{"in the morning", "with the interpreter"},
			Because: "could not weigh the risks", Again: date("2026-04-01")}),
		at("power", "2026-03-05", "", ByProfessional, Represented{Name: "Jan Nowak", Role: LPADonee, For: []string{"health_and_welfare"}, Since: date("2025-01-01"), Until: date("2026-12-31")}),
		at("best", "2026-03-05", "talk", ByProfessional, BestInterests{Decider: "Jan Nowak", Role: DecidesAttorney, Wishes: "to walk again", Consulted: []string{"her daughter"}}),
		at("unshare", "2026-03-20", "", ByPerson, Consent{To: ToSharing, With: "gp_practice", Answer: Withdrawn}),
		at("again", "2026-04-02", "talk", ByProfessional, CapacityAssessed{Found: Has}),
		at("noprint", "2026-05-01", "", ByPerson, InformationNeed{Need: "large_print", Sort: NeedFormat, Ended: true}),
		at("nopower", "2026-06-01", "", ByProfessional, Represented{Name: "Jan Nowak", Role: LPADonee, For: []string{"health_and_welfare"}, Ended: true}),
	}
}

func TestWhatStoodOnADay(t *testing.T) {
	s := story(t, conditions()...)
	for _, tc := range []struct{ on, capacity, decider, share, powers, needs string }{
		{"2026-02-28", "", "", "", "", ""},
		{"2026-03-01", "", "", "given", "", "large_print"},
		{"2026-03-03", "in_doubt", "", "given", "", "large_print"},
		{"2026-03-04", "lacks_capacity", "", "given", "", "large_print"},
		{"2026-03-05", "lacks_capacity", "Jan Nowak", "given", "Jan Nowak", "large_print"},
		{"2026-03-20", "lacks_capacity", "Jan Nowak", "withdrawn", "Jan Nowak", "large_print"},
		{"2026-04-02", "has_capacity", "", "withdrawn", "Jan Nowak", "large_print"},
		{"2026-05-01", "has_capacity", "", "withdrawn", "Jan Nowak", ""},
		{"2026-06-01", "has_capacity", "", "withdrawn", "", ""},
	} {
		on := date(tc.on)
		capacity, _ := s.CapacityFor("talk", "", on)
		decider, _ := s.Decider("talk", "", on)
		share, _ := s.ConsentTo(ToSharing, "gp_practice", on)
		var powers, needs []string
		for _, r := range s.RepresentativesOn(on) {
			powers = append(powers, r.What.Name)
		}
		for _, n := range s.NeedsOn(on) {
			needs = append(needs, n.What.Need)
		}
		got := []string{string(capacity.What.Found), decider.What.Decider, string(share.What.Answer), strings.Join(powers, " "), strings.Join(needs, " ")}
		if want := []string{tc.capacity, tc.decider, tc.share, tc.powers, tc.needs}; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", tc.on, got, want)
		}
	}
	if _, ok := s.ConsentTo(ToSharing, "family", date("2026-12-01")); ok {
		t.Error("a consent that nobody was asked for is known")
	}
	if _, ok := s.CapacityFor("other", "", date("2026-12-01")); ok {
		t.Error("capacity for one decision is known for another")
	}
	if got := s.PresentIn("talk", date("2026-03-01")); len(got) != 2 || got[0].Name != "Ewa" {
		t.Errorf("present %v", got)
	}
	if m, ok := s.MetIn("talk", "large_print", date("2026-03-01")); !ok || !m.What.Met {
		t.Errorf("met %v", m)
	}
}

func TestAConsentToOneTreatmentIsNoneToAnother(t *testing.T) {
	s := story(t,
		at("hip", "2026-03-01", "", ByPerson, Consent{To: ToTreatment, What: "a new hip", Answer: Given}),
		at("blood", "2026-03-02", "", ByPerson, Consent{To: ToTreatment, What: "a transfusion", Answer: Refused}),
		at("photos", "2026-03-02", "", ByPerson, Consent{To: ToRecording, What: "photographs", Answer: Given}))
	for _, tc := range []struct {
		kind ConsentKind
		what string
		want ConsentAnswer
	}{{ToTreatment, "a new hip", Given}, {ToTreatment, "a transfusion", Refused}, {ToTreatment, "", ""}, {ToTreatment, "an injection", ""}, {ToRecording, "", Given}} {
		if found, ok := s.ConsentTo(tc.kind, tc.what, date("2026-12-01")); found.What.Answer != tc.want || ok != (tc.want != "") {
			t.Errorf("the last word on %s %q is %q, want %q", tc.kind, tc.what, found.What.Answer, tc.want)
		}
	}
}

func TestCircumstancesAreRefusedWhereTheyCannotStand(t *testing.T) {
	r := built(t, conditions()[:7]...)
	on := "2026-03-03"
	for name, tc := range map[string]struct {
		event Event
		says  string
	}{
		"capacity for nothing":      {at("x", on, "", ByProfessional, CapacityAssessed{Found: Has}), "decision: capacity is for one decision"},
		"capacity found nothing":    {at("x", on, "talk", ByProfessional, CapacityAssessed{}), "found: "},
		"lacks without support":     {at("x", on, "talk", ByProfessional, CapacityAssessed{Found: Lacks, Because: "x"}), "support: nobody may be found unable"},
		"empty support":             {at("x", on, "talk", ByProfessional, CapacityAssessed{Found: Has, Support: []string{""}}), "support[0]: "},
		"doubt without why":         {at("x", on, "talk", ByProfessional, CapacityAssessed{Found: InDoubt}), "because: "},
		"best interests too early":  {at("x", on, "talk", ByProfessional, BestInterests{Decider: "Jan", Role: DecidesCarer}), "decision: nobody found by then"},
		"nobody decides":            {at("x", on, "talk", ByProfessional, BestInterests{Role: DecidesCarer}), "decider: "},
		"decides as nothing":        {at("x", on, "talk", ByProfessional, BestInterests{Decider: "Jan"}), "role: "},
		"outcome without why":       {at("x", on, "talk", ByProfessional, BestInterests{Decider: "Jan", Role: DecidesCarer, Outcome: "wait"}), "because: "},
		"consent to nothing":        {at("x", on, "", ByPerson, Consent{Answer: Given}), "to: "},
		"consent for everybody":     {at("x", on, "", ByPerson, Consent{To: ToSharing, Answer: Given}), "with: "},
		"consent to any treatment":  {at("x", on, "", ByPerson, Consent{To: ToTreatment, Answer: Given}), "what: "},
		"consent without an answer": {at("x", on, "", ByPerson, Consent{To: ToRecording}), "answer: "},
		"representative of none":    {at("x", on, "", ByPerson, Represented{Role: Deputy, For: []string{"x"}}), "name: "},
		"representative as nothing": {at("x", on, "", ByPerson, Represented{Name: "Jan", For: []string{"x"}}), "role: "},
		"representative in all":     {at("x", on, "", ByPerson, Represented{Name: "Jan", Role: Deputy}), "for: "},
		"power that never was":      {at("x", on, "", ByPerson, Represented{Name: "Jan", Role: Deputy, For: []string{"x"}, Since: date("2026-02-01"), Until: date("2026-01-01")}), "until: "},
		"interpreter for nothing":   {at("x", on, "", ByPerson, InterpreterNeed{Needed: true}), "language: "},
		"need without a word":       {at("x", on, "", ByPerson, InformationNeed{Sort: NeedFormat}), "need: "},
		"need of an interpreter":    {at("x", on, "", ByPerson, InformationNeed{Need: Interpreter, Sort: NeedSupport}), "need: the need for an interpreter"},
		"need of no sort":           {at("x", on, "", ByPerson, InformationNeed{Need: "braille"}), "sort: "},
		"met what nobody needs":     {at("x", on, "talk", ByPerson, NeedMet{Need: "braille", Met: true, How: "x"}), "need: the record has no need"},
		"met nobody knows how":      {at("x", on, "talk", ByPerson, NeedMet{Need: "large_print", Met: true}), "how: "},
		"nobody present":            {at("x", on, "talk", ByPerson, WhoWasPresent{}), "people: it names nobody"},
		"present as nothing":        {at("x", on, "talk", ByPerson, WhoWasPresent{People: []Attendee{{Role: "ghost"}}}), "people[0].role: "},
		"present nowhere":           {at("x", on, "", ByPerson, WhoWasPresent{People: []Attendee{{Role: "family"}}}), "in: "},
		"in no thread":              {at("x", on, "nowhere", ByPerson, Consent{To: ToRecording, Answer: Given}), "in: it belongs to the conversation or thread"},
		"in what opened nothing":    {at("x", on, "met", ByPerson, Consent{To: ToRecording, Answer: Given}), "in: the event"},
	} {
		t.Run(name, func(t *testing.T) {
			after, err := r.Add(tc.event)
			if !errors.Is(err, ErrEvent) || !strings.Contains(err.Error(), "event x ("+tc.event.Body.Kind()+"): ") || !strings.Contains(err.Error(), tc.says) {
				t.Errorf("error %v does not name the event and say %q", err, tc.says)
			}
			if after.Len() != r.Len() {
				t.Error("the event stands all the same")
			}
		})
	}
}

// The golden file keeps the form in which circumstances are written: a change to it is a new form of the kind.
func TestCircumstancesAreWrittenAsBefore(t *testing.T) {
	src := []byte(strings.ReplaceAll(bytesOf(t, built(t, conditions()...)), `},{"id"`, "},\n{\"id\"") + "\n")
	const golden = "testdata/circumstances.json"
	if *update {
		if err := os.WriteFile(golden, src, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(src, want) {
		t.Error(cmp.Diff(string(want), string(src)))
	}
	r, err := ParseRecord(want)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(conditions()[3].Body, r.Events()[3].Body); diff != "" {
		t.Error(diff)
	}
}
