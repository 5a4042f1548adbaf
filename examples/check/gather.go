package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// shelf holds the definitions that were read.
type shelf struct {
	files fstest.MapFS
	// shown gives the name by which the author would open a file, texts the text by that name. A file system cannot
	// hold every such name: not a rooted one, and not one through a folder with a dot before it, which readers leave out.
	shown map[string]string
	texts map[string][]byte
}

// gather reads every definition below the paths. The same file is read once, however many paths lead to it.
func gather(paths []string) (*shelf, error) {
	if len(paths) == 0 {
		return nil, errors.New("say where the definitions are: check DIR...; check -h tells the rest")
	}
	s := &shelf{files: fstest.MapFS{}, shown: map[string]string{}, texts: map[string][]byte{}}
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
			return nil, fmt.Errorf("%s holds no .yaml or .yml file, so there is nothing to check", path)
		}
	}
	return s, nil
}

// leftOut reports whether an entry is a folder that holds no definitions to use: a hidden one, or one of test data,
// where definitions may be wrong on purpose.
func leftOut(entry fs.DirEntry) bool {
	return entry.IsDir() && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata")
}

// add reads one file, at most one byte more than a definition may have, which is enough to be refused for its size.
func (s *shelf) add(name string) error {
	shown, err := showable(name)
	if err != nil || s.texts[shown] != nil {
		return err
	}
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, schemas.MaxBytes+1))
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

// source gives the text of a file by the name that is shown, for the snippets.
func (s *shelf) source(shown string) ([]byte, bool) {
	text, ok := s.texts[shown]
	return text, ok
}

// rename puts the shown names into what was found.
func (s *shelf) rename(found diag.List) diag.List {
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
