package examples_test

import (
	"fmt"
	"slices"
	"strings"
)

// layers lists every package of the library from the ground up: what it may import of this module, and why no more.
// A package that is not listed, or listed and gone, breaks the rule, so the table cannot rot.
var layers = []struct {
	dir    string
	below  []string
	reason string
}{
	{"schemas/diag", nil, "a fault is a value that every package reports, so it knows of none of them"},
	{"schemas/day", nil, "a day of the calendar is a value that every package may hold"},
	{"schemas/fault", []string{"schemas/diag"}, "what is wrong with a value is a value too, and knows nothing of what it is about"},
	{"schemas/picture", nil, "a drawing is text that grows, whatever it shows"},
	{"schemas/phrase", []string{"schemas/fault"}, "sentences are put together the same way, whatever they say"},
	{"schemas/rule", []string{"schemas/diag"}, "the rule language knows names and numbers, not documents"},
	{"schemas/internal/yamldoc", []string{"schemas/diag"}, "it turns bytes into values with places and knows no kind"},
	{"schemas/internal/jschema", []string{"schemas/diag"}, "it runs a JSON Schema and knows no kind"},
	{"schemas", []string{"schemas/diag", "schemas/day", "schemas/fault", "schemas/internal/yamldoc", "schemas/internal/jschema"},
		"documents are read the same way whatever their rules mean"},
	{"schemas/question", ground("schemas/fault"), "questions are shared by every kind that asks"},
	{"schemas/cases", asking(), "cases run on any Model, whichever kind made it"},
	{"schemas/person", asking(), "facts of a person serve every kind, so they know of none"},
	{"schemas/policy", asking("schemas/cases", "schemas/person"),
		"criteria judge facts and scores that the caller hands in; cases are there because rights carry worked examples"},
	{"schemas/derived", asking("schemas/policy"), "facts are read off a structure for criteria, whatever the structure is"},
	{"schemas/kindtest", []string{"schemas", "schemas/diag", "schemas/day"}, "a test of bad files knows what every kind promises, and no kind"},

	{"proms/irt", nil, "item response theory is pure mathematics"},
	{"proms/cohort", nil, "a summary merges numbers, wherever they came from"},
	{"proms/change", []string{"schemas/day"}, "change between two scores is arithmetic on numbers"},
	{"proms/chart", []string{"schemas/day", "schemas/phrase", "schemas/picture"}, "a chart draws numbers, wherever they came from"},
	{"proms/outcome", language("proms", "proms/change"), "outcomes over several questionnaires stand on them"},
	{"proms", language("proms/irt", "proms/change"), "a questionnaire knows of no measure, aid or conversation built on it"},
	{"activation", language("proms"), "a measure stands on a questionnaire and beside decision aids"},
	{"activation/support", language("proms", "activation"), "support is tailored to a level that a measure gave"},
	{"decisionaid/risk", []string{"schemas/phrase", "schemas/picture"}, "risk is a leaf with its own plain types"},
	{"decisionaid/values", []string{"schemas/fault", "schemas/phrase"}, "values is a leaf with its own plain types"},
	{"decisionaid/page", []string{"schemas/fault", "schemas/phrase"}, "a page is a leaf: blocks in, one document out, whatever they say"},
	{"decisionaid/readability", nil, "reading ages are counted in any text"},
	{"decisionaid", language("decisionaid/risk", "decisionaid/values", "decisionaid/page", "decisionaid/readability"),
		"an aid is read without the conversation that uses it"},
	{"decisionaid/standard", language("schemas/derived", "decisionaid", "decisionaid/risk", "decisionaid/readability"),
		"a standard judges aids that are ready, and no aid knows of it"},
	{"sdm/choice", language(), "the rights to choose stand on criteria and facts, beside the other components"},
	{"sdm/community", language(), "community support stands beside the other components"},
	{"sdm/plan", language("schemas/derived", "decisionaid/page"), "a plan stands beside the other components, and is read as a page"},
	{"sdm/budget", language("schemas/derived"), "a budget stands beside the other components and names parts of a plan by their ids alone"},
	{"sdm", language("proms", "proms/irt", "proms/cohort", "proms/change", "proms/outcome", "activation", "activation/support",
		"decisionaid", "decisionaid/risk", "decisionaid/values", "decisionaid/page", "decisionaid/standard", "sdm/choice", "sdm/community", "sdm/plan", "sdm/budget"),
		"the conversation and the record stand over the components and reach into no package's inside"},
	{"sdm/letter", over("sdm/choice", "sdm/community", "sdm/plan", "sdm/budget", "decisionaid", "decisionaid/page", "decisionaid/risk",
		"decisionaid/readability", "proms", "activation", "activation/support"), "letters tell what a record holds, and no package needs one"},
	{"sdm/population", over("decisionaid/page", "sdm/community", "sdm/plan", "sdm/budget", "sdm/choice", "activation/support"), "counts are taken from records, and no package needs them"},
}

