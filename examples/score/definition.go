package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/examples/internal/host"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// open makes the questionnaire of a file ready, or a shipped one by its id.
func open(name string) (*proms.Questionnaire, error) {
	var q *proms.Questionnaire
	text, err := host.ReadFile(name)
	switch {
	case err == nil:
		q, err = proms.Load(name, text)
	case errors.Is(err, os.ErrNotExist) && !pathLike(name):
		q, err = shipped(name)
	}
	var list diag.List
	if errors.As(err, &list) {
		return nil, &host.Faults{What: name, List: list.Clean(), Source: func(string) ([]byte, bool) { return text, text != nil }}
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
