package yamldoc

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// questionnaire is a file with n items in the way of a questionnaire.
func questionnaire(n int) []byte {
	var b strings.Builder
	b.WriteString("kind: questionnaire\nid: bench\nversion: 1.0.0\nitems:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - id: q%d\n    text: Little interest or pleasure in doing thing number %d\n    answer: frequency\n    loinc: 44250-%d\n", i, i, i%10)
	}
	return []byte(b.String())
}

// BenchmarkParse stands beside the library alone, which gives neither places nor faults.
func BenchmarkParse(b *testing.B) {
	for _, c := range []struct {
		name string
		text []byte
	}{
		{"10_items", questionnaire(10)}, {"100_items", questionnaire(100)}, {"1000_items", questionnaire(1000)},
		{"1MB_of_keys", distinct(MaxBytes)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				if root, list := Parse("f", c.text); root == nil || len(list) > 0 {
					b.Fatal(list)
				}
			}
		})
		b.Run(c.name+"/library_alone", func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				var node yaml.Node
				if err := yaml.NewDecoder(bytes.NewReader(c.text)).Decode(&node); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
