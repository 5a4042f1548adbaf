package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/sdm"
)

var update = flag.Bool("update", false, "write what the year comes to now to testdata")

// loaded is the library, made ready once for all tests.
var loaded = sync.OnceValues(func() (*sdm.Library, error) { return sdm.LoadFS(examples.Definitions) })

func library(t *testing.T) *sdm.Library {
	t.Helper()
	lib, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// written gives what the command prints.
func written(t *testing.T, lib *sdm.Library, what string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, lib, what); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWhatIsPrinted(t *testing.T) {
	lib := library(t)
	for what, file := range map[string]string{"story": "story.txt", "record": "record.json"} {
		t.Run(what, func(t *testing.T) {
			got := written(t, lib, what)
			if !bytes.Equal(got, written(t, lib, what)) {
				t.Error("told again it is another one")
			}
			file = "testdata/" + file
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
				t.Errorf("it changed (-want +got); if it should, run with -update\n%s", diff)
			}
		})
	}
}

// The letter and the summary have goldens of their own in package letter; here they must be about this year.
func TestWhatGoesOut(t *testing.T) {
	lib := library(t)
	for what, words := range map[string][]string{
		"letter":  {"Mrs Hallam", "On 15 June 2027 you chose: Have a new hip.", "A surgeon who knows weak legs looks at my hip"},
		"summary": {"Late effects of polio", "Have a new hip (person, 15 June 2027)"},
	} {
		got := string(written(t, lib, what))
		for _, want := range words {
			if !strings.Contains(got, want) {
				t.Errorf("the %s does not say %q", what, want)
			}
		}
	}
}

// The record that is kept must come back to what it was, replay to the same story, and fit the documents that it names.
func TestTheRecordComesBack(t *testing.T) {
	lib := library(t)
	kept, err := os.ReadFile("testdata/record.json")
	if err != nil {
		t.Fatal(err)
	}
	record, err := sdm.ParseRecord(kept)
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := writeRecord(&again, record); err != nil || !bytes.Equal(kept, again.Bytes()) {
		t.Errorf("the bytes changed (%v)", err)
	}
	told, err := tell(&bytes.Buffer{}, lib)
	if err != nil {
		t.Fatal(err)
	}
	story, err := record.Replay()
	if err != nil || !story.Equal(told.story()) {
		t.Errorf("the record replays to another story (%v)", err)
	}
	if err := lib.CheckRecord(record); err != nil {
		t.Errorf("the record does not fit the documents that it names: %v", err)
	}
}

func TestEveryComponentIsReached(t *testing.T) {
	told, err := tell(&bytes.Buffer{}, library(t))
	if err != nil {
		t.Fatal(err)
	}
	story := told.story()
	documents := told.held()
	for _, component := range sdm.Components() {
		if found := story.Evidence(component, documents); found.Shown() != sdm.Passed {
			t.Errorf("%s is not reached:\n%s", component, found)
		}
	}
	kinds := map[string]bool{}
	for e := range told.record.All() {
		kinds[e.Body.Kind()] = true
	}
	for _, kind := range []string{"opened", "deferred", "decided", "need_met", "present", "consent", "seen_by", "in_error", "scored", "activation_assessed",
		"support_answered", "support_ended", "plan_told", "plan_agreed", "plan_reviewed", "plan_shared", "community_connected", "community_closed",
		"budget_indicated", "budget_agreed", "budget_entry", "budget_reviewed", "choice_referred", "choice_offered", "choice_made", "choice_attested"} {
		if !kinds[kind] {
			t.Errorf("the year has no event of the kind %s", kind)
		}
	}
}

// One identifier must lead from the decision of February to the score of December and to the review, and back.
func TestOneIdentifierLeadsThroughTheYear(t *testing.T) {
	told, err := tell(&bytes.Buffer{}, library(t))
	if err != nil {
		t.Fatal(err)
	}
	story := told.story()
	decision, score := sdm.Ref{Kind: sdm.RefDecision, ID: told.ids.exercise}, sdm.Ref{Kind: sdm.RefScore, ID: told.ids.hipAfter}
	for from, to := range map[sdm.Ref]sdm.Ref{decision: score, score: decision} {
		chain, err := story.Chain(from)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := chain.Link(to); !ok {
			t.Errorf("%s does not lead to %s:\n%s", from, to, chain)
		}
	}
}

