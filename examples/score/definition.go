package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// definitionFaults are what is wrong with a definition, with its text for the snippets.
type definitionFaults struct {
	list diag.List
	text []byte
}

func (f *definitionFaults) Error() string { return f.list.Error() }

func (f *definitionFaults) source(string) ([]byte, bool) { return f.text, f.text != nil }

// open makes the questionnaire of a file ready, or a shipped one by its id.
func open(name string) (*proms.Questionnaire, error) {
	var q *proms.Questionnaire
	text, err := file(name)
	switch {
	case err == nil:
		q, err = proms.Load(name, text)
	case errors.Is(err, os.ErrNotExist) && !pathLike(name):
		q, err = shipped(name)
	}
	var list diag.List
	if errors.As(err, &list) {
		return nil, &definitionFaults{list.Clean(), text}
	}
	return q, err
}

// shipped makes one of the questionnaires of this repository ready. Only their folder is read, since the others take longer
// than scoring a file does.
func shipped(ref string) (*proms.Questionnaire, error) {
	folder, err := fs.Sub(examples.Definitions, "questionnaires")
	if err != nil {
		return nil, err
	}
	set, faults := schemas.ReadFS(folder)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return proms.FromSet(set, ref)
}

// pathLike tells the name of a file from the id of a questionnaire.
func pathLike(name string) bool {
	return strings.ContainsAny(name, `/\`) || filepath.Ext(name) == ".yaml" || filepath.Ext(name) == ".yml"
}

// file reads a definition, at most one byte more than one may have, which is enough to be refused for its size.
func file(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, schemas.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read as a definition: %w", name, err)
	}
	return text, nil
}
