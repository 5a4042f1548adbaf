package examples_test

import (
	"fmt"
	"go/ast"
	"path"
	"slices"
	"strconv"
	"strings"
)

// forbidden lists what library packages may not import. A path ending in /* means everything below it.
var forbidden = []struct{ path, reason string }{
	{"os", "callers pass bytes, an fs.FS or an io.Writer"},
	{"os/*", "callers pass bytes, an fs.FS or an io.Writer"},
	{"io/ioutil", "it reads and writes files"},
	{"path/filepath", "its answers differ from machine to machine; use path"},
	{"net", "a library for records of people touches no network"},
	{"net/*", "a library for records of people touches no network"},
	{"syscall", "it reaches the machine"},
	{"plugin", "it loads code from files"},
	{"unsafe", "memory stays safe"},
	{"C", "the library stays pure Go"},
	{"log", "what there is to say is returned, never logged"},
	{"log/*", "what there is to say is returned, never logged"},
	{"database/*", "storage is the caller's"},
	{"crypto/rand", "same input, same bytes: callers pass a seed"},
	{"flag", "settings are arguments"},
	{"testing", "test code stays in test files"},
}

// forbiddenIn gives the reason why a library package may not import a path, or "".
func forbiddenIn(imported string) string {
	for _, f := range forbidden {
		folder, all := strings.CutSuffix(f.path, "/*")
		if imported == f.path || all && strings.HasPrefix(imported, folder+"/") {
			return f.reason
		}
	}
	return ""
}

var forbiddenImports = houseRule{
	name: "library packages do no I/O",
	find: func(h house) (complaints []string) {
		for _, s := range h.files {
			if !s.library() {
				continue
			}
			for imported, spec := range imports(s) {
				if reason := forbiddenIn(imported); reason != "" {
					complaints = append(complaints, fmt.Sprintf("%s: imports %s; %s", s.at(spec.Pos()), imported, reason))
				}
			}
		}
		return complaints
	},
	bites: []bite{
		{map[string]string{"proms/a.go": `package proms; import "os"`}, "imports os;"},
		{map[string]string{"sdm/a.go": `package sdm; import x "net/http"`}, "imports net/http;"},
		{map[string]string{"sdm/a.go": `package sdm; import _ "log/slog"`}, "imports log/slog;"},
	},
}

// ambient lists the names that read the clock, the time zone, global randomness or the console, of packages that
// are otherwise fine. An empty only means all but what is in except.
var ambient = []struct {
	path         string
	only, except []string
	reason       string
}{
	{"time", []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer"}, nil,
		"callers pass the date"},
	{"time", []string{"Local", "LoadLocation"}, nil, "the machine's time zones are not the definition's"},
	{"math/rand", nil, []string{"New", "NewSource", "NewZipf", "Rand", "Source", "Source64", "Zipf"}, "callers pass a seed"},
	{"math/rand/v2", nil, []string{"New", "NewPCG", "NewChaCha8", "NewZipf", "Rand", "Source", "PCG", "ChaCha8", "Zipf"},
		"callers pass a seed"},
	{"fmt", []string{"Print", "Printf", "Println", "Scan", "Scanf", "Scanln"}, nil, "callers pass an io.Writer"},
}

func ambientReason(imported, name string) string {
	for _, a := range ambient {
		if a.path == imported && !slices.Contains(a.except, name) && (a.only == nil || slices.Contains(a.only, name)) {
			return a.reason
		}
	}
	return ""
}

var forbiddenNames = houseRule{
	name: "library packages read no clock, no global randomness, no console",
	find: func(h house) (complaints []string) {
		for _, s := range h.files {
			if s.library() {
				complaints = append(complaints, ambientUses(s)...)
			}
		}
		return complaints
	},
	bites: []bite{
		{map[string]string{"sdm/a.go": `package sdm; import "time"; var now = time.Now`}, "uses time.Now;"},
		{map[string]string{"sdm/a.go": `package sdm; import r "math/rand/v2"; var x = r.IntN(3)`}, "uses math/rand/v2.IntN;"},
		{map[string]string{"sdm/a.go": `package sdm; import "fmt"; func f() { fmt.Println() }`}, "uses fmt.Println;"},
		{map[string]string{"sdm/a.go": `package sdm; import . "time"; var now = Now()`}, "imports time with a dot"},
		{map[string]string{"sdm/a.go": `package sdm; func f() { println(1) }`}, "uses the built-in println"},
	},
}

// ambientUses looks at names rather than calls, so that a function kept in a variable is found too.
func ambientUses(s source) (complaints []string) {
	named := map[string]string{}
	for imported, spec := range imports(s) {
		name := strings.TrimSuffix(path.Base(imported), "/v2")
		if imported == "math/rand/v2" {
			name = "rand"
		}
		if spec.Name != nil {
			name = spec.Name.Name
		}
		if name == "." {
			complaints = append(complaints, fmt.Sprintf("%s: imports %s with a dot, which hides where names come from", s.at(spec.Pos()), imported))
		}
		named[name] = imported
	}
	ast.Inspect(s.tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			// A package's name has no object in its file; a local variable of the same name has one.
			if x, ok := n.X.(*ast.Ident); ok && x.Obj == nil {
				if reason := ambientReason(named[x.Name], n.Sel.Name); reason != "" {
					complaints = append(complaints, fmt.Sprintf("%s: uses %s.%s; %s", s.at(n.Pos()), named[x.Name], n.Sel.Name, reason))
				}
			}
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && f.Obj == nil && (f.Name == "print" || f.Name == "println") {
				complaints = append(complaints, fmt.Sprintf("%s: uses the built-in %s; callers pass an io.Writer", s.at(n.Pos()), f.Name))
			}
		}
		return true
	})
	return complaints
}

var embeddedFiles = houseRule{
	name: "only schemas embeds files",
	find: func(h house) (complaints []string) {
		for _, s := range h.files {
			if !s.library() || s.dir() == "schemas" {
				continue
			}
			for imported, spec := range imports(s) {
				if imported == "embed" {
					complaints = append(complaints, s.at(spec.Pos())+": embeds files; definitions come from the caller, and the schemas live in schemas")
				}
			}
		}
		return complaints
	},
	bites: []bite{{map[string]string{"proms/a.go": `package proms; import _ "embed"`}, "embeds files"}},
}

// imports gives each imported path of a file, in the order of the text, with its place.
func imports(s source) func(yield func(string, *ast.ImportSpec) bool) {
	return func(yield func(string, *ast.ImportSpec) bool) {
		for _, spec := range s.tree.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err == nil && !yield(imported, spec) {
				return
			}
		}
	}
}
