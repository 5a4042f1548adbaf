package main

import (
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/examples/internal/host"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
)

// personal makes the aid ready and personalises it.
func personal(ask request, today day.Day) (decisionaid.Personal, error) {
	shelf, err := host.Shipped(), error(nil)
	if len(ask.folders) > 0 {
		shelf, err = host.Gather(ask.folders...)
	}
	if err != nil {
		return decisionaid.Personal{}, err
	}
	set, broken := schemas.ReadFS(shelf.Files)
	set = set.In(ask.language)
	aid, err := decisionaid.FromSet(set, ask.aid)
	if errors.Is(err, schemas.ErrNotFound) && broken.HasErrors() {
		return decisionaid.Personal{}, blame(broken, "a definition", shelf) // the aid may be in what could not be read
	}
	if err != nil {
		return decisionaid.Personal{}, blame(err, ask.aid, shelf)
	}
	given, err := known(ask, set, aid, today)
	if err != nil {
		return decisionaid.Personal{}, err
	}
	return aid.ForWith(given), nil
}

// blame makes the faults of a file out of an error that lists them. Any other error stays as it is.
func blame(err error, what string, shelf *host.Shelf) error {
	var list diag.List
	if errors.As(err, &list) {
		return &host.Faults{What: what, List: shelf.Rename(list.Clean()), Source: shelf.Source}
	}
	return err
}

// known reads what is given of the person.
func known(ask request, set *schemas.Set, aid *decisionaid.Aid, today day.Day) (given decisionaid.Given, err error) {
	var texts [2][]byte
	for i, name := range []string{ask.person, ask.answers} {
		if name == "" {
			continue
		}
		if texts[i], err = host.ReadFile(name); err != nil {
			return given, err
		}
	}
	if texts[0] != nil {
		if given.Person, err = facts(set, ask.aid, texts[0], today); err != nil {
			return given, blame(err, ask.person, &host.Shelf{})
		}
	}
	if texts[1] != nil {
		if given.Answers, err = aid.ParseAnswers(texts[1]); err != nil {
			return given, blame(err, ask.answers, &host.Shelf{})
		}
	}
	return given, nil
}

// facts reads the facts of a person by the vocabulary that an aid uses.
func facts(set *schemas.Set, aid string, src []byte, today day.Day) (person.Facts, error) {
	doc, err := set.Find(decisionaid.Kind, aid)
	if err != nil {
		return person.Facts{}, err
	}
	r := diag.NewReporter(doc)
	vocabulary, _ := person.Used(set, doc, r)
	if vocabulary == nil {
		return person.Facts{}, fmt.Errorf("%s uses no facts of a person; give what it asks with -answers", aid)
	}
	return vocabulary.Parse(src, today)
}
