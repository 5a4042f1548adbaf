package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/examples/internal/host"
)

// hip writes a folder with the hip aid and what it uses, with other texts in it.
func hip(t *testing.T, changes ...string) string {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"person-facts.yaml", "aids/hip-osteoarthritis.yaml"} {
		text, err := os.ReadFile("../" + name)
		if err != nil {
			t.Fatal(err)
		}
		said := string(text)
		if strings.HasPrefix(name, "aids/") {
			said = strings.NewReplacer(changes...).Replace(said)
		}
		write(t, filepath.Join(folder, name), said)
	}
	return folder
}

func TestAgainst(t *testing.T) {
	const sentence = "Have a serious health problem with “Have a new hip” changed from 12 to 15 in 100\n"
	number := []string{"replacement, chance: 0.12", "replacement, chance: 0.15", "serious_harm.replacement: 0.12", "serious_harm.replacement: 0.15"}
	words := []string{"You train about twice a week", "You train twice a week"}
	old := hip(t)
	for _, test := range []struct {
		name    string
		version string
		changes []string
		status  int
		says    []string
	}{
		{"nothing", "1.0.0", nil, host.Good, []string{"0 of the 2 documents that are in both changed.\n"}},
		{"a number and no version", "1.0.0", number, host.Faulty, []string{sentence, ":4:10: error: the version is 1.0.0 as before, and ", "Let the version be 2.0.0", "1 of the 2 documents"}},
		{"a number and a small version", "1.1.0", number, host.Faulty, []string{sentence, "[case-version]"}},
		{"a number and its version", "2.0.0", number, host.Good, []string{sentence, "The version says so"}},
		{"words and their version", "1.0.1", words, host.Good, []string{"Words:\n", "The version says so"}},
		{"words and no version", "1.0.0", words, host.Faulty, []string{"so it should be 1.0.1 at least"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			now := hip(t, append(test.changes, "version: 1.0.0", "version: "+test.version)...)
			status, out, complaint := said(t, "-against", old, now)
			if status != test.status || complaint != "" {
				t.Errorf("status %d, stderr %q; want status %d and silence there\n%s", status, complaint, test.status, out)
			}
			for _, want := range test.says {
				compare(t, "stdout", out, want)
			}
		})
	}
}

// TestAgainstForPrograms holds that formats for programs hold the diagnostics and no words beside them.
func TestAgainstForPrograms(t *testing.T) {
	status, out, _ := said(t, "-format", "json", "-against", hip(t), hip(t, "train about twice", "train twice"))
	if status != host.Faulty || !json.Valid([]byte(out)) || !strings.Contains(out, "case-version") {
		t.Errorf("status %d: %s", status, out)
	}
}

// TestAgainstABrokenFolder holds that a comparison which could not be made does not look like one without changes.
func TestAgainstABrokenFolder(t *testing.T) {
	broken := hip(t, "replacement, chance: 0.12", "replacement, chance: 12")
	status, out, _ := said(t, "-against", broken, hip(t))
	if status != host.Faulty {
		t.Errorf("status %d, want %d", status, host.Faulty)
	}
	compare(t, "stdout", out, filepath.ToSlash(broken)+"/aids/hip-osteoarthritis.yaml:88:")
	compare(t, "stdout", out, "0 of the 1 documents that are in both changed.")
	compare(t, "stdout", out, "Not compared, because of its faults or those of what it uses: decision-aid hip-osteoarthritis.")
	if status, _, complaint := said(t, "-against", t.TempDir(), hip(t)); status != host.Misuse {
		t.Errorf("an empty folder: status %d, %s", status, complaint)
	}
}

// TestAgainstSaysWhatIsGone holds that a document which is no longer there is told of.
func TestAgainstSaysWhatIsGone(t *testing.T) {
	_, out, _ := said(t, "-against", hip(t), hip(t, "id: hip-osteoarthritis", "id: hip-arthrosis"))
	compare(t, "stdout", out, "finds nothing: decision-aid hip-osteoarthritis.\nNew: decision-aid hip-arthrosis.\n")
}

// TestAgainstAnOverlay holds that new words of a site are a change of the site's translation, and not of the structure that others wrote.
func TestAgainstAnOverlay(t *testing.T) {
	folders := [2]string{t.TempDir(), t.TempDir()}
	for i, words := range []string{"My arm hurts", "My arm aches"} {
		for _, name := range []string{"structure.yaml", "overlay.yaml"} {
			text, err := os.ReadFile("testdata/hospital/" + name)
			if err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(folders[i], name), strings.Replace(string(text), "My arm hurts", words, 1))
		}
	}
	_, out, _ := said(t, "-against", folders[0], folders[1])
	if strings.Contains(out, "structure.yaml") || !strings.Contains(out, "overlay.yaml:3:10: error: the version is 1.0.0 as before, and texts, items, q1, text") {
		t.Error(out)
	}
}
