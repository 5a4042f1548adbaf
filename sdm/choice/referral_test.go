package choice_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// codesOf gives what an error says, as "path code", sorted.
func codesOf(t testing.TB, err error) []string {
	t.Helper()
	var list diag.List
	if err != nil && !errors.As(err, &list) {
		t.Fatal(err)
	}
	var codes []string
	for _, d := range list {
		if d.Hint == "" && d.Code != "answer-invalid" { // that one says what the answer must be
			t.Errorf("%s gives no remedy: %v", d.Code, d)
		}
		codes = append(codes, d.Path+" "+string(d.Code))
	}
	slices.Sort(codes)
	return codes
}

func TestDatesThatCannotBeRight(t *testing.T) {
	for _, c := range []struct {
		name string
		json string
		want []string
	}{
		{"all is well", `{"born": "1950-02-03", "made": "2026-03-02", "received": "2026-03-02", "treatment_booked": "2027-01-01"}`, nil},
		{"nothing", `{}`, nil},
		{"received before made", `{"made": "2026-03-02", "received": "2026-03-01"}`, []string{"/received answer-day-order"}},
		{"made in the future", `{"made": "2026-11-22"}`, []string{"/made answer-day-future"}},
		{"made on the day itself", `{"made": "2026-11-21"}`, nil},
		{"known to tomorrow", `{"known_to": "2026-11-22"}`, []string{"/known_to answer-day-future"}},
		{"before birth", `{"born": "2000-01-01", "made": "1999-12-31"}`, []string{"/made answer-day-before-birth"}},
		{"on the day of birth", `{"born": "2000-01-01", "made": "2000-01-01"}`, nil},
		{"born tomorrow", `{"born": "2026-11-22", "made": "2026-11-20"}`, []string{"/born answer-day-future"}},
		{"a day that stands for nothing", `{"received": "0001-01-02"}`, []string{"/received answer-day-impossible"}},
		{"a stop before the request", `{"received": "2026-03-02", "stops": [{"kind": "no_treatment", "on": "2026-03-01"}]}`, []string{"/stops/0/on answer-day-order"}},
		{"a stop in the future", `{"stops": [{"kind": "no_treatment", "on": "2027-03-01"}]}`, []string{"/stops/0/on answer-day-future"}},
		{"a stop of no kind", `{"stops": [{"kind": "treatment_start", "on": "2026-03-01"}]}`, []string{"/stops/0/kind answer-unknown-word"}},
		{"a missed appointment is no stop", `{"stops": [{"kind": "first_missed", "on": "2026-03-01"}]}`, []string{"/stops/0/kind answer-unknown-word"}},
		{"missed before the request", `{"received": "2026-03-02", "missed": [{"which": "first", "on": "2026-03-01"}]}`, []string{"/missed/0/on answer-day-order"}},
		{"told of a stop before the request", `{"received": "2026-03-02", "stops": [{"kind": "no_treatment", "notified_on": "2026-03-01"}]}`, []string{"/stops/0/notified_on answer-day-order"}},
		{"told of a stop before it was decided", `{"stops": [{"kind": "no_treatment", "on": "2026-03-02", "notified_on": "2026-03-01"}]}`, []string{"/stops/0/notified_on answer-day-order"}},
		{"told of a stop in the future", `{"stops": [{"kind": "no_treatment", "notified_on": "2027-03-01"}]}`, []string{"/stops/0/notified_on answer-day-future"}},
		{"told of missing it before it was", `{"missed": [{"which": "first", "on": "2026-03-02", "notified_on": "2026-03-01"}]}`, []string{"/missed/0/notified_on answer-day-order"}},
		{"told of missing it before the request", `{"received": "2026-03-02", "missed": [{"which": "first", "notified_on": "2026-03-01"}]}`, []string{"/missed/0/notified_on answer-day-order"}},
		{"told of missing it in the future", `{"missed": [{"which": "first", "notified_on": "2027-03-01"}]}`, []string{"/missed/0/notified_on answer-day-future"}},
		{"told and not told", `{"missed": [{"which": "first", "notified": false, "notified_on": "2026-03-01"}]}`, []string{"/missed/0/notified answer-differs-from-dates"}},
		{"told on the day itself", `{"stops": [{"kind": "no_treatment", "on": "2026-03-01", "notified_on": "2026-03-01"}], "missed": [{"which": "first", "on": "2026-03-01", "notified": true, "notified_on": "2026-03-01"}]}`, nil},
		{"available again in the future, and the provider cannot have heard it", `{"missed": [{"which": "first", "available_again": "2026-11-22"}]}`, []string{"/missed/0/available_again answer-day-future"}},
		{"missed and available before", `{"missed": [{"which": "first", "on": "2026-03-01", "available_again": "2026-02-01"}]}`, []string{"/missed/0/available_again answer-day-order"}},
		{"offered after the day", `{"missed": [{"which": "first", "on": "2026-03-01", "offered_on": "2026-03-02"}]}`, []string{"/missed/0/on answer-day-order"}},
		{"offered after the first day", `{"missed": [{"which": "first", "on": "2026-04-01", "original": "2026-03-01", "offered_on": "2026-03-02"}]}`, []string{"/missed/0/original answer-day-order"}},
		{"missed the middle one", `{"missed": [{"which": "middle", "on": "2026-04-01"}]}`, []string{"/missed/0/which answer-unknown-word"}},
		{"booked before the request", `{"received": "2026-03-02", "treatment_booked": "2026-03-01"}`, []string{"/treatment_booked answer-day-order"}},
		{"several", `{"born": "2000-01-01", "made": "1999-12-31", "received": "2062-01-01"}`, []string{"/made answer-day-before-birth", "/received answer-day-future"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := choice.ParseReferral([]byte(c.json))
			if err != nil {
				t.Fatal(err)
			}
			before, _ := json.Marshal(r)
			if diff := cmp.Diff(c.want, codesOf(t, r.Check(today))); diff != "" {
				t.Error(diff)
			}
			if after, _ := json.Marshal(r); string(before) != string(after) {
				t.Errorf("Check changed the referral from %s to %s", before, after)
			}
		})
	}
}

