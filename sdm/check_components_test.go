package sdm_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// thread opens a thread with the first body and adds the others to it.
func thread(t *testing.T, bodies ...sdm.Body) sdm.Record {
	t.Helper()
	r := add(t, sdm.NewRecord("p"), "", bodies[0])
	opened := r.Last().ID
	for _, b := range bodies[1:] {
		r = add(t, r, opened, b)
	}
	return r
}

// connected is a referral up to a connection, and what follows it.
func connected(t *testing.T, category, service, directory string, more ...sdm.Body) sdm.Record {
	t.Helper()
	return thread(t, append([]sdm.Body{
		community.Referred{Consent: community.ConsentYes, By: community.Referrer{Kind: community.SelfReferral}, To: "Link workers", Needs: []community.Need{{ID: "n", Category: category}}},
		community.Contacted{Outcome: community.ContactAccepted, Attempts: 1, Way: community.WayPhone},
		community.Assessed{WhatMatters: "Singing"},
		community.Connected{Service: service, Directory: directory, Start: today},
	}, more...)...)
}

// spent is a budget under a policy with a line of a category.
func spent(t *testing.T, policy, category string) sdm.Record {
	t.Helper()
	r := thread(t, plan.Agreed{Version: plan.Version{Needs: []plan.Need{{ID: "n", Text: "Getting about"}}, Outcomes: []plan.Outcome{{ID: "o", Text: "Out every day"}}}})
	r = add(t, r, "", budget.Requested{Basis: "discretionary", Policy: policy})
	return add(t, r, r.Last().ID, budget.Agreed{
		Amount: budget.GBP(5_000), Period: budget.Period{From: today, To: today.AddMonths(12).Add(-1)}, Shares: []budget.Share{{Mode: budget.Direct, Amount: budget.GBP(5_000)}},
		Lines: []budget.Line{{ID: "l", Category: category, What: "It", Cost: budget.GBP(5_000), Mode: budget.Direct, Needs: []string{"n"}, Outcomes: []string{"o"}}},
	})
}

