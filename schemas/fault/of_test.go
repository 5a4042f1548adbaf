package fault_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

func TestOfFindsEveryFaultInItsOrder(t *testing.T) {
	a, b, c := fault.Fault{Field: "a", Says: "one"}, fault.Fault{Field: "b", Says: "two"}, fault.Fault{Field: "c", Says: "three"}
	for name, tc := range map[string]struct {
		err  error
		want fault.Faults
	}{
		"nothing":     {nil, nil},
		"one":         {a, fault.Faults{a}},
		"a list":      {fault.Faults{a, b}, fault.Faults{a, b}},
		"joined":      {errors.Join(fault.Faults{a, b}, errors.Join(c)), fault.Faults{a, b, c}},
		"another":     {io.EOF, fault.Faults{{Says: "EOF", Err: io.EOF}}},
		"among":       {errors.Join(a, io.EOF), fault.Faults{a, {Says: "EOF", Err: io.EOF}}},
		"in a phrase": {fmt.Errorf("read: %w", io.EOF), fault.Faults{{Says: "read: EOF", Err: fmt.Errorf("read: %w", io.EOF)}}},
	} {
		if diff := cmp.Diff(tc.want, fault.Of(tc.err), cmp.Comparer(sameError)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestOfSharesNoRoomWithTheCaller(t *testing.T) {
	with := append(make(fault.Faults, 0, 4), fault.Fault{Field: "a"})
	_ = append(fault.Of(with), fault.Fault{Field: "b"})
	if behind := with[:2][1]; behind.Field != "" {
		t.Errorf("%+v stands behind the caller's faults", behind)
	}
}

func sameError(a, b error) bool {
	return (a == nil) == (b == nil) && (a == nil || a.Error() == b.Error())
}
