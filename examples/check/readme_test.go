package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/examples/internal/host"
)

// TestReadme holds that the first definition in the README has no fault, and that the codes it asks about are there.
func TestReadme(t *testing.T) {
	page, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	definitions := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(string(page), -1)
	if len(definitions) == 0 {
		t.Error("the README shows no definition")
	}
	for _, found := range definitions {
		name := filepath.Join(t.TempDir(), "first.yaml")
		write(t, name, found[1])
		if _, out, _ := said(t, name); strings.Contains(out, "error: ") {
			t.Errorf("an author who copies this from the README is told:\n%s", out)
		}
	}
	for _, found := range regexp.MustCompile(`-explain ([a-z-]+)`).FindAllStringSubmatch(string(page), -1) {
		if status, _, complaint := said(t, "-explain", found[1]); status != host.Good {
			t.Errorf("the README asks about %s: %s", found[1], complaint)
		}
	}
}
