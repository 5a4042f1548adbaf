package examples_test

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// TestEveryCodeIsTried holds that each code is named by a bad file, as in "# want score-range" or by the file's own name,
// or by a test where the fault is none of a file. A code that nothing tries may be one that nothing reports.
func TestEveryCodeIsTried(t *testing.T) {
	name := regexp.MustCompile(`[a-z]+(-[a-z0-9]+)+`)
	tried := map[string]bool{}
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == ".git" || entry.Name() == "fuzz" || file == "examples"):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(file, "_test.go") && !strings.Contains(file, "/testdata/"):
			return nil
		}
		text, err := fs.ReadFile(root, file)
		for _, word := range name.FindAllString(file[:len(file)-len(path.Ext(file))]+"\n"+string(text), -1) {
			tried[word] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, info := range diag.Codes() {
		if !tried[string(info.Code)] {
			t.Errorf("%s: no bad file and no test tries this code", info.Code)
		}
	}
}
