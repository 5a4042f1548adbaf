package examples_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// allowedTop is all that the top level holds, beside files and folders whose names begin with a dot.
var allowedTop = []string{
	"sdm", "proms", "activation", "decisionaid", "schemas", "examples", "go.mod", "go.sum", "README.md", "LICENSE",
}

var topLevel = houseRule{
	name: "the top level holds the packages and nothing else",
	find: func(h house) (complaints []string) {
		entries, err := fs.ReadDir(h.fsys, ".")
		if err != nil {
			return []string{err.Error()}
		}
		for _, e := range entries {
			if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(allowedTop, e.Name()) {
				complaints = append(complaints, e.Name()+": not one of the names that the top level may hold")
			}
		}
		return complaints
	},
	bites: []bite{{map[string]string{"util/a.go": "package util"}, "util: not one of the names"}},
}

var packageFiles = houseRule{
	name: "every public package has doc.go and example_test.go",
	find: func(h house) (complaints []string) {
		has := map[string]bool{}
		var dirs []string
		for _, s := range h.files {
			has[s.path] = true
			if s.library() && !s.inside() && !slices.Contains(dirs, s.dir()) {
				dirs = append(dirs, s.dir())
			}
		}
		for _, dir := range dirs {
			for _, name := range []string{"doc.go", "example_test.go"} {
				if !has[dir+"/"+name] {
					complaints = append(complaints, fmt.Sprintf("%s: has no %s", dir, name))
				}
			}
		}
		for _, s := range h.files {
			if s.library() && strings.HasSuffix(s.path, "/doc.go") && s.tree.Doc == nil {
				complaints = append(complaints, s.path+": says nothing about the package")
			}
		}
		return complaints
	},
	bites: []bite{
		{map[string]string{"proms/a.go": "package proms"}, "proms: has no doc.go"},
		{map[string]string{"proms/doc.go": "package proms"}, "proms: has no example_test.go"},
		{map[string]string{"proms/doc.go": "package proms"}, "proms/doc.go: says nothing"},
	},
}

// mostLines is where a file surely has more than one job. Most have 100 to 200 lines.
const mostLines = 500

var fileLength = houseRule{
	name: "no file is longer than 500 lines",
	find: func(h house) (complaints []string) {
		for _, s := range h.files {
			if lines := strings.Count(s.text, "\n"); !s.test() && lines > mostLines {
				complaints = append(complaints, fmt.Sprintf("%s: has %d lines, more than %d; give each job its own file", s.path, lines, mostLines))
			}
		}
		return complaints
	},
	bites: []bite{{map[string]string{"proms/a.go": "package proms" + strings.Repeat("\n", 501)}, "has 501 lines"}},
}
