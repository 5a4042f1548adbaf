package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/examples/internal/host"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// said runs the command as a person would and gives what it said.
func said(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(args, &out, &err, day.New(2026, 11, 21))
	return status, out.String(), err.String()
}

// file writes a text to a file of the test and gives its name.
func file(t *testing.T, folder, name, text string) string {
	t.Helper()
	name = filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// shipped copies one of the shipped definitions into a folder.
func shipped(t *testing.T, folder, name string) {
	t.Helper()
	text, err := examples.Definitions.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file(t, folder, filepath.Base(name), string(text))
}

// TestFormats holds that the three formats tell the same numbers for the same person.
func TestFormats(t *testing.T) {
	person := file(t, t.TempDir(), "person.json", `{"age": 76, "sex": "female", "hypertension": true, "diabetes": true, "heart_failure": false,
		"had_stroke": false, "vascular_disease": false, "mechanical_valve": false}`)
	begins := map[string]string{"html": "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">", "markdown": "# Atrial fibrillation", "text": "Atrial fibrillation"}
	for format, begin := range begins {
		status, out, complaint := said(t, "-aid", "atrial-fibrillation-stroke", "-person", person, "-format", format)
		if status != host.Good || complaint != "" {
			t.Errorf("%s: status %d, stderr %q", format, status, complaint)
		}
		if !strings.HasPrefix(out, begin) {
			t.Errorf("%s begins with %.80q, want %q", format, out, begin)
		}
		for _, want := range []string{"72 in 1,000", "26 in 1,000 (19 to 37)", "What we know of you fits."} {
			if !strings.Contains(out, want) {
				t.Errorf("%s does not say %q", format, want)
			}
		}
	}
}

// TestEveryAid holds that every shipped aid can be written for somebody of whom nothing is known.
func TestEveryAid(t *testing.T) {
	names, err := fs.Glob(examples.Definitions, "aids/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("no aids", err)
	}
	for _, name := range names {
		id := strings.TrimSuffix(filepath.Base(name), ".yaml")
		if status, out, complaint := said(t, "-aid", id); status != host.Good || complaint != "" || !strings.HasSuffix(out, "</html>\n") {
			t.Errorf("%s: status %d, %d bytes, stderr %q", id, status, len(out), complaint)
		}
	}
}

// TestAnswers holds that an answer of the aid's own opens what waits for it.
func TestAnswers(t *testing.T) {
	folder := t.TempDir()
	person := file(t, folder, "person.json", `{"age": 50}`)
	answers := file(t, folder, "answers.json", `{"carpal_tunnel": true}`)
	_, open, _ := said(t, "-aid", "carpal-tunnel", "-person", person, "-format", "text")
	_, answered, _ := said(t, "-aid", "carpal-tunnel", "-person", person, "-answers", answers, "-format", "text")
	const fits = "What we know of you fits."
	if strings.Contains(open, fits) || !strings.Contains(answered, fits) {
		t.Errorf("without the answer:\n%.600s\nwith it:\n%.600s", open, answered)
	}
}

// TestWelsh holds that buttons, headings and whole sentences of the page are Welsh, and that sentences which hold texts of the
// author stay in the author's language.
func TestWelsh(t *testing.T) {
	person := file(t, t.TempDir(), "person.json", `{"age": 76, "sex": "female", "hypertension": true, "diabetes": true, "heart_failure": false,
		"had_stroke": false, "vascular_disease": false, "mechanical_valve": false}`)
	status, out, complaint := said(t, "-aid", "atrial-fibrillation-stroke", "-person", person, "-language", "cy")
	if status != host.Good {
		t.Fatal(status, complaint)
	}
	for _, want := range []string{"Argraffu", "Eich dewisiadau", "72 in every 1,000", "Rydym yn weddol sicr o"} {
		if !strings.Contains(out, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// TestFile holds that a page goes to a file where one is named, and that no file is left where there is no page.
func TestFile(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "hip.html")
	status, out, _ := said(t, "-aid", "hip-osteoarthritis", "-language", "cy", "-o", name)
	text, err := os.ReadFile(name)
	if status != host.Good || out != "" || err != nil || !strings.Contains(string(text), "Argraffu") {
		t.Errorf("status %d, stdout %q, %v, %d bytes", status, out, err, len(text))
	}
	none := filepath.Join(folder, "none.html")
	said(t, "-aid", "no-such-aid", "-o", none)
	if _, err := os.Stat(none); err == nil {
		t.Error("a file was written although there is no page")
	}
}

// TestFolders holds that several folders are one library, and that a fault is shown where it is.
func TestFolders(t *testing.T) {
	aids, facts, broken := t.TempDir(), t.TempDir(), t.TempDir()
	shipped(t, aids, "aids/hip-osteoarthritis.yaml")
	shipped(t, facts, "person-facts.yaml")
	file(t, aids, "testdata/bad.yaml", "kind: decision-aid\n")
	if status, _, complaint := said(t, "-aid", "hip-osteoarthritis", aids, facts); status != host.Good {
		t.Errorf("two folders: status %d, %s", status, complaint)
	}
	file(t, broken, "aid.yaml", "kind: decision-aid\nid: broken\nversion: 1.0.0\ntitle: Broken\nlanguage: en\noptoins: []\n")
	if status, out, complaint := said(t, "-aid", "broken", broken); status != host.Faulty || out != "" || !strings.Contains(complaint, "optoins: []") {
		t.Errorf("a faulty aid: status %d, %s", status, complaint)
	}
	file(t, broken, "aid.yaml", "kind: [\n")
	if status, _, complaint := said(t, "-aid", "broken", broken); status != host.Faulty || !strings.Contains(complaint, "aid.yaml:") {
		t.Errorf("an aid that cannot be read: status %d, %s", status, complaint)
	}
}

func TestStatus(t *testing.T) {
	folder := t.TempDir()
	wrong := file(t, folder, "wrong.json", `{"age": 760}`)
	torn := file(t, folder, "torn.json", `{"age": `)
	type test struct {
		name   string
		args   []string
		status int
		stderr string
	}
	tests := []test{
		{"help", []string{"-h"}, host.Good, "Usage: page"},
		{"nothing asked", nil, host.Misuse, "say which aid"},
		{"no such aid", []string{"-aid", "hip-osteoarthrits"}, host.Misuse, "hip-osteoarthritis"},
		{"no such format", []string{"-aid", "x", "-format", "pdf"}, host.Misuse, `no format "pdf"`},
		{"no such language", []string{"-aid", "x", "-language", "xx"}, host.Misuse, `no words in "xx"`},
		{"no such flag", []string{"-quick"}, host.Misuse, "Usage: page"},
		{"no such folder", []string{"-aid", "x", filepath.Join(folder, "nowhere")}, host.Misuse, "nowhere"},
		{"no such file of facts", []string{"-aid", "hip-osteoarthritis", "-person", "nowhere.json"}, host.Misuse, "nowhere.json"},
		{"no place to write", []string{"-aid", "hip-osteoarthritis", "-o", filepath.Join(folder, "no", "where.html")}, host.Misuse, "where.html"},
		{"a fact that cannot be", []string{"-aid", "hip-osteoarthritis", "-person", wrong}, host.Faulty, "age"},
		{"facts that are no JSON", []string{"-aid", "hip-osteoarthritis", "-person", torn}, host.Faulty, "torn.json"},
		{"answers of another aid", []string{"-aid", "hip-osteoarthritis", "-answers", wrong}, host.Faulty, "wrong.json"},
	}
	const endless = "/dev/zero" // not every system has one
	if _, err := os.Stat(endless); err == nil {
		tests = append(tests, test{"a file without an end", []string{"-aid", "hip-osteoarthritis", "-person", endless}, host.Faulty, "at most 1048576 are read"})
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			status, stdout, stderr := said(t, test.args...)
			if status != test.status || !strings.Contains(stderr, test.stderr) || stdout != "" {
				t.Errorf("status %d, want %d; stderr %q, want %q; stdout %.80q", status, test.status, stderr, test.stderr, stdout)
			}
		})
	}
}