func TestCheckRecordHoldsEveryComponentToItsDocuments(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	ready := func(document interface {
		ID() string
		Version() string
	}, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return document.ID() + "@" + document.Version()
	}
	directory, err := lib.Directory("fennbridge")
	town := ready(directory, err)
	ours, err := lib.Offers("nhs-self-management-support")
	ready(ours, err)
	england, err := lib.BudgetPolicy("personal-health-budget-england")
	law := ready(england, err)
	local, err := lib.BudgetPolicy("northridge-icb-budgets")
	board := ready(local, err)
	offers := func(document, offer string, level *support.UsedLevel) sdm.Record {
		return thread(t, support.Offered{Document: document, Version: ours.Version(), Offers: []support.Shown{{Offer: offer}}, Level: level})
	}
	stopped := func(mandatory bool, ground string) sdm.Record {
		r := spent(t, law, "activity")
		return add(t, r, "2", budget.Stopped{Ground: ground, Mandatory: mandatory, Reasons: []string{"x"}})
	}
	for name, tc := range map[string]struct {
		record  sdm.Record
		says    string
		unknown bool
	}{
		"offer":              {offers("nhs-self-management-support", "coaching_group", &support.UsedLevel{Measure: "self-management-confidence", CutPoints: "reference", Level: "above"}), "", false},
		"no such offer":      {offers("nhs-self-management-support", "coaching_groop", nil), "offers[0].offer: the document " + ready(ours, nil) + " has no offer \"coaching_groop\"; did you mean coaching_group?", false},
		"a stage as offer":   {offers("nhs-self-management-support", "stage", nil), "offers[0].offer", false},
		"no such document":   {offers("mill-lane-support", "x", nil), "document: no such document: support-offers \"mill-lane-support@", true},
		"no such cut points": {offers("nhs-self-management-support", "coaching_group", &support.UsedLevel{Measure: "self-management-confidence", CutPoints: "moon", Level: "x"}), "level.cut_points", false},
		"no such level":      {offers("nhs-self-management-support", "coaching_group", &support.UsedLevel{Measure: "self-management-confidence", CutPoints: "reference", Level: "x"}), "level.level", false},
		"no such measure":    {offers("nhs-self-management-support", "coaching_group", &support.UsedLevel{Measure: "moon", CutPoints: "reference", Level: "x"}), "level.measure", true},

		"service":              {connected(t, "loneliness", "river_choir", town), "", false},
		"service of the only":  {connected(t, "befriending", "river_choir", ""), "", false},
		"no such service":      {connected(t, "loneliness", "river_chior", town), "service: the directory " + town + " has no service \"river_chior\"; did you mean river_choir?", false},
		"no such directory":    {connected(t, "loneliness", "river_choir", "millbrook@1.0.0"), "directory: no such document", true},
		"no such category":     {thread(t, community.Offered{Reason: "x", Needs: []community.Need{{ID: "w", Words: "x"}, {ID: "n", Category: "lonelyness"}}}), "needs[1].category: the directory " + town + " has no category \"lonelyness\"; did you mean loneliness?", false},
		"followed up":          {connected(t, "loneliness", "river_choir", town, community.FollowedUp{Says: "x", Service: "river_choir"}), "", false},
		"followed up in words": {connected(t, "loneliness", "river_choir", town, community.FollowedUp{Says: "x"}), "", false},

		"stage":         {thread(t, plan.Reached{Stage: "conversation"}), "", false},
		"no such stage": {thread(t, plan.Reached{Stage: "convresation"}), "stage: the plan standard personalised-plan-england@", false},

		"basis":             {thread(t, budget.Requested{Basis: "section_117", Policy: law}), "", false},
		"no such basis":     {thread(t, budget.Requested{Basis: "section_118", Policy: law}), "basis", false},
		"no such policy":    {thread(t, budget.Requested{Basis: "section_117", Policy: "moon@1"}), "policy: no such document", true},
		"no policy of two":  {thread(t, budget.Requested{Basis: "section_117"}), "policy: it does not say which budget-policy is meant, and the library has 2", true},
		"policy's form":     {thread(t, budget.Requested{Basis: "section_117", Policy: law, Digest: "sha256:0"}), "digest", true},
		"category":          {spent(t, law, "activity"), "", false},
		"local category":    {spent(t, law, "pet"), "", false},
		"no such category ": {spent(t, law, "wine"), "wine", false},
		"excluded":          {spent(t, law, "alcohol_tobacco"), "no_alcohol_tobacco", false},
		"locally excluded":  {spent(t, board, "pet"), "local_pet", false},
		"no such ground":    {stopped(false, "moon"), "ground", false},
	} {
		t.Run(name, func(t *testing.T) { heldTo(t, lib, tc.record, tc.says, tc.unknown) })
	}
}

// TestTheOnlyDocumentIsMeant: where an event has no place for its document, a library that holds one of the kind knows which is meant.
func TestTheOnlyDocumentIsMeant(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"person-facts.yaml", "budgets/personal-health-budget-england.yaml"} {
		src, err := fs.ReadFile(examples.Definitions, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: src}
	}
	lib, err := sdm.LoadFS(files)
	if err != nil {
		t.Fatal(err)
	}
	heldTo(t, lib, thread(t, budget.Requested{Basis: "section_117"}), "", false)
	heldTo(t, lib, thread(t, budget.Requested{Basis: "moon"}), "basis", false)
	heldTo(t, lib, thread(t, plan.Reached{Stage: "conversation"}), "stage: it does not say which plan-standard is meant, and the library has 0", true)
	heldTo(t, lib, thread(t, community.Offered{Reason: "x", Needs: []community.Need{{ID: "n", Category: "loneliness"}}}), "needs: it does not say which community-directory is meant", true)
	heldTo(t, lib, thread(t, community.Offered{Reason: "x", Needs: []community.Need{{ID: "n", Words: "company"}}}), "", false)
	heldTo(t, lib, thread(t, sdm.ChoiceReferred{}), "", false)
}

