package sdm

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// goDocs are the comments of the structs of a package, and the words that its types of text have as constants.
type goDocs struct {
	types  map[string]string            // by type
	fields map[string]map[string]string // by type and field
	words  map[string][]string          // by type, in the order in which they stand
}

const module = "github.com/whatmatters-care/whatmatters/"

// docsOf reads the comments of the package with an import path.
func docsOf(t *testing.T, path string) *goDocs {
	t.Helper()
	d := &goDocs{map[string]string{}, map[string]map[string]string{}, map[string][]string{}}
	files, err := filepath.Glob(filepath.Join("..", strings.TrimPrefix(path, module), "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v", path, err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range tree.Decls {
			if general, ok := decl.(*ast.GenDecl); ok {
				d.read(general)
			}
		}
	}
	return d
}

func (d *goDocs) read(decl *ast.GenDecl) {
	for _, spec := range decl.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			doc := spec.Doc.Text()
			if doc == "" {
				doc = decl.Doc.Text()
			}
			if fields, ok := spec.Type.(*ast.StructType); ok {
				d.types[spec.Name.Name] = doc
				d.fields[spec.Name.Name] = fieldDocs(fields)
			}
		case *ast.ValueSpec:
			named, ok := spec.Type.(*ast.Ident)
			if !ok || decl.Tok != token.CONST {
				continue
			}
			for _, value := range spec.Values {
				if literal, ok := value.(*ast.BasicLit); ok && literal.Kind == token.STRING {
					if word, err := strconv.Unquote(literal.Value); err == nil && word != "" {
						d.words[named.Name] = append(d.words[named.Name], word)
					}
				}
			}
		}
	}
}

// fieldDocs gives each field its comment: its own, or the last one before it that names it, since one comment may be about several fields.
func fieldDocs(of *ast.StructType) map[string]string {
	docs, last := map[string]string{}, ""
	for _, field := range of.Fields.List {
		own := field.Doc.Text()
		if own == "" {
			own = field.Comment.Text()
		} else {
			last = own
		}
		for _, name := range field.Names {
			if docs[name.Name] = own; own == "" && regexp.MustCompile(`\b`+name.Name+`\b`).MatchString(last) {
				docs[name.Name] = last
			}
		}
	}
	return docs
}

// forJSON makes a comment of Go one for readers of JSON: without the name that it begins with, and with the keys for the names of fields.
func forJSON(doc, name string, keys map[string]string) string {
	doc, _, _ = strings.Cut(doc, "\n\n")
	doc = strings.Join(strings.Fields(doc), " ")
	first := true // whether the first word may be the name of a field
	if rest, ok := strings.CutPrefix(doc, name+" "); ok && !strings.HasPrefix(rest, "and ") && !strings.HasPrefix(rest, "or ") {
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "is "), "are ")
		letter, size := utf8.DecodeRuneInString(rest)
		doc, first = string(unicode.ToUpper(letter))+rest[size:], false
	}
	doc = regexp.MustCompile(`\bnil\b`).ReplaceAllString(doc, "left out")
	at := 0
	return regexp.MustCompile(`\b[A-Za-z]+\b`).ReplaceAllStringFunc(doc, func(word string) string {
		key, ok := keys[word]
		if at++; ok && (first || at > 1) {
			return "`" + key + "`"
		}
		return word
	})
}
