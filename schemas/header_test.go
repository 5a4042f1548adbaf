package schemas

import (
	"encoding/json"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

func TestCiteRoundTrip(t *testing.T) {
	no := Cite{Ref: "a", At: "page 2"}
	for want, c := range map[string]Cite{
		`"a"`:                       {Ref: "a", Verified: true},
		`{"ref":"a","at":"page 2"}`: {Ref: "a", At: "page 2", Verified: true},
		`{"ref":"a","at":"page 2","verified":false}`: no,
		`{"ref":"a","verified":false}`:               {Ref: "a"},
	} {
		text, err := json.Marshal(c)
		if err != nil || string(text) != want {
			t.Errorf("%+v is written as %s, want %s (%v)", c, text, want, err)
		}
		var back Cite
		if err := json.Unmarshal(text, &back); err != nil || back != c {
			t.Errorf("%s is read as %+v, want %+v (%v)", text, back, c, err)
		}
	}
	var c Cite
	if json.Unmarshal([]byte("3"), &c) == nil {
		t.Error("a number is read as a Cite")
	}
	if !(Cite{}).IsZero() || no.IsZero() {
		t.Error("IsZero is wrong")
	}
}

func TestDigest(t *testing.T) {
	doc, _ := Parse("f", []byte("kind: person-facts\nid: a\nversion: 1.0.0\ntitle: T\n"))
	same, _ := Parse("g", []byte("# other layout\ntitle: 'T'\nid:   a\nversion: \"1.0.0\"\nkind: person-facts\n"))
	other, _ := Parse("h", []byte("kind: person-facts\nid: a\nversion: 1.0.1\ntitle: T\n"))
	digest := func(d *Document) string {
		var h Header
		d.Decode(&h, diag.NewReporter(d))
		return Digest(h)
	}
	if digest(doc) != digest(same) {
		t.Error("layout changes the digest")
	}
	if digest(doc) == digest(other) {
		t.Error("the version does not change the digest")
	}
	if Digest(make(chan int)) != "" {
		t.Error("a channel has a digest")
	}
	// The digest is the SHA-256 of the bytes of encoding/json, as any tool can count it: printf '"x"' | sha256sum.
	if got := Digest("x"); got != "sha256:ba2df4903a2c14e86dc3bcca58911b44ac1d2514b7227bf6eb08cfb978f55a1b" {
		t.Errorf("got %s", got)
	}
}

func TestHeaderInCode(t *testing.T) {
	// A definition that a host builds in code gets the same checks, without places.
	def := struct {
		Header
		Rules []struct {
			Source *Cite `json:"source,omitempty"`
		} `json:"rules"`
		More map[string]any `json:"more"`
	}{Header: Header{ID: "A", Version: "1", Language: "english", Uses: map[string]string{"p": "x"}, ReviewDue: "soon",
		Licence: &Licence{Terms: "whatever"}}}
	def.Rules = make([]struct {
		Source *Cite `json:"source,omitempty"`
	}, 2)
	def.Rules[1].Source = &Cite{Ref: "nobody"}
	def.More = map[string]any{"deep": []any{Cite{Ref: "nobody"}}}
	r := diag.NewReporter(nil)
	CheckHeader(def.Header, def, day.Day{}, r)
	got := map[string]diag.Code{}
	for _, d := range r.List() {
		got[d.Path] = d.Code
	}
	for path, code := range map[string]diag.Code{
		"/id": codeID, "/version": codeVersion, "/language": codeLanguage, "/uses/p": codeUses, "/review_due": codeDate,
		"/licence/terms": codeTerms, "/rules/1/source": codeSourceUnknown, "/more/deep/0": codeSourceUnknown,
	} {
		if got[path] != code {
			t.Errorf("%s: got %q, want %s", path, got[path], code)
		}
	}
	if len(got) != 8 {
		t.Errorf("got %v", got)
	}
}

func TestReviewDay(t *testing.T) {
	h := Header{ReviewDue: "2026-11-21"}
	for on, late := range map[int]bool{20: false, 21: false, 22: true} {
		r := diag.NewReporter(nil)
		CheckHeader(h, h, day.New(2026, 11, on), r)
		if got := len(r.List()) == 1; got != late {
			t.Errorf("on the %dth: late is %v", on, got)
		}
	}
}

func TestSourceOfACite(t *testing.T) {
	h := Header{Sources: map[string]Source{
		"act": {Title: "An Act", Authors: "2014 c. 23", URL: "https://example.org/act"}, "book": {Title: "A book", Authors: "A. Writer"}, "note": {Title: "A note"},
	}}
	for ref, want := range map[string]string{"act": "An Act. https://example.org/act", "book": "A book. A. Writer", "note": "A note"} {
		if s, ok := h.Source(&Cite{Ref: ref, At: "section 1"}); !ok || s.Words() != want {
			t.Errorf("%s: %q %t", ref, s.Words(), ok)
		}
	}
	for _, c := range []*Cite{nil, {}, {Ref: "other"}} {
		if s, ok := h.Source(c); ok || s != (Source{}) {
			t.Errorf("%v: %v", c, s)
		}
	}
}