// TestUnknownWordsAreMended holds that a word short for several is not taken for one of them: "treatment" is not no_treatment.
func TestUnknownWordsAreMended(t *testing.T) {
	for said, want := range map[string]string{
		"treatment":       "Did you mean one of treatment_started, no_treatment, treatment_first?",
		"treatment_start": "Did you mean treatment_started?",
		"":                "Use one of treatment_started, therapy_started, transplant_listed, primary_care, monitoring_started, no_treatment, discharged, answer_given, interval_tests, treatment_first, specialist_seen",
	} {
		var list diag.List
		if err := (choice.Referral{Stops: []choice.Stop{{Kind: choice.StopKind(said)}}}).Check(today); !errors.As(err, &list) || list[0].Hint != want {
			t.Errorf("%q: %+v", said, list)
		}
	}
}

func TestReferralJSON(t *testing.T) {
	full := choice.Referral{
		ID: "r1", Born: on("1950-02-03"), Made: on("2026-03-02"), Received: on("2026-03-04"), TreatmentBooked: on("2027-01-05"),
		NextAppointment: on("2026-12-01"), KnownTo: on("2026-11-21"), Facts: map[string]any{"referred_by": "gp", "elective": true},
		Stops:  []choice.Stop{{Kind: choice.AnswerGiven, On: on("2026-04-01")}, {Kind: choice.NoTreatment, On: on("2026-04-01"), NotifiedOn: on("2026-04-02")}},
		Missed: []choice.Missed{{Which: choice.First, On: on("2026-04-01"), Original: on("2026-03-28"), OfferedOn: on("2026-03-06"), ConsequencesKnown: no(), Notified: yes(), NotifiedOn: on("2026-04-03"), AvailableAgain: on("2026-05-01")}},
	}
	for _, r := range []choice.Referral{{}, full} {
		src, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		back, err := choice.ParseReferral(src)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r, back); diff != "" {
			t.Error(diff)
		}
	}
	src, _ := json.Marshal(full)
	if !strings.Contains(string(src), `"received":"2026-03-04"`) || strings.Contains(string(src), "T00:00") {
		t.Errorf("%s", src)
	}
}

