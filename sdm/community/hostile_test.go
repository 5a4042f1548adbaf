package community_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// A directory in which every word is wrong is refused in a time that no square of its length is in.
func TestADirectoryOfWrongWordsIsRefusedSoon(t *testing.T) {
	var b strings.Builder
	b.WriteString("kind: community-directory\nid: d\nversion: 1.0.0\ntitle: D\nlanguage: en\ncategories:\n")
	const n = 3000
	for i := range n {
		fmt.Fprintf(&b, "  - {id: category_%d, title: T%d}\n", i, i)
	}
	b.WriteString("services:\n  - id: choir\n    name: Choir\n    status: active\n    needs:\n")
	for i := range n {
		fmt.Fprintf(&b, "      - categorx_%d\n", i)
	}
	began := time.Now()
	if _, err := community.Load("d.yaml", []byte(b.String())); err == nil {
		t.Error("it is taken")
	}
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("it took %v", took)
	}
}
