package fault_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// TestFaultsAreErrors holds that a list says each fault in a line, and that errors.Is and errors.As look through it.
func TestFaultsAreErrors(t *testing.T) {
	if err := (fault.Faults{}).Err(); err != nil {
		t.Error("no faults are an error:", err)
	}
	wrong := &fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist}
	faults := fault.Faults{{Field: "a", Says: "it is blue", Mend: "paint it"}, {Says: "it is late"}, {Field: "b[1]", Says: "it is gone", Mend: "look", Err: wrong}}
	err := fmt.Errorf("step: %w", faults.Err())
	if want := "step: a: it is blue; paint it\nit is late\nb[1]: it is gone; look"; err.Error() != want {
		t.Errorf("%q, want %q", err, want)
	}
	var list fault.Faults
	if !errors.As(err, &list) || len(list) != 3 {
		t.Error("the list is not found")
	}
	var first fault.Fault
	if !errors.As(err, &first) || first.Field != "a" {
		t.Error("the first is not found")
	}
	var cause *fs.PathError
	if !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &cause) || cause != wrong {
		t.Error("the cause of the third is not found")
	}
	if errors.Is(err, fs.ErrExist) {
		t.Error("there is no such cause")
	}
}

func TestOneFault(t *testing.T) {
	err := fault.In("needs[0].text", "write it down", "need %d is empty", 7)
	if want := "needs[0].text: need 7 is empty; write it down"; err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	var faults fault.Faults
	if !errors.As(err, &faults) || len(faults) != 1 {
		t.Errorf("%T", err)
	}
}

func TestFaultsUnderAField(t *testing.T) {
	faults := fault.Faults{{Field: "on", Says: "x"}, {Says: "y"}, {Field: "[2].on", Says: "z"}}
	if got, want := fmt.Sprint(faults.Under("referral")), "referral.on: x\nreferral: y\nreferral[2].on: z"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if faults[0].Field != "on" {
		t.Error("the faults themselves were moved")
	}
	if err := (fault.Faults{}).Under("referral"); err != nil {
		t.Error(err)
	}
}

// TestSoMany holds that a hostile value does not make a message without end.
func TestSoMany(t *testing.T) {
	var faults fault.Faults
	for i := range 5 * fault.Max {
		here := fault.Item("needs", i)
		faults.Tell(&here, "text", "write it", "it is empty")
		faults.Add(fault.Fault{Says: "x"})
	}
	if len(faults) != fault.Max || strings.Count(faults.Error(), "\n") != fault.Max-1 {
		t.Error(len(faults))
	}
}

// TestFaultsInJSON holds that a service can hand faults to a form, without the causes.
func TestFaultsInJSON(t *testing.T) {
	src, err := json.Marshal(fault.Faults{{Field: "a[0]", Says: "it is blue", Mend: "paint it", Err: fs.ErrExist}, {Says: "it is late"}})
	if want := `[{"field":"a[0]","says":"it is blue","mend":"paint it"},{"says":"it is late"}]`; err != nil || string(src) != want {
		t.Errorf("%s, %v, want %s", src, err, want)
	}
}

func TestPlacesInWords(t *testing.T) {
	var whole fault.Place
	about := fault.Field("about_me")
	first := about.Item("important", 0)
	need := fault.Item("needs", 12)
	action := need.Item("actions", 3)
	element := fault.Item("", 4)
	below := element.Field("text")
	deep := whole.Field("review")
	for place, want := range map[*fault.Place]string{
		nil: "", &whole: "", &about: "about_me", &first: "about_me.important[0]", &need: "needs[12]", &action: "needs[12].actions[3]",
		&element: "[4]", &below: "[4].text", &deep: "review",
	} {
		if place.String() != want {
			t.Errorf("%q, want %q", place, want)
		}
	}
	var faults fault.Faults
	faults.Tell(&action, "who", "say who", "nobody does it")
	faults.Because(fs.ErrExist, &action, "", "take it out", "%d is there", 3)
	faults.Tell(nil, "on", "give it", "there is no day")
	want := fault.Faults{
		{Field: "needs[12].actions[3].who", Says: "nobody does it", Mend: "say who"},
		{Field: "needs[12].actions[3]", Says: "3 is there", Mend: "take it out", Err: fs.ErrExist},
		{Field: "on", Says: "there is no day", Mend: "give it"},
	}
	if !slices.Equal(want, faults) {
		t.Errorf("%+v, want %+v", faults, want)
	}
}
