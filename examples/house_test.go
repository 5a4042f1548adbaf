package examples_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"
)

// module is the path that every package of this repository begins with.
const module = "github.com/whatmatters-care/whatmatters/"

// house is the repository as its own rules look at it: read and parsed, never run.
type house struct {
	fsys  fs.FS
	files []source
}

// source is one parsed Go file.
type source struct {
	path string // from the root of the repository, with slashes
	text string
	fset *token.FileSet
	tree *ast.File
}

func (s source) dir() string  { return path.Dir(s.path) }
func (s source) test() bool   { return strings.HasSuffix(s.path, "_test.go") }
func (s source) inside() bool { return strings.Contains(s.path, "/internal/") }

// library reports whether the file is part of what a service embeds: no test, and nothing under examples.
func (s source) library() bool { return !s.test() && !strings.HasPrefix(s.path, "examples/") }

// at gives file and line of a place in the file, for a complaint.
func (s source) at(p token.Pos) string { return s.fset.Position(p).String() }

// houseRule is one promise about the source text. Its find function gives one complaint for each place that breaks it,
// and each bite is a small repository that breaks it once, so that no rule can stop working in silence.
type houseRule struct {
	name  string
	find  func(house) []string
	bites []bite
}

type bite struct {
	files map[string]string
	want  string // part of the one complaint
}

var houseRules = []houseRule{
	forbiddenImports, forbiddenNames, embeddedFiles,
	importDirections, oneImporter,
	topLevel, packageFiles, fileLength,
	docComments, unfinished, linterMirror,
}

func TestHouse(t *testing.T) {
	real, err := readHouse(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range houseRules {
		t.Run(rule.name, func(t *testing.T) {
			for _, complaint := range rule.find(real) {
				t.Error(complaint)
			}
		})
	}
}

func TestHouseRulesBite(t *testing.T) {
	for _, rule := range houseRules {
		if len(rule.bites) == 0 {
			t.Errorf("%s: nothing shows that this rule can fail", rule.name)
		}
		for _, b := range rule.bites {
			t.Run(rule.name+"/"+b.want, func(t *testing.T) {
				fsys := fstest.MapFS{}
				for name, text := range b.files {
					fsys[name] = &fstest.MapFile{Data: []byte(text)}
				}
				small, err := readHouse(fsys)
				if err != nil {
					t.Fatal(err)
				}
				for _, complaint := range rule.find(small) {
					if strings.Contains(complaint, b.want) {
						return
					}
				}
				t.Errorf("no complaint says %q; all: %q", b.want, rule.find(small))
			})
		}
	}
}

// readHouse parses every Go file outside dot folders, testdata and modules of their own.
func readHouse(fsys fs.FS) (house, error) {
	h := house{fsys: fsys}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && ownWorld(fsys, name):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, name, text, parser.ParseComments)
		if err != nil {
			return err
		}
		h.files = append(h.files, source{path: name, text: string(text), fset: fset, tree: tree})
		return nil
	})
	return h, err
}

// ownWorld reports whether a folder is none of the repository's packages.
func ownWorld(fsys fs.FS, dir string) bool {
	base := path.Base(dir)
	if strings.HasPrefix(base, ".") || base == "testdata" || base == "node_modules" {
		return true
	}
	_, err := fs.Stat(fsys, dir+"/go.mod")
	return err == nil
}