func TestReferralsThatCannotBeRead(t *testing.T) {
	for _, src := range []string{
		``, `[]`, `{"receved": "2026-01-01"}`, `{"received": "1 May 2026"}`, `{"received": 20260501}`, `{} {}`, `{"stops": [{"kind": "x", "when": "2026-01-01"}]}`,
		`{"missed": [{"which": "first", "at": 1}]}`, `{"born": "2026-02-30"}`, `{"id": "` + strings.Repeat("x", choice.MaxReferralBytes) + `"}`,
	} {
		if _, err := choice.ParseReferral([]byte(src)); !errors.Is(err, choice.ErrReferral) {
			t.Errorf("%.60s: %v", src, err)
		}
	}
}

func TestWhatCannotBeReadIsNamed(t *testing.T) {
	for src, want := range map[string][]string{
		`{"made": "2026-03-02", "received": "1 May 2026"}`:                             {"received"},
		`{"made": "2026-03-02T00:00:00Z"}`:                                             {"made"},
		`{"missed": [{"which": "first"}, {"which": "first", "on": "2026-02-30"}]}`:     {"missed[1].on"},
		`{"id": 7, "stops": [{"kind": "x", "at": "today"}], "recieved": "2026-03-02"}`: {"id", "stops[0].at", "recieved"},
		`{"known_to": 20261121}`:                                                       {"known_to"},
		`{"made": "2026-03-02", "made": "2026-03-03"}`:                                 {"made"},
		`{"missed": [{"which": "first"`:                                                {"missed[0].which"},
	} {
		r, err := choice.ParseReferral([]byte(src))
		var faults fault.Faults
		if !errors.As(err, &faults) {
			t.Fatalf("%s: %v", src, err)
		}
		var fields []string
		for _, f := range faults {
			fields = append(fields, f.Field)
		}
		if diff := cmp.Diff(want, fields); diff != "" {
			t.Errorf("%s: %s", src, diff)
		}
		if diff := cmp.Diff(choice.Referral{}, r); diff != "" {
			t.Error(diff)
		}
	}
	e := attested()
	if err := json.Unmarshal([]byte(`{"options": [], "decided": "2026-03-02"}`), &e); err == nil || cmp.Diff(attested(), e) != "" {
		t.Errorf("%v %+v", err, e)
	}
}

func FuzzParseReferral(f *testing.F) {
	f.Add([]byte(`{"made": "2026-03-02", "received": "2026-03-04", "stops": [{"kind": "discharged", "on": "2026-05-06", "notified_on": "2026-05-08"}]}`))
	f.Add([]byte(`{"missed": [{"which": "first", "on": "2026-04-01", "original": "2026-03-28", "offered_on": "2026-03-06", "consequences_known": false, "notified": false, "notified_on": "2026-04-03"}], "facts": {"missed": "none"}}`))
	f.Add([]byte(`{"received": "9999-12-31", "known_to": "0001-01-01", "stops": null}`))
	f.Add([]byte(`{"received": "", "made": null, "stops": [{"kind": "treatment_started"}], "missed": [{"available_again": "2026-05-01"}]}`))
	f.Add([]byte(`{"id": "r1", "born": "1950-02-29", "treatment_booked": "2026-03-02T00:00:00Z", "facts": {"referred_by": {"value": "gp", "from": "letter"}}}`))
	f.Add([]byte(`{"Made": "2026-03-02", "made": "2026-03-03", "next_appointment": 20260302}`))
	w := shipped(f)
	law := choice.NewLaw(w.choice, w.waiting)
	nobody := person.Facts{}
	f.Fuzz(func(t *testing.T, src []byte) {
		r, err := choice.ParseReferral(src)
		if err != nil {
			return
		}
		for _, l := range []choice.Limit{choice.EighteenWeeks, choice.TwentyEightDays, choice.TwentyEightDayStandard, choice.TwoWeeks, choice.FortyWeeks} {
			c := r.Clock(l, today)
			if (c.State == choice.Unknown) != (len(c.Missing) > 0) {
				t.Errorf("%+v", c)
			}
		}
		c, _ := law.Read(r, today)
		first := fmt.Sprint(c.Rights(nobody))
		again, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		back, err := choice.ParseReferral(again)
		if err != nil {
			t.Fatalf("%s: %v", again, err)
		}
		c, _ = law.Read(back, today)
		if second := fmt.Sprint(c.Rights(nobody)); first != second {
			t.Errorf("%s\n%s", first, second)
		}
	})
}
