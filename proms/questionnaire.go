package proms

import (
	"fmt"
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Questionnaire is a questionnaire made ready. It is immutable and safe for concurrent use.
type Questionnaire struct {
	definition *Definition
	digest     string
	sheet      *question.Sheet
	model      *rule.Model
	gates      []*gate
	scores     []*score
	findings   *policy.Set
	rests      [][]*score     // by finding: the scores that it rests on
	verdicts   [][]Conclusion // by finding: what the values of its slot mean
	verdictAt  []rule.Slot    // by finding
	from       sources
	inputs     []rule.Input // of the model: items, facts of the person, earlier answers
	carries    []string     // the items whose earlier answers are among the inputs
	banks      map[string]*bankReady
	domains    []domain // by input
	spans      []span   // by input
	// current is the questionnaire as it stands, alternatives the same with other rules; alternative names those that this one has.
	current      *Questionnaire
	alternatives []*Questionnaire
	alternative  string
	tables       *sync.Once // whether the scores that can be looked up have their tables
	onlyTables   bool       // nothing but scores that are looked up
	states       *sync.Pool // of *rule.State, spared between calls of Score
}

func newQuestionnaire(c *compiler, model *rule.Model, findings *policy.Set) *Questionnaire {
	q := &Questionnaire{
		definition: c.def, from: c.from, inputs: c.inputs, banks: c.banks, carries: c.def.carriedItems(), sheet: c.sheet, model: model, gates: c.gates, scores: c.scores, findings: findings,
		tables: &sync.Once{}, states: &sync.Pool{New: func() any { return model.NewState() }},
	}
	for i, in := range q.inputs {
		var set question.AnswerSet
		if i < c.sheet.Width() {
			set = c.def.Answers[in.Type.Set]
		}
		q.domains = append(q.domains, domainOf(in.Type, set))
		q.spans = append(q.spans, q.domains[i].span())
	}
	q.current = q
	q.prepare()
	return q
}

// ID names the document, such as phq-9.
func (q *Questionnaire) ID() string { return q.definition.ID }

// Version is the version of the document, such as 1.0.0.
func (q *Questionnaire) Version() string { return q.definition.Version }

// Digest is "sha256:" and the SHA-256 of the definition in its canonical form, by which a result can be replayed.
func (q *Questionnaire) Digest() string { return q.digest }

// Title is the questionnaire's name for people.
func (q *Questionnaire) Title() string { return q.definition.Title }

// Definition gives the questionnaire as its author wrote it. It must not be changed.
func (q *Questionnaire) Definition() *Definition { return q.definition }

// Sheet gives the items as questions.
func (q *Questionnaire) Sheet() *question.Sheet { return q.sheet }

// Model gives the rules behind the scores, for cases, proofs and comparison of versions.
func (q *Questionnaire) Model() *rule.Model { return q.model }

// Find gives the place of a score by its id, for Scratch and Columns. The error is ErrNoScore.
func (q *Questionnaire) Find(id string) (int, error) {
	for i, s := range q.scores {
		if s.definition.ID == id {
			return i, nil
		}
	}
	return 0, fmt.Errorf("proms: %s has no score %q: %w", q.ID(), id, ErrNoScore)
}

// FindFinding gives the place of a finding by its id, for Scratch and Columns. The error is ErrNoFinding.
func (q *Questionnaire) FindFinding(id string) (int, error) {
	for i := range q.findings.Len() {
		if q.findings.Criterion(i).ID == id {
			return i, nil
		}
	}
	return 0, fmt.Errorf("proms: %s has no finding %q: %w", q.ID(), id, ErrNoFinding)
}

// ParseAnswers reads one person's answers from JSON, in the forms of question.Sheet.Parse. The error names every bad answer;
// the good ones are kept, so a caller may score them and show the error beside the result.
func (q *Questionnaire) ParseAnswers(src []byte) (question.Answers, error) { return q.sheet.Parse(src) }

// Answers makes one person's answers from plain Go values, in the forms of question.Sheet.Of.
func (q *Questionnaire) Answers(values map[string]any) (question.Answers, error) {
	return q.sheet.Of(values)
}
