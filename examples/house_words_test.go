package examples_test

import (
	"fmt"
	"go/ast"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

var docComments = houseRule{
	name: "every exported name has a doc comment",
	find: func(h house) (complaints []string) {
		for _, s := range h.files {
			if !s.library() {
				continue
			}
			for _, name := range undocumented(s.tree) {
				complaints = append(complaints, fmt.Sprintf("%s: %s has no doc comment", s.at(name.Pos()), name.Name))
			}
		}
		return complaints
	},
	bites: []bite{
		{map[string]string{"sdm/a.go": "package sdm\nfunc Open() {}"}, "Open has no doc comment"},
		{map[string]string{"sdm/a.go": "package sdm\n// Talk is one.\ntype Talk struct{}\nfunc (t *Talk) Choose() {}"}, "Choose has no doc comment"},
		{map[string]string{"sdm/a.go": "package sdm\nconst (\n\tA = 1\n)"}, "A has no doc comment"},
		{map[string]string{"sdm/a.go": "package sdm\n// Teller tells.\ntype Teller interface {\n\tTell()\n}"}, "Tell has no doc comment"},
	},
}

// undocumented gives the exported names without a comment of their own or of the group they stand in.
func undocumented(tree *ast.File) (names []*ast.Ident) {
	for _, decl := range tree.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && d.Doc == nil && (d.Recv == nil || ast.IsExported(receiver(d.Recv.List[0].Type))) {
				names = append(names, d.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					names = append(names, undocumentedType(d, spec)...)
				case *ast.ValueSpec:
					if d.Doc == nil && spec.Doc == nil && spec.Comment == nil {
						names = append(names, exported(spec.Names)...)
					}
				}
			}
		}
	}
	return names
}

// undocumentedType looks at the type's own name and, for an exported interface, at its methods: they are what others
// have to write.
func undocumentedType(d *ast.GenDecl, spec *ast.TypeSpec) (names []*ast.Ident) {
	if !spec.Name.IsExported() {
		return nil
	}
	if spec.Doc == nil && d.Doc == nil {
		names = append(names, spec.Name)
	}
	face, ok := spec.Type.(*ast.InterfaceType)
	if !ok {
		return names
	}
	described := false // one comment may describe several methods that follow it
	for _, method := range face.Methods.List {
		described = described || method.Doc != nil || method.Comment != nil
		if !described {
			names = append(names, exported(method.Names)...)
		}
	}
	return names
}

func exported(names []*ast.Ident) (out []*ast.Ident) {
	for _, name := range names {
		if name.IsExported() {
			out = append(out, name)
		}
	}
	return out
}

// receiver gives the name of a method's type, without pointer and type parameters.
func receiver(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return receiver(t.X)
	case *ast.IndexExpr:
		return receiver(t.X)
	case *ast.IndexListExpr:
		return receiver(t.X)
	case *ast.Ident:
		return t.Name
	}
	return ""
}

// The words are put together here so that this file does not break its own rule.
var promised = regexp.MustCompile(`\b(` + strings.Join([]string{"TO" + "DO", "FIX" + "ME", "X" + "XX"}, "|") + `)\b`)

var unfinished = houseRule{
	name: "nothing is left to be done later",
	find: func(h house) (complaints []string) {
		err := fs.WalkDir(h.fsys, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() {
				if base := path.Base(name); base == ".git" || base == "node_modules" || base == "fuzz" {
					return fs.SkipDir
				}
				return nil
			}
			if !slices.Contains([]string{".go", ".yaml", ".yml", ".json", ".md", ".out", ""}, path.Ext(name)) {
				return nil
			}
			text, err := fs.ReadFile(h.fsys, name)
			for i, line := range strings.Split(string(text), "\n") {
				if word := promised.FindString(line); word != "" {
					complaints = append(complaints, fmt.Sprintf("%s:%d: says %s; finish it or open an issue", name, i+1, word))
				}
			}
			return err
		})
		if err != nil {
			complaints = append(complaints, err.Error())
		}
		return complaints
	},
	bites: []bite{{map[string]string{"examples/aids/a.yaml": "# TO" + "DO: a source"}, "a.yaml:1: says"}},
}

var linterMirror = houseRule{
	name: "the linter forbids what the tests forbid",
	find: func(h house) (complaints []string) {
		const settings = ".golangci.yaml"
		text, err := fs.ReadFile(h.fsys, settings)
		if err != nil {
			return []string{err.Error()}
		}
		for _, f := range forbidden {
			if pkg := strings.TrimSuffix(f.path, "*"); !strings.Contains(string(text), "- pkg: "+pkg+"$\n") && !strings.Contains(string(text), "- pkg: "+pkg+"\n") {
				complaints = append(complaints, fmt.Sprintf("%s: depguard does not deny %s", settings, f.path))
			}
		}
		for dependency := range importers {
			if !strings.Contains(string(text), "- pkg: "+dependency+"\n") {
				complaints = append(complaints, fmt.Sprintf("%s: depguard says nothing of %s", settings, dependency))
			}
		}
		var patterns []*regexp.Regexp
		for _, m := range regexp.MustCompile(`(?m)- pattern: '(.*)'$`).FindAllStringSubmatch(string(text), -1) {
			if p, err := regexp.Compile(m[1]); err == nil {
				patterns = append(patterns, p)
			}
		}
		for _, a := range ambient {
			for _, name := range append(slices.Clone(a.only), sample(a.only)...) {
				full := path.Base(strings.TrimSuffix(a.path, "/v2")) + "." + name
				if !slices.ContainsFunc(patterns, func(p *regexp.Regexp) bool { return p.MatchString(full) }) {
					complaints = append(complaints, fmt.Sprintf("%s: forbidigo does not forbid %s", settings, full))
				}
			}
		}
		return complaints
	},
	bites: []bite{
		{map[string]string{".golangci.yaml": ""}, "depguard does not deny os/*"},
		{map[string]string{".golangci.yaml": ""}, "depguard says nothing of gopkg.in/yaml.v3"},
		{map[string]string{".golangci.yaml": ""}, "forbidigo does not forbid time.Now"},
		{map[string]string{".golangci.yaml": ""}, "forbidigo does not forbid rand.IntN"},
	},
}

// sample stands in for "all names but a few".
func sample(only []string) []string {
	if only == nil {
		return []string{"IntN", "Float64", "Shuffle"}
	}
	return nil
}
