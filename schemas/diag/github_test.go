package diag

import (
	"strings"
	"testing"
)

func TestGitHubEscapes(t *testing.T) {
	at := func(line, column, endLine, endColumn int) Span {
		return Span{File: "a,b:c%\r\n.yaml", Start: Pos{line, column, 0}, End: Pos{endLine, endColumn, 0}}
	}
	for _, c := range []struct {
		d    Diagnostic
		want string
	}{
		{
			Diagnostic{Severity: Error, Code: "a:b,c%", Span: at(1, 2, 1, 5), Format: "100%: a, b\r\n::warning::c"},
			"::error file=a%2Cb%3Ac%25%0D%0A.yaml,line=1,endLine=1,col=2,endColumn=5,title=a%3Ab%2Cc%25::100%25: a, b%0D%0A::warning::c\n",
		},
		{Diagnostic{Severity: Warning, Span: at(1, 2, 3, 4), Format: "m", Hint: "h"}, "::warning file=a%2Cb%3Ac%25%0D%0A.yaml,line=1,endLine=3::m. h\n"},
		{Diagnostic{Severity: Note, Span: Span{Start: Pos{4, 2, 0}}, Format: "m"}, "::notice line=4,col=2::m\n"},
		{Diagnostic{Severity: Note, Span: Span{Start: Pos{4, 0, 0}, End: Pos{3, 0, 0}}, Format: "m"}, "::notice line=4::m\n"},
		{Diagnostic{Path: "/x", Format: "m", Related: []Related{{at(1, 1, 1, 1), "n"}, {Span{}, "o"}}}, "::error::/x: m%0ASee a,b:c%25%0D%0A.yaml:1:1: n%0ASee o\n"},
	} {
		var b strings.Builder
		if err := WriteGitHub(&b, List{c.d}, Options{}); err != nil {
			t.Fatal(err)
		}
		if b.String() != c.want {
			t.Errorf("got\n%swant\n%s", b.String(), c.want)
		}
	}
}
