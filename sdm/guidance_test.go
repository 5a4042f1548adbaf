package sdm_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// guided gives the guidance of a conversation after more events were added to it.
func guided(t *testing.T, talk sdm.Conversation, events ...sdm.Event) sdm.Guidance {
	t.Helper()
	if err := talk.Err(); err != nil {
		t.Fatal(err)
	}
	r, err := talk.Record().AddAll(events...)
	if err != nil {
		t.Fatal(err)
	}
	story, err := r.Replay()
	if err != nil {
		t.Fatal(err)
	}
	g, err := story.Guidance(talk.Talk().ID, talk.Mine().Aid(), today)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(slices.Clone(g.Next), g.Open...) {
		if s.Ask == "" || s.Because == "" || s.Phase == "" || !strings.HasSuffix(s.Ask, "?") && s.ID != "value" {
			t.Errorf("suggestion %+v is no question with a reason", s)
		}
	}
	return g
}

func named(all []sdm.Suggestion) (ids []string) {
	for _, s := range all {
		ids = append(ids, strings.TrimSuffix(s.ID+" "+s.About, " "))
	}
	return ids
}

// talkedOver is a conversation in which everything of the aid was talked about, but for the decision.
func talkedOver(t *testing.T, mine decisionaid.Personal) sdm.Conversation {
	t.Helper()
	def := mine.Aid().Definition()
	talk := sdm.Open(mine, today.Add(-7)).Matters("Dancing")
	for _, v := range def.Values {
		talk = talk.Value(v.ID, 50)
	}
	for _, o := range def.Options {
		talk = talk.GoThrough(o.ID)
	}
	for _, q := range def.Questions.Prompts() {
		talk = talk.Ask(q.ID, "", "Told")
	}
	return talk
}

func inTalk(talk sdm.Conversation, body sdm.Body) sdm.Event {
	return sdm.Event{On: today, By: sdm.ByProfessional, In: talk.Talk().ID, Body: body}
}

func ofPerson(body sdm.Body) sdm.Event { return sdm.Event{On: today, By: sdm.ByPerson, Body: body} }

func TestANewConversationBeginsWithTeamTalk(t *testing.T) {
	mine := hip(t)
	def := mine.Aid().Definition()
	g := guided(t, sdm.Open(mine, today))
	want := []string{"needs", "support", "matters"}
	for _, v := range def.Values {
		want = append(want, "value "+v.ID)
	}
	if g.Phase != sdm.TeamTalk || !slices.Equal(named(g.Next), want) {
		t.Errorf("%s: %v, want %v", g.Phase, named(g.Next), want)
	}
	for _, o := range def.Options {
		want = append(want, "option "+o.ID)
	}
	for _, q := range []string{"benefits", "risks"} {
		for _, o := range def.Options {
			want = append(want, q+" "+o.ID)
		}
	}
	want = append(want, "alternatives", "nothing", "decide")
	if !slices.Equal(named(g.Open), want) {
		t.Errorf("open %v\nwant %v", named(g.Open), want)
	}
}

func TestWhatWasTalkedAboutIsNotAskedAgain(t *testing.T) {
	mine := hip(t)
	def := mine.Aid().Definition()
	talk := talkedOver(t, mine)
	here := []sdm.Event{inTalk(talk, sdm.WhoWasPresent{People: []sdm.Attendee{{Role: "family"}}}), ofPerson(sdm.InterpreterNeed{})}
	if g := guided(t, talk, here...); g.Phase != sdm.DecisionTalk || !slices.Equal(named(g.Open), []string{"decide"}) || !slices.Equal(named(g.Next), []string{"decide"}) {
		t.Errorf("%s: %v", g.Phase, named(g.Open))
	}
	// What was asked of one option is not asked of it again.
	one := sdm.Open(mine, today).Ask("risks", def.Options[0].ID, "Told")
	if g := guided(t, one); slices.Contains(named(g.Open), "risks "+def.Options[0].ID) || !slices.Contains(named(g.Open), "risks "+def.Options[1].ID) {
		t.Errorf("open %v", named(g.Open))
	}
}

