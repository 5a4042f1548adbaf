package sdm

import (
	"io/fs"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/standard"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/proms/outcome"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// Library is a folder of definitions made ready. It is immutable and safe for concurrent use. The zero Library has none.
type Library struct {
	set            *schemas.Set
	questionnaires shelf[*proms.Questionnaire]
	outcomes       shelf[*outcome.Set]
	measures       shelf[*activation.Measure]
	aids           shelf[*decisionaid.Aid]
	standards      shelf[*standard.Standard]
	rights         shelf[*policy.Policy]
	offers         shelf[*support.Offers]
	directories    shelf[*community.Directory]
	plans          shelf[*plan.Standard]
	budgets        shelf[*budget.Policy]
	vocabularies   shelf[*person.Vocabulary]
}

// LoadFS reads every .yaml and .yml file of a file system and makes the documents ready. The error is a diag.List with every
// fault, which are the errors of CheckFS, and a folder without any such file has one too. The library then holds all documents that have none,
// so that one broken file does not take the others down. A service that wants all or nothing stops at the error.
func LoadFS(fsys fs.FS) (*Library, error) {
	set, faults := schemas.ReadFS(fsys)
	return load(set, faults)
}

// In gives the library with the texts of another language, where a translation is there; other documents stay as they are.
// The error is a diag.List with every fault of a document in that language.
func (l *Library) In(language string) (*Library, error) { return load(l.Set().In(language), nil) }

func load(set *schemas.Set, faults diag.List) (*Library, error) {
	l := &Library{set: set}
	l.questionnaires = stock(set, &faults, proms.FromSet, proms.Kind)
	l.outcomes = stock(set, &faults, outcome.FromSet, outcome.Kind)
	l.measures = stock(set, &faults, activation.FromSet, activation.Kind)
	l.aids = stock(set, &faults, decisionaid.FromSet, decisionaid.Kind)
	l.standards = stock(set, &faults, standard.FromSet, standard.Kind)
	l.rights = stock(set, &faults, rightsFromSet, policy.KindChoiceRights)
	l.offers = stock(set, &faults, support.FromSet, support.Kind)
	l.directories = stock(set, &faults, community.FromSet, community.Kind)
	l.plans = stock(set, &faults, plan.FromSet, plan.Kind)
	l.budgets = stock(set, &faults, budget.FromSet, budget.Kind)
	l.vocabularies = stock(set, &faults, person.FromSet, person.Kind)
	return l, faults.Err()
}

// Questionnaire gives a questionnaire by its id, or id and version as in phq-9@1 or phq-9@1.0.0. The errors of this and
// the verbs beside it wrap schemas.ErrNotFound or schemas.ErrAmbiguous, or ErrBroken for a document with faults.
func (l *Library) Questionnaire(ref string) (*proms.Questionnaire, error) {
	return l.questionnaires.find(l.Set(), ref)
}

// Outcomes gives a set of outcomes over several questionnaires.
func (l *Library) Outcomes(ref string) (*outcome.Set, error) { return l.outcomes.find(l.Set(), ref) }

// Measure gives an activation measure.
func (l *Library) Measure(ref string) (*activation.Measure, error) {
	return l.measures.find(l.Set(), ref)
}

// Aid gives a decision aid.
func (l *Library) Aid(ref string) (*decisionaid.Aid, error) { return l.aids.find(l.Set(), ref) }

// Standard gives a standard that aids can be held against.
func (l *Library) Standard(ref string) (*standard.Standard, error) {
	return l.standards.find(l.Set(), ref)
}

// Policy gives a document of rights, such as the rights to choose.
func (l *Library) Policy(ref string) (*policy.Policy, error) { return l.rights.find(l.Set(), ref) }

// Offers gives a document of offers of support to look after one's own health.
func (l *Library) Offers(ref string) (*support.Offers, error) { return l.offers.find(l.Set(), ref) }

// Directory gives a directory of what there is in a community.
func (l *Library) Directory(ref string) (*community.Directory, error) {
	return l.directories.find(l.Set(), ref)
}

// PlanStandard gives a standard that care and support plans can be held against.
func (l *Library) PlanStandard(ref string) (*plan.Standard, error) { return l.plans.find(l.Set(), ref) }

// BudgetPolicy gives the law or the local rules about personal budgets.
func (l *Library) BudgetPolicy(ref string) (*budget.Policy, error) {
	return l.budgets.find(l.Set(), ref)
}

// Vocabulary gives a document of facts that can be known of a person.
func (l *Library) Vocabulary(ref string) (*person.Vocabulary, error) {
	return l.vocabularies.find(l.Set(), ref)
}

// ParsePerson reads what is known of a person from JSON, by the only vocabulary of the library. today is the day on which the
// facts are used. The error is ErrVocabulary where there is not exactly one vocabulary (use Vocabulary), else a
// diag.List that names every bad fact; the good ones are kept.
func (l *Library) ParsePerson(src []byte, today day.Day) (person.Facts, error) {
	documents := l.Set().All(person.Kind)
	if len(documents) != 1 {
		return person.Facts{}, ErrVocabulary
	}
	vocabulary, err := l.Vocabulary(documents[0].Ref())
	if err != nil {
		return person.Facts{}, err
	}
	return vocabulary.Parse(src, today)
}

// Set gives the documents behind the library.
func (l *Library) Set() *schemas.Set {
	if l.set == nil {
		return &schemas.Set{}
	}
	return l.set
}
