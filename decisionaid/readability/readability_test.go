package readability_test

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/readability"
)

func rows(t *testing.T, name string) [][]string {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil || len(all) < 2 {
		t.Fatalf("%s: %v, %d lines", name, err, len(all))
	}
	return all[1:]
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func scores(t *testing.T, c readability.Counts) readability.Scores {
	t.Helper()
	s, ok := c.Scores()
	if !ok {
		t.Fatalf("no scores of %+v", c)
	}
	return s
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-6 {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// TestFormulas compares the grades with their closed forms over given counts.
func TestFormulas(t *testing.T) {
	for _, row := range rows(t, "testdata/readability.csv") {
		n := func(i int) int { return int(number(t, row[i])) }
		s := scores(t, readability.Counts{Words: n(0), Sentences: n(1), Syllables: n(2), Polysyllables: n(3), Letters: n(4)})
		for i, got := range []float64{s.FleschEase, s.FleschKincaid, s.SMOG, s.Fog, s.ColemanLiau, s.ARI} {
			near(t, "column "+strconv.Itoa(5+i)+" of "+row[0], got, number(t, row[5+i]))
		}
		near(t, "age", s.Age(), number(t, row[6])+5)
	}
	for _, row := range rows(t, "testdata/readability_text.csv") {
		n := func(i int) int { return int(number(t, row[i])) }
		s := scores(t, readability.Counts{Words: n(1), Sentences: n(2), Syllables: n(3), Polysyllables: n(4), Letters: n(6)})
		for i, got := range []float64{s.FleschEase, s.FleschKincaid, s.SMOG, s.Fog, s.ARI, s.ColemanLiau} {
			near(t, "column "+strconv.Itoa(7+i)+" of "+row[0], got, number(t, row[7+i]))
		}
	}
}

// TestNoWordsNoScores holds that nothing is divided by nothing.
func TestNoWordsNoScores(t *testing.T) {
	for _, c := range []readability.Counts{{}, {Words: 3}, {Sentences: 1}, {Words: 1, Sentences: 1, Letters: -1}} {
		if s, ok := c.Scores(); ok || s != (readability.Scores{}) {
			t.Errorf("%+v gives %+v", c, s)
		}
	}
}

func count(text string, terms ...string) readability.Report {
	c := readability.New(terms...)
	c.Add(text)
	return c.Report()
}

// TestCounts has texts counted by hand.
func TestCounts(t *testing.T) {
	for _, c := range []struct {
		text                               string
		words, sentences, syllables, hards int
	}{
		{"", 0, 0, 0, 0},
		{"1,000 0.5 12%", 0, 0, 0, 0},
		{"A splint keeps your wrist straight at night. It is free of side effects for most people. Some people still get tingling.", 22, 3, 26, 0},
		{"You can choose to have an operation or not. You can also wait and see. If 1,000 people have the operation, about 750 will have less pain after 6 months. About 250 will not.", 30, 4, 41, 2},
		{"There are three ways: an operation, exercise; or waiting", 9, 3, 15, 2},
		{"Bring with you\n• your tablets\n• your glasses", 7, 3, 9, 0},
		{"Dr. Jones, e.g. on Monday, sees you at 1.30 p.m. each week.", 13, 1, 14, 0},
		{"Is it so? Yes! It is.", 6, 3, 6, 0},
		{"The GP and the NHS.", 5, 1, 8, 1},
		{"Don’t use the follow-up.", 4, 1, 6, 1},
	} {
		got := count(c.text).Counts
		if got.Words != c.words || got.Sentences != c.sentences || got.Syllables != c.syllables || got.Polysyllables != c.hards {
			t.Errorf("%q: %+v, by hand %d words, %d sentences, %d syllables, %d of three or more", c.text, got, c.words, c.sentences, c.syllables, c.hards)
		}
	}
}

// TestExplained holds that terms of the glossary leave the hard words, and nothing else.
func TestExplained(t *testing.T) {
	const text = "Osteoarthritis and a total hip replacement are explained; an operation and two replacements are not."
	got := count(text, "osteoarthritis", "total hip replacement")
	if got.Counts.Polysyllables != 4 || got.Explained.Polysyllables != 2 {
		t.Errorf("%+v", got)
	}
	got.Explained.Polysyllables = got.Counts.Polysyllables
	if got.Explained != got.Counts {
		t.Errorf("more than hard words changed: %+v", got)
	}
	if plural := count("Anticoagulants.", "anticoagulant").Explained.Polysyllables; plural != 0 {
		t.Errorf("a plural is not the term: %d", plural)
	}
}

// TestSyllables has words of aids with their syllables as a dictionary gives them. The rules may miss one in twenty.
func TestSyllables(t *testing.T) {
	const list = `a 1 able 2 about 2 after 2 alternative 4 although 2 answer 2 anxious 2 anxiety 4 anticoagulant 6 appointment 3 arthritis 3 asked 1 because 2
		before 2 believe 2 benefit 3 bleeding 2 blood 1 breathe 1 called 1 cancer 2 careful 2 cared 1 carpal 2 changes 2 chances 2 cholesterol 4 choose 1 clinic 2
		client 2 completely 3 condition 3 continuous 4 correspondingly 5 daily 2 decided 3 decision 3 diet 2 different 3 diminishes 4 disease 2 diseases 3
		doing 2 easy 2 effects 2 efficient 3 elbow 2 element 3 emotional 4 employer 3 exercise 3 exercises 4 experience 4 family 3 fibrillation 4 finger 2
		frequent 2 gradual 3 guided 2 happens 2 health 1 helped 1 higher 2 hospital 3 hormones 2 injection 3 increase 2 initial 3 joint 1 journeys 2 kidney 2
		kidneys 2 later 2 likely 2 little 2 localised 3 medicine 3 medication 4 medium 3 minutes 2 monitoring 4 movement 2 muscle 2 needed 2 nerve 1
		numbness 2 operation 4 options 2 organism 4 osteoarthritis 6 painful 2 patient 2 physiotherapist 6 player 2 possible 3 pressure 2 previous 3 probability 5
		problems 2 prostate 2 quality 3 quiet 2 radio 3 radiotherapy 6 reduce 2 regular 3 replacement 3 review 2 safely 2 seeing 2 serious 3 settled 2 side 1
		society 4 special 2 splint 1 statin 2 steroid 2 stroke 1 substantially 4 surgeon 2 surgery 3 tablet 2 tablets 2 tables 2 takes 1 test 1 the 1
		times 1 tired 1 treated 2 treatment 2 tried 1 trying 2 types 1 uncertain 3 urine 2 uses 2 usual 3 valve 1 various 3 video 3 waited 2 walking 2 warfarin 3
		watches 2 worrying 3 wrist 1 years 1 young 1 your 1 yours 1 follow-up 3 self-care 2 x-ray 2 homework 2 lifestyle 2 nutrient 3 royal 2 science 2`
	fields := strings.Fields(list)
	wrong := 0
	for i := 0; i+1 < len(fields); i += 2 {
		if got, want := readability.Syllables(fields[i]), int(number(t, fields[i+1])); got != want {
			wrong++
			t.Logf("%s has %d, want %d", fields[i], got, want)
		}
	}
	if total := len(fields) / 2; 20*wrong > total {
		t.Errorf("%d of %d words are wrong", wrong, total)
	}
}

// TestPlaces holds that the place of a word gives its letters, also behind letters of several bytes.
func TestPlaces(t *testing.T) {
	const text = "Café: don’t, 1,000 “NHS” naïve."
	runes := []rune(text)
	var got []string
	for _, w := range readability.Words(text) {
		if place := strings.ReplaceAll(strings.ToLower(string(runes[w.From:w.To])), "’", "'"); place != w.Text {
			t.Errorf("at %d to %d stands %q, not %q", w.From, w.To, place, w.Text)
		}
		got = append(got, w.Text)
	}
	if want := "café don't 1,000 nhs naïve"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// FuzzCounter holds that no text gives counts that contradict each other.
func FuzzCounter(f *testing.F) {
	for _, seed := range []string{"", "A word.", "1,000 e.g. x-ray’s “é” \xff\n• y", "A. B. C.", "...", "'-'"} {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, text, term string) {
		r := count(text, term)
		c := r.Counts
		if c.Sentences > c.Words || c.Syllables < c.Words && c.Letters > 0 && c.Syllables == 0 || c.Polysyllables > c.Words || r.Explained.Polysyllables < 0 || c.Letters < c.Words {
			t.Errorf("%q: %+v", text, r)
		}
		if s, ok := c.Scores(); ok && (math.IsNaN(s.FleschEase) || math.IsInf(s.SMOG, 0)) {
			t.Errorf("%q: %+v", text, s)
		}
		before := 0
		for _, w := range readability.Words(text) {
			if w.From < before || w.To <= w.From {
				t.Errorf("%q: words overlap: %+v", text, w)
			}
			before = w.To
		}
	})
}

func BenchmarkCounter(b *testing.B) {
	text := strings.Repeat("You can choose to have an operation or not. You can also wait and see. ", 100)
	b.SetBytes(int64(len(text)))
	b.Run("handwritten", func(b *testing.B) { // the least that any count has to do: find the words
		for b.Loop() {
			strings.Fields(text)
		}
	})
	b.Run("counter", func(b *testing.B) {
		for b.Loop() {
			count(text)
		}
	})
}
