package sdm

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

//go:generate go test -run ^(TestARecordWithEveryKindIsKept|TestEventsPage|TestRecordSchema)$ -update .

// parts of the page: each begins with the first kind in it.
var eventParts = map[string]string{
	"opened": "Conversations", "withheld": "Who may see what", "capacity_assessed": "Circumstances", "choice_referred": "Choice",
	"scored": "Scores", "support_offered": "Supported self-management", "community_offered": "Social prescribing", "plan_offered": "Plans", "budget_requested": "Budgets",
}

const eventsHead = `# Events

A record is kept as JSON: ` + "`{\"format\": 1, \"person\": ..., \"born\": ..., \"events\": [...]}`" + `. This page has the keys of an event, and every kind of event
with what its body holds. It is generated from the code and its comments. ` + "[testdata/record.json](testdata/record.json)" + ` is a
whole record with every kind, and [whatmatters-record.schema.json](../schemas/whatmatters-record.schema.json) is a JSON Schema (draft 2020-12) of records.

A day is a text such as "2026-04-01". An amount is ` + "`{\"minor\": 123450, \"currency\": \"GBP\"}`" + `, in the smallest units. A value is a number, or
` + "`{\"missing\": \"too_few\"}`" + ` with the reason: one of %s.
A source is the id of a source of the document, or ` + "`{\"ref\": ..., \"at\": ..., \"verified\": false}`" + `. A key that is not named
here is refused. A key that is left out is what the meanings call empty, blank or zero; in a list that is always written, null says the same. A key that
is marked "always" is always written; what a record has to have is said by ` + "`sdm.ParseEvent`" + `, with the field and the remedy.

`

func TestEventsPage(t *testing.T) {
	var page bytes.Buffer
	var reasons []string
	for why := rule.Blank; why <= rule.Internal; why++ {
		reasons = append(reasons, why.String())
	}
	fmt.Fprintf(&page, eventsHead, strings.Join(reasons, ", "))
	f, story := newForms(t), recordOfAll(t)
	told, err := story.Replay()
	if err != nil {
		t.Fatal(err)
	}
	page.WriteString("## Keys of an event\n\n")
	table(t, &page, envelopeOf(f), "")
	page.WriteString("## Kinds\n\n")
	for _, k := range Kinds() {
		if part := eventParts[k.Kind]; part != "" {
			fmt.Fprintf(&page, "- %s\n", part)
		}
		fmt.Fprintf(&page, "  - [`%s`](#%s): %s\n", k.Kind, anchor(k.Kind), k.Says)
	}
	for _, k := range Kinds() {
		if part := eventParts[k.Kind]; part != "" {
			fmt.Fprintf(&page, "\n## %s\n", part)
		}
		body := f.of(reflect.TypeOf(k.Body))
		fmt.Fprintf(&page, "\n### %s\n\n%s\n\n%s\n\n", k.Kind, body.doc, threadOfKind(told, story, k.Kind))
		table(t, &page, body, "The body is empty: `{}`.\n\n")
		for e := range story.All() {
			if e.Body.Kind() == k.Kind {
				fmt.Fprintf(&page, "```json\n%s\n```\n", indented(t, e))
				break
			}
		}
	}
	page.WriteString("\n## Parts\n")
	for _, part := range f.objects {
		if !f.held[part.typ] {
			continue
		}
		fmt.Fprintf(&page, "\n### %s\n\n%s\n\n", part.name, part.doc)
		table(t, &page, part, "")
	}
	golden(t, "EVENTS.md", append(bytes.TrimRight(page.Bytes(), "\n"), '\n'))
}

// envelopeOf gives the form of an event, with what its keys mean taken from Event.
func envelopeOf(f *forms) *form {
	envelope := *f.of(reflect.TypeFor[written]())
	docs := f.docsOf(reflect.TypeFor[Event]()).fields["Event"]
	names := map[string]string{}
	for _, k := range envelope.keys {
		names[strings.ToUpper(k.name[:1])+k.name[1:]] = k.name
	}
	keys := make([]key, len(envelope.keys))
	for i, k := range envelope.keys {
		goName := strings.ToUpper(k.name[:1]) + k.name[1:]
		switch k.name {
		case "id":
			goName = "ID"
		case "kind":
			k.doc = "The word for what happened: one of the kinds below."
		case "form":
			k.doc = "The form in which the body is written: 1 for every kind so far."
		case "body":
			k.doc, k.form = "What happened; its keys are those of the kind.", &form{says: "object"}
		case "on":
			k.form = &form{says: "day"}
		}
		if k.doc == "" {
			k.doc = forJSON(docs[goName], goName, names)
		}
		keys[i] = k
	}
	envelope.keys = keys
	return &envelope
}

// table writes the keys of an object. It asks that each has a meaning, since nobody can write or read one that has none.
func table(t *testing.T, page *bytes.Buffer, of *form, none string) {
	t.Helper()
	if len(of.keys) == 0 {
		page.WriteString(none)
		return
	}
	page.WriteString("| Key | Value | Meaning |\n|---|---|---|\n")
	for _, k := range of.keys {
		if k.doc == "" {
			t.Errorf("%s: the key %s has no meaning; write a comment on the field of %s", of.name, k.name, of.typ)
		}
		always := ""
		if k.always {
			always = ", always"
		}
		fmt.Fprintf(page, "| `%s` | %s%s | %s |\n", k.name, k.form, always, strings.ReplaceAll(k.doc, "|", "\\|"))
	}
	page.WriteByte('\n')
}

// threadOfKind says what `in` is for events of a kind.
func threadOfKind(s Story, r Record, kind string) string {
	for of, words := range threadWords {
		openers := strings.FieldsFunc(words.opener, func(r rune) bool { return r == ' ' || r == ',' })
		for _, opener := range openers {
			switch {
			case opener == kind && len(openers) > 1 || opener == kind && component(of) == aChoice:
				return fmt.Sprintf("Without `in` it opens a %s; with it, `in` is the id of the event that did.", words.name)
			case opener == kind:
				return fmt.Sprintf("It opens a %s, and has no `in`.", words.name)
			}
		}
	}
	free := "It belongs to no thread, and has no `in`."
	for e := range r.All() {
		if e.Body.Kind() != kind || e.In == "" {
			continue
		}
		in := s.known.events[e.ID].in
		if in == noThread || in == unreadThread {
			free = "It may name what it belongs to in `in`."
			continue
		}
		return fmt.Sprintf("`in` is the id of the event that opened the %s.", threadWords[in].name)
	}
	return free
}

// oneLine is how long an example may be to stand in one line.
const oneLine = 150

func indented(t *testing.T, e Event) string {
	t.Helper()
	e = e.stamped(stamp{})
	src, err := e.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if len(src) <= oneLine {
		return string(src)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, src, "", "  "); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
