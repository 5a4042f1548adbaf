package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/examples/internal/host"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// today is the day of every run here, so that no review falls due while the tests grow old.
var today = day.New(2026, 11, 21)

// said runs the command as a person would and gives what it said.
func said(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(args, &out, &err, today)
	return status, out.String(), err.String()
}

func TestFormats(t *testing.T) {
	for _, format := range []string{"text", "json", "github", "sarif"} {
		t.Run(format, func(t *testing.T) {
			status, out, complaint := said(t, "-format", format, "testdata/faulty")
			if status != host.Faulty || complaint != "" {
				t.Errorf("status %d, stderr %q; want status %d and silence there", status, complaint, host.Faulty)
			}
			golden := filepath.Join("testdata", "faulty."+format)
			if *update {
				if err := os.WriteFile(golden, []byte(out), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if difference := cmp.Diff(string(want), out); difference != "" {
				t.Errorf("differs from %s (- there, + now):\n%s", golden, difference)
			}
		})
	}
}

func TestStatus(t *testing.T) {
	empty := t.TempDir()
	hidden := t.TempDir()
	for _, name := range []string{"testdata/a.yaml", ".git/a.yaml", ".a.yaml", "a.txt"} {
		write(t, filepath.Join(hidden, name), "kind: nothing\n")
	}
	huge := t.TempDir()
	write(t, filepath.Join(huge, "huge.yaml"), strings.Repeat("# all the same\n", 1<<17))
	tests := []struct {
		name   string
		args   []string
		status int
		stdout string // part of it; "" is silence
		stderr string
	}{
		{"a good folder", []string{"testdata/good"}, host.Good, "", ""},
		{"a good file", []string{"testdata/good/person.yaml"}, host.Good, "", ""},
		{"a review that is due", []string{"-as-of", "2040-01-01", "testdata/good"}, host.Good, "warning: ", ""},
		{"a faulty folder", []string{"testdata/faulty"}, host.Faulty, "testdata/faulty/person.yaml:", ""},
		{"both", []string{"testdata/good", "testdata/faulty"}, host.Faulty, "error: ", ""},
		{"the same twice", []string{"testdata/good", "testdata/good/person.yaml", "./testdata/../testdata/good"}, host.Good, "", ""},
		{"a file that is too large", []string{huge}, host.Faulty, filepath.ToSlash(huge) + "/huge.yaml", ""},
		{"deep", []string{"-deep", "testdata/good"}, host.Good, "", ""},

		{"nothing asked", nil, host.Misuse, "", "say where the definitions are"},
		{"no such folder", []string{"testdata/nowhere"}, host.Misuse, "", "testdata/nowhere"},
		{"no definitions", []string{empty}, host.Misuse, "", "there is nothing to read"},
		{"one folder of two without definitions", []string{"testdata/good", empty}, host.Misuse, "", "there is nothing to read"},
		{"files that are no definitions", []string{hidden}, host.Misuse, "", "there is nothing to read"},
		{"a hidden folder by name", []string{filepath.Join(hidden, ".git")}, host.Faulty, "/.git/a.yaml", ""},
		{"a hidden file by name", []string{filepath.Join(hidden, ".a.yaml")}, host.Faulty, "/.a.yaml", ""},
		{"another file by name", []string{filepath.Join(hidden, "a.txt")}, host.Misuse, "", "there is nothing to read"},
		{"no such format", []string{"-format", "xml", "testdata/good"}, host.Misuse, "", `no format "xml"`},
		{"no such day", []string{"-as-of", "2026-02-30", "testdata/good"}, host.Misuse, "", `"2026-02-30" is no date`},
		{"no such flag", []string{"-quick", "testdata/good"}, host.Misuse, "", "Usage: check"},
		{"help", []string{"-h"}, host.Good, "", "Usage: check"},

		{"schema", []string{"-schema"}, host.Good, `"https://json-schema.org/draft/2020-12/schema"`, ""},
		{"a code", []string{"-explain", "key-unknown"}, host.Good, "key-unknown: ", ""},
		{"nearly a code", []string{"-explain", "key-unknwon"}, host.Misuse, "", "did you mean key-unknown?"},
		{"no code", []string{"-explain", "zebra"}, host.Misuse, "", `no kind "zebra"; schemas/CODES.md lists the codes`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			status, stdout, stderr := said(t, test.args...)
			if status != test.status {
				t.Errorf("status %d, want %d", status, test.status)
			}
			compare(t, "stdout", stdout, test.stdout)
			compare(t, "stderr", stderr, test.stderr)
		})
	}
}

// TestDefaultDay holds that reviews are judged as of today where no other day was asked for.
func TestDefaultDay(t *testing.T) {
	if got, err := date("", today); err != nil || got != today {
		t.Errorf("%v, %v; want %v", got, err, today)
	}
}

// TestRootedNames holds that a folder named by a rooted path is reported by rooted names, with the lines of its files.
func TestRootedNames(t *testing.T) {
	folder := t.TempDir()
	text, err := os.ReadFile("testdata/faulty/person.yaml")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "person.yaml"), string(text))
	_, rooted, _ := said(t, folder)
	_, named, _ := said(t, "testdata/faulty")
	if want := strings.ReplaceAll(named, "testdata/faulty", filepath.ToSlash(folder)); rooted != want {
		t.Errorf("got:\n%s\nwant:\n%s", rooted, want)
	}
}

func compare(t *testing.T, name, got, want string) {
	t.Helper()
	if want == "" && got != "" {
		t.Errorf("%s should be silent; it says %q", name, got)
	}
	if !strings.Contains(got, want) {
		t.Errorf("%s does not say %q: %q", name, want, got)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestExplainAKind holds that authors learn the keys of a kind, and of a part that several kinds share, without an editor.
func TestExplainAKind(t *testing.T) {
	for name, want := range map[string]string{"choice-rights": "| **`criteria`** |", "questionnaire": "### questionnaire.score", "cite": "| **`ref`** |"} {
		status, out, complaint := said(t, "-explain", name)
		if status != host.Good || complaint != "" || !strings.Contains(out, want) {
			t.Errorf("%s: status %d, %s%s", name, status, complaint, out)
		}
	}
}
