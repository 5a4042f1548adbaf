package main

import (
	"time"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/sdm"
)

const (
	// confidenceInJanuary are Rosa's answers to the six questions, from 1 to 10. She left one out.
	confidenceInJanuary = `{"q1": 4, "q2": 5, "q3": 4, "q4": null, "q5": 3, "q6": 5}`
	// supportWanted is what she said about the support that would suit her.
	supportWanted = `{"way": "one_to_one", "meets_others": false, "often_lonely": true, "money_or_home": false,
		"getting_there_is_hard": true, "free_time": "weekdays"}`
)

// confidence is January: the nurse asks how sure Rosa is of looking after her own health, and what support she would like.
func confidence(t *teller) {
	january := date(time.January, 12)
	t.chapter("January: how sure she is, and what would help (supported self-management)")
	t.say("%s. %s, the practice nurse, gives her six questions. Rosa leaves one blank, which is no zero:", january.Long(), nurse.Name)
	found := t.assess(confidenceInJanuary, january)
	for _, step := range t.confidence.Explain(found) {
		t.point("%s", step)
	}
	t.point("of %d patterns of answers that deserve a second look %d were found", found.Quality.Judged, len(found.Quality.Flags))
	other, err := t.confidence.Using("below_7")
	if t.keep(err); t.err != nil {
		return
	}
	reading := other.AssessScore(found.Score)
	t.say("One score has two readings. By the cut points %s it is: %s. %s", reading.CutPoints, reading.Level.Label,
		t.ground(&other.Definition().Header, reading.Basis, &reading.Source))
	t.ids.level = t.note(january, sdm.ByPerson, "", sdm.ActivationAssessed{Assessment: found})

	t.heading("What she is offered, and why")
	given := support.Given{On: january, Person: t.who, Answers: t.parse(t.offers.Policy().Sheet(), supportWanted), Assessment: &found}
	list := t.tailored(given)
	t.listed(list)
	offered, err := list.Offered(t.ids.level, "coaching_one_to_one", "course_pain", "link_worker")
	t.keep(err)
	t.ids.offers = t.note(january, nurse, "", offered)
	t.answer(january, t.ids.offers, "coaching_one_to_one", support.TakenUp, "One person, and at home. That I can do.")
	t.answer(january, t.ids.offers, "course_pain", support.Declined, "A room of strangers talking about pain? No, thank you.")
	t.answer(january, t.ids.offers, "link_worker", support.Later, "Ask me again when the evenings are lighter.")

	february := january.AddMonths(1)
	given.On, given.Threads = february, []*support.State{thread(t.story().Support, t.ids.offers)}
	list = t.tailored(given)
	t.say("Whoever opens the list a month later, on %s, sees what she said. Nothing is pressed:", february.Long())
	for _, standing := range []support.Standing{support.Running, support.Waiting, support.Refused} {
		for _, offer := range list.In(standing) {
			offer.Because = "" // it stands above
			t.offer(string(offer.Standing)+": ", offer)
		}
	}
}

// assess finds the level of one set of answers.
func (t *teller) assess(src string, on day.Day) activation.Assessment {
	answers, err := t.confidence.Questionnaire().ParseAnswers([]byte(src))
	t.keep(err)
	return t.confidence.Assess(answers, activation.On(on), activation.Taking(95*time.Second))
}

// parse reads answers to the questions of a document.
func (t *teller) parse(sheet *question.Sheet, src string) question.Answers {
	answers, err := sheet.Parse([]byte(src))
	t.keep(err)
	return answers
}

func (t *teller) tailored(given support.Given) support.Tailored {
	list, err := t.offers.Tailor(given)
	t.keep(err)
	return list
}

// listed prints where she starts from and what is ready for her, in the order of the document.
func (t *teller) listed(list support.Tailored) {
	for _, from := range []*support.Offer{list.Stage, list.HowOften} {
		if from != nil {
			t.offer("", *from)
		}
	}
	for _, offer := range list.In(support.Ready) {
		t.offer("offer: ", offer)
	}
	for _, offer := range list.Arrangements {
		t.offer("whatever she chooses: ", offer)
	}
}

// offer prints one offer with its reason.
func (t *teller) offer(as string, offer support.Offer) {
	title := offer.Title
	if offer.LevelLabel != "" {
		title += ": " + offer.LevelLabel
	}
	t.point("%s%s. %s %s", as, title, offer.Because, t.ground(&t.offers.Policy().Definition().Header, offer.Basis, offer.Source))
}

// answer notes and prints what she said to one offer.
func (t *teller) answer(on day.Day, in, offer string, answer support.Answer, words string) {
	t.note(on, sdm.ByPerson, in, support.Answered{Offer: offer, Answer: answer, Words: words})
	said, _ := thread(t.story().Support, in).Of(offer)
	t.point("%s: %s. “%s”", said.Title, phrase.Spoken(said.Answer), said.Words)
}
