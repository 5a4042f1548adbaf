package rule

// function is one function of the language: what authors read about it and what the engine does with it stand
// together, in one table, from which the authors' page is written.
type function struct {
	name   string
	params string
	// least and most are how many arguments it takes; most is below 0 where there is no limit.
	least, most int
	// about says what it gives, missing what happens where an argument is missing, example shows it and gives its value.
	about, missing, example, gives string

	check func(c *checker, n *node) Type
	lower func(n *node) eval
	bound func(e *ranger, n *node) Bound
	slope func(s *sloper, n *node) Slope
}

// functions is the table, in the order of the authors' page. It is filled by init because the checks that it holds look
// functions up themselves.
var functions []*function

func init() {
	functions = append(functions, listFunctions()...)
	functions = append(functions, missingFunctions()...)
	functions = append(functions, tableFunctions()...)
	functions = append(functions, numberFunctions()...)
}

func findFunction(name string) *function {
	for _, fn := range functions {
		if fn.name == name {
			return fn
		}
	}
	return nil
}

// signature gives the function as authors see it: clamp(x, lo, hi).
func (fn *function) signature() string { return fn.name + "(" + fn.params + ")" }

func functionNames() []string {
	var names []string
	for _, fn := range functions {
		names = append(names, fn.name)
	}
	return names
}

// elsewhere are functions of other languages, and what is written here.
var elsewhere = map[string]string{
	"round":   "Rounding belongs to the score: round: {places: 0, half: up}",
	"average": "Write mean(...)", "avg": "Write mean(...)", "total": "Write sum(...)",
	"isna": "Write not answered(x)", "is_missing": "Write not answered(x)", "missing": "Write not answered(x)",
	"coalesce": "Write ifna(x, y)", "if": "Write condition ? one : other", "iif": "Write condition ? one : other",
	"log": "Write ln(x)", "log10": "Write ln(x) / ln(10)", "power": "Write pow(x, y)", "lookup": "Write table(name, x)",
	"len": "Write count(list)", "length": "Write count(list)", "not": "Write not (...)", "int": "Write floor(x)",
	"ceiling": "Write ceil(x)", "invert": "Write reverse(x, lo, hi)", "any": "Join the conditions with or",
	"all": "Join the conditions with and", "none": "Join the conditions with and not", "countif": "Write count_true(...)",
	"today": "Rules know no clock; ask for the date or age as a fact", "date": "Rules know no dates; ask for the age as a fact",
}