func TestGuidanceHonoursHowThingsStand(t *testing.T) {
	mine := hip(t)
	option := mine.Aid().Definition().Options[0].ID
	talk := talkedOver(t, mine)
	fresh := sdm.Open(mine, today.Add(-7))
	polish := ofPerson(sdm.InterpreterNeed{Needed: true, Language: "Polish"})
	large := ofPerson(sdm.InformationNeed{Need: "large_print", Sort: sdm.NeedFormat})
	doubt := inTalk(talk, sdm.CapacityAssessed{Found: sdm.InDoubt, Because: "delirium"})
	lacks := inTalk(talk, sdm.CapacityAssessed{Found: sdm.Lacks, Support: []string{"time"}, Because: "could not weigh it"})
	due := inTalk(talk, sdm.CapacityAssessed{Found: sdm.Lacks, Support: []string{"time"}, Because: "delirium", Again: today})
	decides := inTalk(talk, sdm.BestInterests{Decider: "Jan", Role: sdm.DecidesAttorney})
	for name, tc := range map[string]struct {
		talk   sdm.Conversation
		events []sdm.Event
		phase  sdm.Phase
		next   []string
	}{
		"put off":               {fresh.NotYet(sdm.ByPerson, "spring"), nil, sdm.PutOff, []string{"come_back"}},
		"put off today":         {fresh.On(today).NotYet(sdm.ByPerson, "spring"), nil, sdm.PutOff, nil},
		"capacity in doubt":     {talk, []sdm.Event{doubt}, sdm.Preparing, []string{"capacity"}},
		"doubt beats put off":   {talk.NotYet(sdm.ByPerson, ""), []sdm.Event{doubt}, sdm.Preparing, []string{"capacity"}},
		"capacity found":        {talk, []sdm.Event{doubt, inTalk(talk, sdm.CapacityAssessed{Found: sdm.Has}), polish}, sdm.Preparing, []string{"interpreter Polish"}},
		"lacks, nobody decides": {talk, []sdm.Event{lacks}, sdm.Preparing, []string{"decider"}},
		"lacks, look again":     {talk, []sdm.Event{due, decides}, sdm.Preparing, []string{"capacity"}},
		"no interpreter":        {talk, []sdm.Event{polish}, sdm.Preparing, []string{"interpreter Polish"}},
		"interpreter there":     {talk, []sdm.Event{polish, inTalk(talk, sdm.WhoWasPresent{People: []sdm.Attendee{{Role: sdm.Interpreter}}})}, sdm.DecisionTalk, []string{"decide"}},
		"interpreter by phone":  {talk, []sdm.Event{polish, inTalk(talk, sdm.NeedMet{Need: sdm.Interpreter, Met: true, How: "by telephone"})}, sdm.TeamTalk, []string{"support"}},
		"need unmet":            {talk, []sdm.Event{large}, sdm.Preparing, []string{"need large_print"}},
		"need not met":          {talk, []sdm.Event{large, inTalk(talk, sdm.NeedMet{Need: "large_print", How: "no printer"})}, sdm.Preparing, []string{"need large_print"}},
		"need met":              {talk, []sdm.Event{large, inTalk(talk, sdm.NeedMet{Need: "large_print", Met: true, How: "printed"})}, sdm.TeamTalk, []string{"support"}},
		"decided":               {talk.Choose(option, sdm.ByPerson, "I want to"), nil, sdm.Settled, nil},
		"decided for them":      {talk.Choose(option, sdm.ByProfessional), nil, sdm.Settled, []string{"own_decision " + option, "reasons " + option}},
		"decided by a worker":   {talk.Choose(option, sdm.Author{Role: "link_worker"}, "It is near"), nil, sdm.Settled, []string{"own_decision " + option}},
		"in best interests":     {talk, []sdm.Event{lacks, decides, inTalk(talk, sdm.Decided{Option: option})}, sdm.Settled, nil},
		"decided unseen":        {fresh.Choose(option, sdm.ByPerson, "I want to"), nil, sdm.Settled, []string{"option " + option}},
	} {
		t.Run(name, func(t *testing.T) {
			g := guided(t, tc.talk, tc.events...)
			if g.Phase != tc.phase || !slices.Equal(named(g.Next), tc.next) {
				t.Errorf("%s: %v, want %s: %v", g.Phase, named(g.Next), tc.phase, tc.next)
			}
			if g.Caution != "" {
				t.Error(g.Caution)
			}
		})
	}
	// Nobody is asked to decide while it is in doubt whether they can, nor once others decide in their best interests.
	for _, events := range [][]sdm.Event{{doubt}, {lacks, decides}} {
		if g := guided(t, talk, events...); slices.Contains(named(g.Open), "decide") {
			t.Errorf("open %v", named(g.Open))
		}
	}
}

func TestGuidanceOverACopySaysSo(t *testing.T) {
	talk := sdm.Open(hip(t), today)
	r, err := talk.Record().Add(sdm.Event{On: today, By: sdm.ByPerson, In: "1", Audience: sdm.Audience{Only: []string{"gp_practice"}}, Body: sdm.Mattered{Words: "a secret"}})
	if err != nil {
		t.Fatal(err)
	}
	story, err := r.For("family").Replay()
	if err != nil {
		t.Fatal(err)
	}
	if g, err := story.Guidance("1", talk.Mine().Aid(), today); err != nil || g.Caution == "" {
		t.Errorf("caution %q, %v", g.Caution, err)
	}
}

func TestGuidanceOfAnotherConversationIsRefused(t *testing.T) {
	mine := hip(t)
	talk := sdm.Open(mine, today)
	story, _ := talk.Record().Replay()
	lib, _ := library()
	other, err := lib.Aid("atrial-fibrillation-stroke")
	if err != nil {
		t.Fatal(err)
	}
	for name, ask := range map[string]func() (sdm.Guidance, error){
		"no conversation": func() (sdm.Guidance, error) { return story.Guidance("77", mine.Aid(), today) },
		"no aid":          func() (sdm.Guidance, error) { return story.Guidance("1", nil, today) },
		"another aid":     func() (sdm.Guidance, error) { return story.Guidance("1", other, today) },
		"no day":          func() (sdm.Guidance, error) { return story.Guidance("1", mine.Aid(), today.AddMonths(1<<30)) },
		"nothing opened":  func() (sdm.Guidance, error) { return sdm.Open(decisionaid.Personal{}, today).Guidance() },
	} {
		if _, err := ask(); !errors.Is(err, sdm.ErrGuidance) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// A need is named in words where people read, and by its id only in About.
func TestGuidanceNamesANeedInWords(t *testing.T) {
	talk := sdm.Open(hip(t), today)
	large := ofPerson(sdm.InformationNeed{Need: "large_print", Sort: sdm.NeedFormat, Words: "16 points"})
	missed := inTalk(talk, sdm.NeedMet{Need: "large_print", How: "no printer"})
	for _, events := range [][]sdm.Event{{large}, {large, missed}} {
		g := guided(t, talk, events...)
		if len(g.Next) != 1 || g.Next[0].About != "large_print" {
			t.Fatalf("next %+v", g.Next)
		}
		for _, text := range []string{g.Next[0].Ask, g.Next[0].Because} {
			if strings.Contains(text, "_") || !strings.Contains(text, "large print (16 points)") {
				t.Errorf("%q", text)
			}
		}
	}
}