var (
	// findings are entries that give a conclusion of a rule, an offer or a chance; ground is what such an entry must end with.
	findings = regexp.MustCompile(`^- (met|not met|unknown|offer|running|waiting|declined|whatever she chooses):? |^- [A-Z][a-z ]+: (\d+ in every|No trial)`)
	ground   = regexp.MustCompile(`\((law|standard|guidance|evidence|convention|local): .+\)$`)
)

func TestEveryReasonHasAGround(t *testing.T) {
	story := string(written(t, library(t), "story"))
	story = regexp.MustCompile(`\n {2,}`).ReplaceAllString(story, " ") // one line an entry, with what stands beneath it
	judged, cited := 0, map[string]bool{}
	for line := range strings.Lines(story) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), " missing: ")
		line, _, _ = strings.Cut(line, " the field that decides: ")
		if findings.MatchString(line) && !strings.HasPrefix(line, "- unknown in event") {
			if judged++; !ground.MatchString(line) {
				t.Errorf("this reason has no ground:\n%s", line)
			}
		}
		for _, number := range regexp.MustCompile(`\[\d+\]`).FindAllString(line, -1) {
			cited[number] = true
		}
	}
	if judged < 40 {
		t.Errorf("only %d reasons were looked at", judged)
	}
	for number := range cited {
		if !strings.Contains(story, "\n"+number+" ") {
			t.Errorf("%s is cited and not among the sources", number)
		}
	}
}

// What is for the practice alone must not be in what the hospital gets.
func TestWhatIsWithheldIsNotInTheCopy(t *testing.T) {
	told, err := tell(&bytes.Buffer{}, library(t))
	if err != nil {
		t.Fatal(err)
	}
	for reader, sees := range map[string]bool{"hospital": false, "gp_practice": true, sdm.ForPerson: true} {
		src, err := json.Marshal(told.record.For(reader))
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range []string{"Some evenings I cry", "The long evenings"} {
			if got := strings.Contains(string(src), words); got != sees {
				t.Errorf("%q in the copy for %s: %t", words, reader, got)
			}
		}
	}
}

// The right of regulation 39 rests on a referral by a GP, a dentist or an optometrist. Who is said to refer in the answers that the law is held
// against must be who refers in the record and in the plan.
func TestWhoeverRefersIsWhoTheRightRestsOn(t *testing.T) {
	told, err := tell(&bytes.Buffer{}, library(t))
	if err != nil {
		t.Fatal(err)
	}
	if referralFacts["referred_by"] != "gp" {
		t.Fatalf("referred by %v", referralFacts["referred_by"])
	}
	referred := 0
	for e := range told.record.All() {
		if body, is := e.Body.(sdm.ChoiceReferred); is && body.Decision != "" {
			if referred++; e.By != gp {
				t.Errorf("event %s: %s refers", e.ID, e.By)
			}
		}
	}
	if referred == 0 {
		t.Error("nobody refers")
	}
	for _, g := range thread(told.story().Plans, told.ids.plan).Goals() {
		for _, a := range g.Actions {
			if a.ID == "surgeon" && a.Who.Name != gp.Name {
				t.Errorf("in the plan %s refers", a.Who.Name)
			}
		}
	}
}

// Everything that somebody sees of the year must be told in their copy, and what comes next in it must find its place there.
func TestEveryCopyCanBeWorkedWith(t *testing.T) {
	told, err := tell(&bytes.Buffer{}, library(t))
	if err != nil {
		t.Fatal(err)
	}
	events := told.record.Events()
	first, err := sdm.NewRecord(told.record.Person()).BornOn(told.record.Born())
	if err != nil {
		t.Fatal(err)
	}
	for _, reader := range []string{sdm.ForPerson, "hospital", "gp_practice", "family", "link_worker", "budget_holder"} {
		story, err := told.record.For(reader).Replay()
		if err != nil || len(story.Untold) > 0 {
			t.Errorf("the copy for %s leaves untold %v (%v)", reader, story.Untold, err)
		}
		if reader != "hospital" && reader != "link_worker" { // who see some of it, and hardly any
			continue
		}
		so := first
		for _, e := range events {
			before := so.For(reader)
			if so, err = so.Add(e); err != nil {
				t.Fatal(err)
			}
			next := so.For(reader).Last()
			if _, hidden := next.Body.(sdm.Withheld); hidden {
				continue
			}
			if _, err := before.Add(next); err != nil {
				t.Errorf("event %s cannot be added to the copy for %s: %v", e.ID, reader, err)
			}
		}
	}
}