// ground is what reads a document and its rules, asking adds questions, and language is everything under schemas that a
// kind's package is written in.
func ground(more ...string) []string {
	return append([]string{"schemas", "schemas/diag", "schemas/day", "schemas/rule"}, more...)
}

// over is what stands over a record.
func over(more ...string) []string { return language(append([]string{"sdm"}, more...)...) }

func asking(more ...string) []string { return ground(append([]string{"schemas/question"}, more...)...) }

func language(more ...string) []string {
	return asking(append([]string{"schemas/fault", "schemas/phrase", "schemas/cases", "schemas/person", "schemas/policy"}, more...)...)
}

var importDirections = houseRule{
	name: "imports run downward",
	find: func(h house) (complaints []string) {
		there := map[string]bool{}
		for _, s := range h.files {
			if !s.library() {
				continue
			}
			there[s.dir()] = true
			for imported, spec := range imports(s) {
				dir, ours := strings.CutPrefix(imported, module)
				if !ours {
					continue
				}
				for _, l := range layers {
					if l.dir == s.dir() && !slices.Contains(l.below, dir) {
						complaints = append(complaints, fmt.Sprintf("%s: %s imports %s; %s", s.at(spec.Pos()), l.dir, dir, l.reason))
					}
				}
			}
		}
		for _, l := range layers {
			if !there[l.dir] {
				complaints = append(complaints, fmt.Sprintf("%s: the table of layers lists this package, and it does not exist", l.dir))
			}
			delete(there, l.dir)
		}
		for dir := range there {
			complaints = append(complaints, fmt.Sprintf("%s: the table of layers does not list this package; say there what it may import and why", dir))
		}
		slices.Sort(complaints)
		return complaints
	},
	bites: []bite{
		{map[string]string{"schemas/diag/a.go": `package diag; import "` + module + `schemas/rule"`}, "schemas/diag imports schemas/rule;"},
		{map[string]string{"proms/a.go": `package proms; import "` + module + `sdm"`}, "proms imports sdm;"},
		{map[string]string{"extra/a.go": `package extra`}, "extra: the table of layers does not list this package"},
		{map[string]string{}, "sdm: the table of layers lists this package, and it does not exist"},
	},
}

// importers names the one package that may import each dependency, so that exchanging one is a change in one place, and
// the packages whose tests alone may import it too. A dependency without an importer is for tests, anywhere.
var importers = map[string]struct {
	dir   string
	tests []string
}{
	"github.com/expr-lang/expr": {dir: "schemas/rule"},
	"gopkg.in/yaml.v3":          {dir: "schemas/internal/yamldoc"},
	"github.com/santhosh-tekuri/jsonschema/v5": {
		dir:   "schemas/internal/jschema",
		tests: []string{"schemas/diag"}, // what is written as SARIF is held against the published schema
	},
	"github.com/google/go-cmp": {},
}

var oneImporter = houseRule{
	name: "one importer for each dependency",
	find: func(h house) (complaints []string) {
		for _, s := range h.files {
			for imported, spec := range imports(s) {
				first, _, _ := strings.Cut(imported, "/")
				if !strings.Contains(first, ".") || strings.HasPrefix(imported, module) {
					continue
				}
				if complaint := outsider(s, imported); complaint != "" {
					complaints = append(complaints, s.at(spec.Pos())+": "+complaint)
				}
			}
		}
		return complaints
	},
	bites: []bite{
		{map[string]string{"proms/a.go": `package proms; import "github.com/expr-lang/expr/ast"`}, "only schemas/rule imports github.com/expr-lang/expr"},
		{map[string]string{"schemas/diag/a.go": `package diag; import "github.com/santhosh-tekuri/jsonschema/v5"`}, "only schemas/internal/jschema imports"},
		{map[string]string{"proms/a.go": `package proms; import "github.com/google/go-cmp/cmp"`}, "only tests import github.com/google/go-cmp"},
		{map[string]string{"proms/a_test.go": `package proms; import "example.org/new"`}, "example.org/new is a new dependency"},
	},
}

// outsider says why a file may not import a package from outside the module, or "".
func outsider(s source, imported string) string {
	for dependency, by := range importers {
		switch {
		case imported != dependency && !strings.HasPrefix(imported, dependency+"/"):
			continue
		case s.dir() == by.dir, s.test() && by.dir == "", s.test() && slices.Contains(by.tests, s.dir()):
			return ""
		case by.dir == "":
			return "only tests import " + dependency
		}
		return fmt.Sprintf("only %s imports %s; go through it", by.dir, dependency)
	}
	return imported + " is a new dependency; the founders decide about those"
}