// TestNothingOfARecordGoesUnsaid: nil means that everything was looked up, so that whatever could not be is told, event by event.
func TestNothingOfARecordGoesUnsaid(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	// Everything that is said in a conversation over an aid that is not there.
	r := thread(t, sdm.Opened{Aid: "magic", Version: "1.0.0"}, sdm.Decided{Option: "x"}, sdm.Mattered{Words: "x"}, sdm.Asked{Question: "x"})
	if err := lib.CheckRecord(r); strings.Count(err.Error(), sdm.ErrNotChecked.Error()) != 3 {
		t.Errorf("error %v", err)
	}
	// What a later version wrote.
	later, _ := sdm.ParseEvent([]byte(`{"id":"z","kind":"sang","form":1,"on":"2026-01-01","by":{"role":"person"},"body":{}}`))
	if err := lib.CheckEvent(r, later); !errors.Is(err, sdm.ErrNotChecked) {
		t.Errorf("what cannot be read: %v", err)
	}
	// One event with something wrong and something open: the one is told of the event, both of the record.
	both := thread(t, sdm.ChoiceReferred{}, sdm.ChoiceOffered{Rights: []sdm.RightFound{{Document: "moon", ID: "x"}, {Document: "nhs-choice-england", ID: "moon"}}})
	if err := lib.CheckRecord(both); strings.Count(err.Error(), "(choice_offered)") != 2 {
		t.Errorf("error %v", err)
	}
	if err := lib.CheckEvent(both, both.Last()); err == nil || errors.Is(err, sdm.ErrNotChecked) || !strings.Contains(err.Error(), "rights[1].id") {
		t.Errorf("error %v", err)
	}
}

// An event is told by the id that it would get, and what is no event at all is told too.
func TestCheckEventBeforeItIsAdded(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	good := sound(t)
	var fault *sdm.EventFault
	err = lib.CheckEvent(good, sdm.Event{On: today, By: sdm.ByPerson, In: "1", Body: sdm.Decided{Option: "amputate"}})
	if !errors.As(err, &fault) || fault.Event != "6" || fault.Faults[0].Field != "option" {
		t.Errorf("error %v", err)
	}
	if err := lib.CheckEvent(good, sdm.Event{On: today, By: sdm.ByPerson}); !errors.As(err, &fault) || fault.Faults[0].Field != "body" {
		t.Errorf("without a body: %v", err)
	}
	if err := lib.CheckEvent(good, sdm.Event{In: "nosuch", Body: sdm.Decided{Option: "x"}}); !errors.Is(err, sdm.ErrNotChecked) {
		t.Errorf("in no conversation: %v", err)
	}
	if err := lib.CheckEvent(sdm.Record{}, sdm.Event{Body: sdm.Opened{Aid: "nosuch", Version: "1.0.0"}}); !errors.Is(err, sdm.ErrNotChecked) {
		t.Errorf("into the empty record: %v", err)
	}
}

// TestCheckEventCostsTheSameHoweverLongTheRecordIs holds that a service may check each event of a long record.
func TestCheckEventCostsTheSameHoweverLongTheRecordIs(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	cost := func(n int) float64 {
		talk := sdm.Open(hip(t), today)
		for range n {
			talk = talk.Matters("x")
		}
		e := sdm.Event{On: today, By: sdm.ByPerson, In: "1", Body: sdm.Decided{Option: hip(t).Aid().Definition().Options[0].ID}}
		return testing.AllocsPerRun(20, func() {
			if err := lib.CheckEvent(talk.Record(), e); err != nil {
				t.Error(err)
			}
		})
	}
	if short, long := cost(10), cost(2000); long > short+4 {
		t.Errorf("%v allocations in a short record, and %v in a long one", short, long)
	}
}
