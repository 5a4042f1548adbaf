package sdm

import (
	"errors"
	"fmt"
	"math"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// The number that an event says of itself leaves room for those that follow, also where the event cannot be read.
func TestANumberLeavesRoomForTheNext(t *testing.T) {
	next := at("", "2026-01-05", "", ByPerson, Opened{Aid: "hip", Version: "1.0.0"})
	for _, seq := range []int{math.MinInt, -5, 7, mostSeq, mostSeq + 1, math.MaxInt} {
		first := at("first", "2026-01-02", "", ByPerson, Opened{Aid: "hip", Version: "1.0.0"})
		first.Seq = seq
		r, err := NewRecord("p").Add(first)
		if possible := seq > 0 && seq <= mostSeq; (err == nil) != possible || !possible && (!errors.Is(err, ErrEvent) || !strings.Contains(err.Error(), "seq: ")) {
			t.Errorf("number %d: %v", seq, err)
		}
		unread, err := ParseRecord(fmt.Appendf(nil, `{"format":1,"person":"p","events":[{"id":"first","kind":"dreamt","form":1,"on":"2026-01-02","noted":"2026-01-03","seq":%d}]}`, seq))
		if !errors.Is(err, ErrUnknownKind) {
			t.Errorf("number %d: %v", seq, err)
		}
		for _, r := range []Record{r, unread} {
			if r, err = r.Add(next); err != nil {
				t.Errorf("after number %d: %v", seq, err)
			}
			if back, _ := ParseRecord([]byte(bytesOf(t, r))); bytesOf(t, back) != bytesOf(t, r) || back.Last().Seq != r.Last().Seq {
				t.Errorf("after number %d: it is read as another record", seq)
			}
		}
	}
}

// A stack that overflows ends the whole program, so that nothing goes down a chain of events by recursion.
func TestAChainAsLongAsARecordIsMerged(t *testing.T) {
	defer debug.SetMaxStack(debug.SetMaxStack(2 << 20))
	var b strings.Builder
	const n = 3000
	for i := range n {
		fmt.Fprintf(&b, `,{"id":"%d","kind":"dreamt","form":1,"on":"2026-01-01","in":"%d"}`, i, (i+1)%n)
	}
	r, _ := ParseRecord([]byte(`{"format":1,"person":"p","events":[` + b.String()[1:] + `]}`))
	both, conflicts, err := Merge(r, r)
	if err != nil || len(conflicts) > 0 || bytesOf(t, both) != bytesOf(t, r) {
		t.Errorf("%d events, %d conflicts, %v", both.Len(), len(conflicts), err)
	}
}

// What one event names is held against the record in a time that no square of either is in.
func TestALargeEventIsJudgedSoon(t *testing.T) {
	named := func(n int, of string) (ids []string) {
		for i := range n {
			ids = append(ids, fmt.Sprint(of, i))
		}
		return ids
	}
	version := planVersion()
	version.Needs[0].Goals[0].Decision = ""
	var many []plan.Need
	score := Scored{Result: result(40, "")}
	for _, id := range named(20_000, "n") {
		many = append(many, plan.Need{ID: id, Text: "x"})
		score.For = append(score.For, Ref{Kind: RefNeed, ID: id})
	}
	planned := record(t, at("plan", "2026-01-02", "", Together, plan.Agreed{Version: version}))
	full := planned
	for _, id := range named(diag.MostSearched-100, strings.Repeat("a", 190)) {
		var err error
		if full, err = full.Add(at(id, "2026-01-02", "", ByPerson, Scored{Result: result(40, "")})); err != nil {
			t.Fatal(err)
		}
	}
	wrong := planned
	var err error
	for _, id := range named(10_000, "s") {
		if wrong, err = wrong.Add(at(id, "2026-01-02", "", ByPerson, Scored{Result: result(40, "")})); err != nil {
			t.Fatal(err)
		}
	}
	if wrong, err = wrong.Add(inErrorOf("error", "2026-01-02", named(10_000, "s")...)); err != nil {
		t.Fatal(err)
	}
	reviewed := func(scores []string) Event {
		return at("review", "2026-01-03", "plan", Together, plan.Reviewed{How: plan.Formal, With: []plan.Someone{thePerson}, Scores: scores})
	}
	largePlan := version
	largePlan.Needs = append(many, version.Needs...)
	var rights ChoiceOffered
	for _, id := range named(15_000, "r") {
		rights.Rights = append(rights.Rights, RightFound{Document: "d", ID: id})
	}
	for name, c := range map[string]struct {
		do   func() error
		says string
	}{
		"a score for many needs, and its chain": {func() error {
			r := record(t, at("plan", "2026-01-02", "", Together, plan.Agreed{Version: largePlan}), at("score", "2026-01-03", "", ByPerson, score))
			s, err := r.Replay()
			if c, err := s.Chain(Ref{Kind: RefScore, ID: "score"}); len(c.Links) != len(score.For)+1 {
				t.Error(len(c.Links), err)
			}
			return err
		}, "<nil>"},
		"many rights":             {func() error { return rights.Check() }, "<nil>"},
		"many that are not there": {func() error { _, err := full.Add(reviewed(named(4_000, strings.Repeat("a", 190)+"b"))); return err }, "scores[0]: "},
		"many in error":           {func() error { _, err := wrong.Add(reviewed(named(10_000, "s"))); return err }, "scores[0]: "},
	} {
		began := time.Now()
		if err := fmt.Sprint(c.do()); !strings.Contains(err, c.says) {
			t.Errorf("%s: %.300s", name, err)
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s: it took %v", name, took)
		}
	}
}

// A body is the struct itself. A pointer to one, or to none, is neither written nor passed over in silence.
func TestAPointerIsNoBody(t *testing.T) {
	for _, body := range []Body{nil, (*Deferred)(nil), &Deferred{}, &Unread{}} {
		e := at("later", "2026-01-02", "talk", ByPerson, body)
		_, added := record(t, aTalkOpened...).Add(e)
		_, written := e.MarshalJSON()
		for what, err := range map[string]error{"added": added, "written": written, "checked": (&Library{}).CheckEvent(record(t, aTalkOpened...), e)} {
			if !errors.Is(err, ErrEvent) || !strings.Contains(err.Error(), "body: ") {
				t.Errorf("%T is %s: %v", body, what, err)
			}
		}
	}
}

// A whole number among values of any type is read from JSON as a floating-point one, and beyond 2^53 that would be another.
func TestANumberIsReadAsItWasAdded(t *testing.T) {
	for answer, kept := range map[any]bool{
		int64(1 << 53): true, int64(-1 << 53): true, uint8(7): true, int64(1<<53 + 1): false, int64(math.MinInt64): false, uint64(math.MaxUint64): false,
	} {
		r, err := NewRecord("p").Add(at("score", "2026-01-02", "", ByPerson, Scored{Result: result(40, ""), Answers: map[string]any{"a": []any{answer}}}))
		if (err == nil) != kept || !kept && !strings.Contains(err.Error(), "answers.a[0]: ") {
			t.Errorf("%v: %v", answer, err)
		}
		if back, err := ParseRecord([]byte(bytesOf(t, r))); err != nil || bytesOf(t, back) != bytesOf(t, r) {
			t.Errorf("%v: it is read as %s, %v", answer, bytesOf(t, back), err)
		}
	}
}
