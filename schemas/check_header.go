package schemas

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var (
	codeID = diag.Define(diag.Info{
		Code: "header-id", Title: "The id has the wrong form",
		Explain: "Other documents and programs name a document by its id. It is lower-case words and numbers with hyphens between them.",
		Bad:     "id: PHQ_9",
		Good:    "id: phq-9",
	})
	codeVersion = diag.Define(diag.Info{
		Code: "header-version", Title: "The version has the wrong form",
		Explain: "A version is three numbers with dots between them (semantic versioning, semver.org). Raise the first where a result can change, " +
			"the second where something is added, the third where wording is corrected.",
		Bad:  "version: v1",
		Good: "version: 1.0.0",
	})
	codeLanguage = diag.Define(diag.Info{
		Code: "header-language", Title: "The language has the wrong form",
		Explain: "A language is a BCP 47 tag: the short code of the language, and perhaps that of a region, with a hyphen between them.",
		Bad:     "language: Welsh",
		Good:    "language: cy",
	})
	codeDate = diag.Define(diag.Info{
		Code: "header-date", Title: "This is not a date",
		Explain: "Dates are written year, month, day, in quotes, so that nobody has to guess which number is the month.",
		Bad:     "reviewed: \"21/11/2026\"",
		Good:    "reviewed: \"2026-11-21\"",
	})
	codeReviewDue = diag.Define(diag.Info{
		Code: "header-review-due", Title: "The review is overdue",
		Explain: "Evidence and rules change. The author promised to look at the definition again by this day, which has passed.",
		Bad:     "review_due: \"2020-01-01\"",
		Good:    "review_due: \"2028-11-21\"",
	})
	codeReviewOrder = diag.Define(diag.Info{
		Code: "header-review-order", Title: "The next review is due before the last one",
		Explain: "The day by which the next review is due lies after the day of the last one.",
		Bad:     "reviewed: \"2026-11-21\"\nreview_due: \"2025-11-21\"",
		Good:    "reviewed: \"2026-11-21\"\nreview_due: \"2028-11-21\"",
	})
	codeUses = diag.Define(diag.Info{
		Code: "header-uses", Title: "A document is not named as it should be",
		Explain: "Behind the name that rules say stands the id of the other document and the version it needs. One number means the newest version " +
			"that starts with it; without a number, a change elsewhere could change results here.",
		Bad:  "uses:\n  person: person-facts",
		Good: "uses:\n  person: person-facts@1",
	})
)

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// headerForm is a form that a text of the header has.
type headerForm struct {
	fits  func(string) bool
	write string // how to write it
	// complete makes the text that a slip certainly means, or ""; nil where nothing can be certain.
	complete func(string) string
}

// headerForms are the forms of the header's texts, by JSON pointer.
var headerForms = map[string]headerForm{
	"/id":         {fits: kebab, write: "Write it like phq-9"},
	"/version":    {fits: isVersion, write: "Write it like 1.0.0", complete: completeVersion},
	"/language":   {fits: languageTag.MatchString, write: "Write it like en or cy"},
	"/reviewed":   {fits: isDate, write: "Write year, month and day like \"2026-11-21\""},
	"/review_due": {fits: isDate, write: "Write year, month and day like \"2026-11-21\""},
}

// remedy says how to write a text that has not the form.
func (f headerForm) remedy(e *diag.Entry, at diag.Where, written string) {
	if f.complete != nil {
		if meant := f.complete(written); meant != "" {
			e.Hinted("Write %s", meant).Mended(at, meant)
			return
		}
	}
	e.Hinted("%s", f.write)
}

func isVersion(text string) bool {
	_, ok := parseVersion(text)
	return ok
}

func isDate(text string) bool {
	_, err := day.Parse(text)
	return err == nil
}

// completeVersion gives 1.0.0 for 1 and 1.0, and "" for what is no beginning of a version.
func completeVersion(text string) string {
	numbers, ok := parseNumbers(text)
	if !ok {
		return ""
	}
	return text + strings.Repeat(".0", 3-len(numbers))
}

// CheckHeader checks what all kinds have in common: the form of id, version, language, dates and references; the licence;
// that every Cite in the definition def names a source of the header, and that every source is cited; and that the review
// is not overdue as of a date. A zero date leaves out what depends on the day. It says nothing of what is empty: Decode
// reports what is missing.
func CheckHeader(h Header, def any, asOf day.Day, r *diag.Reporter) {
	checkForm(codeID, "/id", h.ID, "the id %q is not lower-case words with hyphens", r)
	checkForm(codeVersion, "/version", h.Version, "the version %q is not three numbers with dots", r)
	checkForm(codeLanguage, "/language", h.Language, "%q is not the tag of a language", r)
	checkReviews(h, asOf, r)
	for _, name := range slices.Sorted(maps.Keys(h.Uses)) {
		checkUse(name, h.Uses[name], r)
	}
	for _, id := range slices.Sorted(maps.Keys(h.Sources)) {
		checkDate(h.Sources[id].Read, Pointer("sources", id, "read"), r)
	}
	checkLicence(h.Licence, r)
	checkCites(h, def, r)
}

// checkForm reports a text of the header that is there and has not its form.
func checkForm(code diag.Code, pointer, text, format string, r *diag.Reporter) {
	if form := headerForms[pointer]; text != "" && !form.fits(text) {
		at := diag.At(pointer)
		form.remedy(r.Errorf(code, at, format, text), at, text)
	}
}

func checkReviews(h Header, asOf day.Day, r *diag.Reporter) {
	reviewed, reviewedOK := checkDate(h.Reviewed, "/reviewed", r)
	due, dueOK := checkDate(h.ReviewDue, "/review_due", r)
	switch {
	case reviewedOK && dueOK && !due.After(reviewed):
		r.Errorf(codeReviewOrder, diag.At("/review_due"), "the next review is due on %s, and the last one was on %s", h.ReviewDue, h.Reviewed).
			Hinted("Choose a day after the last review")
	case dueOK && !asOf.IsZero() && asOf.String() > h.ReviewDue:
		r.Warnf(codeReviewDue, diag.At("/review_due"), "the review was due on %s", h.ReviewDue).
			Hinted("Review the definition, and set reviewed and review_due")
	}
}

// checkDate reports a text that is neither empty nor an ISO date, and gives the date.
func checkDate(text, pointer string, r *diag.Reporter) (day.Day, bool) {
	if text == "" {
		return day.Day{}, false
	}
	day, err := day.Parse(text)
	if err != nil {
		r.Errorf(codeDate, diag.At(pointer), "%q is not a date", text).Hinted("Write year, month and day like \"2026-11-21\"")
	}
	return day, err == nil
}

func checkUse(name, text string, r *diag.Reporter) {
	at := diag.At(Pointer("uses", name))
	if !snake(name) {
		r.Errorf(codeUses, at.Key(), "rules cannot say the name %q", name).Hinted("Use lower-case words with underscores")
	}
	if ref, ok := parseReference(text); !ok || !ref.whole && ref.numbers == nil {
		id, _, _ := strings.Cut(text, "@")
		r.Errorf(codeUses, at, "%q does not say which version it needs", text).Hinted("Write it like %s@1", id)
	}
}
