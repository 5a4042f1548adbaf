package support

import (
	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Start is where a person starts from, as far as it is known.
type Start struct {
	// Measure, Title and Version name the measure that was used; empty where there is none.
	Measure string `json:"measure,omitempty"`
	Title   string `json:"title,omitempty"`
	Version string `json:"version,omitempty"`
	// CutPoints is the set that gave the level.
	CutPoints string `json:"cut_points,omitempty"`
	// Level is the level that the rules read. It is the zero Level where it is not known, which is never the lowest level.
	Level activation.Level `json:"level,omitzero"`
	// Doubt says why the level is not known; empty where it is.
	Doubt Doubt `json:"doubt,omitempty"`
	// Reason says why there is no score, for NoScore.
	Reason rule.Reason `json:"reason,omitempty"`
	// Flags are the patterns of answers that deserve a second look, whether or not somebody has had it.
	Flags []activation.Flag `json:"flags,omitempty"`
}

// Known reports whether the rules could read a level.
func (s Start) Known() bool { return s.Doubt == "" }

// Doubt says why a level is not known.
type Doubt string

const (
	// NotAssessed: nobody has asked yet.
	NotAssessed Doubt = "not_assessed"
	// OtherMeasure: somebody asked with a measure, or a major version of one, that the document does not use.
	OtherMeasure Doubt = "other_measure"
	// NoScore: the measure gives no score, for the Reason beside it.
	NoScore Doubt = "no_score"
	// SecondLook: a pattern of answers was flagged, and nobody has talked about it yet.
	SecondLook Doubt = "second_look"
	// LevelDiffers: the level is not the one that the score comes to, so one of the two is wrong.
	LevelDiffers Doubt = "level_differs"
	// OtherCutPoints: the level is one of a set of cut points that the rules do not know.
	OtherCutPoints Doubt = "other_cut_points"
)

// source is a measure with what it brings to the rules of the document.
type source struct {
	activation.Named
	level, score rule.Input
}

// knows reports whether the rules can read a level.
func (s source) knows(level any) bool {
	id, said := level.(string)
	_, err := s.level.Type.Parse(id)
	return said && err == nil
}

// start finds what the rules may read of the assessment.
func (o *Offers) start(given Given) (Start, map[string]any) {
	a := given.Assessment
	if a == nil {
		return Start{Doubt: NotAssessed}, nil
	}
	for _, m := range o.measures {
		used := m.Used(m.Prefix, *a)
		if len(used) == 0 {
			continue
		}
		s := Start{Measure: a.Measure, Title: m.Title(), Version: a.Version, CutPoints: a.CutPoints, Flags: a.Quality.Flags}
		score, _ := used[m.score.Name].(rule.Value) // as the measure takes it: one that it cannot have is invalid
		switch {
		case score.Reason() != rule.Present:
			s.Doubt, s.Reason = NoScore, score.Reason()
		case used[m.level.Name] == rule.MissingValue(rule.Invalid):
			s.Doubt = LevelDiffers
		case !m.knows(used[m.level.Name]):
			s.Doubt = OtherCutPoints
		case len(a.Quality.Flags) > 0 && !given.Confirmed:
			s.Doubt = SecondLook
			delete(used, m.level.Name)
			delete(used, m.score.Name)
		default:
			s.Level = a.Level
		}
		return s, used
	}
	return Start{Doubt: OtherMeasure}, nil
}
