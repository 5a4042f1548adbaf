package host

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Shelf holds the definitions that were read. The zero Shelf holds none.
type Shelf struct {
	// Files are for schemas.ReadFS, which names them otherwise than people do: what is found in them goes through Rename.
	Files fs.FS
	files fstest.MapFS
	// shown gives the name by which the author would open a file, texts the text by that name. A file system cannot
	// hold every such name: not a rooted one, and not one through a folder with a dot before it, which readers leave out.
	shown map[string]string
	texts map[string][]byte
}

// Shipped is the shelf of the definitions of this repository.
func Shipped() *Shelf { return &Shelf{Files: examples.Definitions} }

// Gather reads every definition below the paths: the .yaml and .yml files that do not lie in a folder named testdata and neither have nor lie
// in what has a name that begins with a dot, unless a path names it. The same file is read once, however many paths lead to it.
func Gather(paths ...string) (*Shelf, error) {
	s := &Shelf{files: fstest.MapFS{}, shown: map[string]string{}, texts: map[string][]byte{}}
	s.Files = s.files
	for _, path := range paths {
		seen := 0
		err := filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case name != path && leftOut(entry):
				return fs.SkipDir
			case entry.IsDir() || name != path && strings.HasPrefix(entry.Name(), "."):
				return nil
			case filepath.Ext(name) != ".yaml" && filepath.Ext(name) != ".yml":
				return nil
			}
			seen++
			return s.add(name)
		})
		if err != nil {
			return nil, err
		}
		if seen == 0 {
			return nil, fmt.Errorf("%s holds no .yaml or .yml file, so there is nothing to read", path)
		}
	}
	return s, nil
}

// leftOut reports whether an entry is a folder that holds no definitions to use: a hidden one, or one of test data,
// where definitions may be wrong on purpose.
func leftOut(entry fs.DirEntry) bool {
	return entry.IsDir() && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata")
}

// add reads one file.
func (s *Shelf) add(name string) error {
	shown, err := showable(name)
	if err != nil || s.texts[shown] != nil {
		return err
	}
	text, err := ReadFile(name)
	if err != nil {
		return err
	}
	held := strings.ReplaceAll("/"+strings.TrimPrefix(shown, "/"), "/.", "/_.")[1:]
	for s.shown[held] != "" {
		held = "_" + held
	}
	s.files[held] = &fstest.MapFile{Data: text}
	s.shown[held], s.texts[shown] = shown, text
	return nil
}

// showable gives the name to show: the path itself where it stays below the current folder, which is what GitHub and
// editors can open, else the rooted path.
func showable(path string) (string, error) {
	if shown := filepath.ToSlash(filepath.Clean(path)); fs.ValidPath(shown) {
		return shown, nil
	}
	rooted, err := filepath.Abs(path)
	return filepath.ToSlash(rooted), err
}

// Source gives the text of a file by the name that is shown, for the snippets.
func (s *Shelf) Source(shown string) ([]byte, bool) {
	if text, ok := s.texts[shown]; ok || s.Files == nil {
		return text, ok
	}
	text, err := fs.ReadFile(s.Files, shown)
	return text, err == nil
}

// Rename puts the shown names into what was found.
func (s *Shelf) Rename(found diag.List) diag.List {
	restore := func(span *diag.Span) {
		if shown, ok := s.shown[span.File]; ok {
			span.File = shown
		}
	}
	for i := range found {
		restore(&found[i].Span)
		for j := range found[i].Related {
			restore(&found[i].Related[j].Span)
		}
		if found[i].Edit != nil {
			restore(&found[i].Edit.Span)
		}
	}
	return found
}

// ReadFile reads a definition, or what is given of a person, at most one byte more than either may have, which is enough to be refused for its
// size.
func ReadFile(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, schemas.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", name, err)
	}
	return text, nil
}
