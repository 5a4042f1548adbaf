package plan

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Fault is one thing that is wrong with a step.
type Fault struct {
	// Field leads to it, such as needs[0].goals[1].owner. It is empty where it is the step as a whole.
	Field string `json:"field,omitempty"`
	// Why says what is wrong and why it matters, and Remedy how to mend it.
	Why    string `json:"why"`
	Remedy string `json:"remedy"`
}

// Error gives the field, what is wrong and how to mend it.
func (f Fault) Error() string {
	if f.Field == "" {
		return f.Why + "; " + f.Remedy
	}
	return f.Field + ": " + f.Why + "; " + f.Remedy
}

// Faults is what is wrong with a step, in the order of its fields: at most MaxFaults of them. errors.As finds the first Fault in it.
type Faults []Fault

// MaxFaults is how many faults of one step are told.
const MaxFaults = 100

// Error gives a line for each fault.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, one := range f {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults.
func (f Faults) Unwrap() []error {
	all := make([]error, len(f))
	for i, one := range f {
		all[i] = one
	}
	return all
}

// err gives the faults as an error, nil where there is none.
func (f Faults) err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

// place leads to a field. It is put into words only where there is a fault, so that a good plan costs nothing.
type place struct {
	up    *place
	key   string
	index int // of an element; -1 for the field itself
}

func (p *place) field(key string) place { return place{p, key, -1} }

func (p *place) at(key string, i int) place { return place{p, key, i} }

// String writes the way to the place, such as needs[0].goals[1]. It loops, because the compiler would keep every place of a recursive function
// on the heap.
func (p *place) String() string {
	said := ""
	for ; p != nil; p = p.up {
		step := p.key
		if p.index >= 0 {
			step += "[" + strconv.Itoa(p.index) + "]"
		}
		said = joinedPath(step, said)
	}
	return said
}

// joinedPath puts a dot between two parts of a path, unless one of them is empty.
func joinedPath(up, down string) string {
	if up == "" || down == "" {
		return up + down
	}
	return up + "." + down
}

// report adds a fault at a field of a place, or at the place itself for the key "".
func (c *checker) report(p *place, key, remedy, why string, args ...any) {
	c.add(Fault{Field: joinedPath(p.String(), key), Why: fmt.Sprintf(why, args...), Remedy: remedy})
}

func (c *checker) add(f Fault) {
	if len(c.faults) < MaxFaults {
		c.faults = append(c.faults, f)
	}
}

// word reports a word that stands for nothing.
func word[W ~string](c *checker, p *place, key string, said W, known []W) {
	for _, k := range known {
		if said == k {
			return
		}
	}
	words := make([]string, len(known))
	for i, k := range known {
		words[i] = string(k)
	}
	remedy := "use one of " + strings.Join(words, ", ")
	if near := diag.Nearest(string(said), words); near != "" {
		remedy = "did you mean " + near + "?"
	}
	c.report(p, key, remedy, "%.40q stands for nothing here", string(said))
}

// mayWord is word for what may be left out.
func mayWord[W ~string](c *checker, p *place, key string, said W, known []W) {
	if said != "" {
		word(c, p, key, said, known)
	}
}

// spoken puts a word of the data into plain letters.
func spoken(word string) string { return strings.ReplaceAll(word, "_", " ") }

// quoted puts an id of the data between quotes, cut short where it is long.
func quoted(id string) string { return fmt.Sprintf("%.40q", id) }
