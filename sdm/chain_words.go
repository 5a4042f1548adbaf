package sdm

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// maxQuoted is how many letters of the record's own words stand in a link.
const maxQuoted = 200

// quoted shortens words of the record, between two of them where it can, and puts them on one line.
func quoted(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	letters := []rune(text)
	if len(letters) <= maxQuoted {
		return text
	}
	cut := string(letters[:maxQuoted])
	if end := strings.LastIndexByte(cut, ' '); end > 0 && letters[maxQuoted] != ' ' {
		cut = cut[:end]
	}
	return strings.TrimRight(cut, " ") + "..."
}

// whom says who somebody is in a sentence.
func whom(name string) string {
	if name == ByPerson.Role {
		return "the person"
	}
	return name
}

func (d taken) says(o Opened) string {
	says := "not to decide yet"
	if d.option != "" {
		says = d.option
	}
	if d.until != "" {
		says += ", until " + d.until
	}
	says += ", by " + whom(phrase.Spoken(d.by.String()))
	if o.Decision != "" {
		says = o.Decision + " " + says
	}
	if len(d.reasons) > 0 {
		says += ", because: " + strings.Join(d.reasons, "; ")
	}
	return quoted(says)
}

// goalsNow gives the goals of the plans in force as the reviews left them.
func (s *Story) goalsNow() map[string]plan.GoalNow {
	now := map[string]plan.GoalNow{}
	for _, t := range s.Plans {
		for _, g := range t.State.Goals() {
			now[g.ID] = g
		}
	}
	return now
}

func (p part) says(now map[string]plan.GoalNow) string {
	switch p.ref.Kind {
	case RefGoal:
		g := *p.goal
		if n, ok := now[g.ID]; ok {
			g = n.Goal
		}
		return quoted(p.text) + stands(phrase.Spoken(g.Status), phrase.Spoken(g.Achievement))
	case RefAction:
		a := *p.action
		for _, n := range now[p.under].Actions {
			if n.ID == a.ID {
				a = n
			}
		}
		who := ""
		if !a.Who.IsZero() {
			who = ", by " + whom(a.Who.String())
		}
		return quoted(p.text) + who + stands(phrase.Spoken(a.Status))
	}
	return quoted(p.text)
}

// stands puts how something stands in brackets.
func stands(words ...string) string {
	var known []string
	for _, w := range words {
		if w != "" {
			known = append(known, w)
		}
	}
	if len(known) == 0 {
		return ""
	}
	return " (" + strings.Join(known, ", ") + ")"
}

func (c *Choosing) says() string {
	switch n := len(c.Made); {
	case n == 0:
		return "referral, nothing chosen yet"
	case c.Made[n-1].What.LeftOpen:
		return "referral, the choice left open"
	default:
		return "referral, " + c.Made[n-1].What.Provider + " chosen"
	}
}

func communitySays(r *community.Referral) string {
	to := "social prescribing"
	if made, ok := r.Referred(); ok {
		to = made.Body.To
	}
	return quoted(to) + stands(phrase.Spoken(r.State()))
}

func supportSays(p support.Progress) string {
	title := p.Title
	if title == "" {
		title = p.Offer
	}
	stage := phrase.Spoken(p.Answer)
	if p.Ended != "" {
		stage = phrase.Spoken(p.Ended)
	}
	if stage == "" {
		stage = "offered"
	}
	return quoted(title) + stands(stage)
}

// mostScores is how many scores of one result stand in a link.
const mostScores = 5

func (s Scored) says() string {
	var scores []string
	for i, sc := range s.Result.Scores {
		if i == mostScores {
			scores = append(scores, fmt.Sprintf("and %d more", len(s.Result.Scores)-i))
			break
		}
		says := sc.ID + " " + sc.Value.String()
		if sc.BandLabel != "" {
			says += " (" + sc.BandLabel + ")"
		}
		scores = append(scores, says)
	}
	return quoted(s.Result.Questionnaire + ": " + strings.Join(scores, ", "))
}

func (a ActivationAssessed) says() string {
	m := a.Assessment
	level := "level not known"
	if m.Level.ID != "" {
		level = m.Level.ID + " by the cut points " + m.CutPoints
	}
	return quoted(fmt.Sprintf("%s: %s, %s", m.Measure, m.Score, level))
}
