package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// sarifSchema is where OASIS publishes the JSON schema of SARIF 2.1.0 with its first errata.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// WriteSARIF writes a list as a SARIF 2.1.0 log (OASIS, Static Analysis Results Interchange Format, 2020), which code hosts
// and editors read. Columns count code points; file names become relative URIs; the JSON pointer is the logical
// location; related places and the certain edit go along. The rules are the registry's entries of the codes in the
// log, sorted. There is no time and no machine in it, so that the same list gives the same bytes. Where Options.Max cuts
// the list, a notification says how many results were left out. It writes the list as it is given: Clean it first. The
// only error is that of the writer.
func WriteSARIF(w io.Writer, l List, o Options) error {
	shown, more := o.cut(l)
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "whatmatters", Rules: sarifRules(shown)}
	for _, d := range shown {
		run.Results = append(run.Results, sarifResultOf(d, run.Tool.Driver.Rules))
	}
	if more > 0 {
		run.Invocations = []sarifInvocation{{ExecutionSuccessful: true, Notifications: []sarifNotification{
			{Level: Note.sarifLevel(), Message: sarifText{Text: fmt.Sprintf("and %d more", more)}},
		}}}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

// sarifLevel gives the level of a severity. A forgotten severity is shown as an error.
func (s Severity) sarifLevel() string {
	switch s {
	case Note, Warning:
		return s.String()
	default:
		return Error.String()
	}
}

// sarifRules gives the rules of the codes in a list, sorted by code. A code that is not in the registry is a rule that
// has nothing but its name.
func sarifRules(l List) []sarifRule {
	var codes []Code
	for _, d := range l {
		if d.Code != "" {
			codes = append(codes, d.Code)
		}
	}
	slices.Sort(codes)
	rules := []sarifRule{}
	for _, code := range slices.Compact(codes) {
		rule := sarifRule{ID: string(code)}
		if info, ok := Lookup(code); ok {
			rule.Short, rule.Full = &sarifText{Text: info.Title}, &sarifText{Text: info.Explain}
			rule.Help = &sarifHelp{
				Text:     info.Explain + "\n\nBad:\n" + info.Bad + "\n\nGood:\n" + info.Good,
				Markdown: strings.TrimSpace(explanation(info)),
			}
		}
		rules = append(rules, rule)
	}
	return rules
}

func sarifResultOf(d Diagnostic, rules []sarifRule) sarifResult {
	result := sarifResult{
		RuleID: string(d.Code), Level: d.Severity.sarifLevel(), Message: sarifText{Text: d.advice()},
		Locations: []sarifLocation{},
	}
	if i, ok := slices.BinarySearchFunc(rules, result.RuleID, func(r sarifRule, id string) int {
		return strings.Compare(r.ID, id)
	}); ok {
		result.RuleIndex = &i
	}
	place := sarifLocation{Physical: sarifPlace(d.Span)}
	if d.Path != "" {
		place.Logical = []sarifLogical{{Name: d.Path, Kind: "value"}}
	}
	if place.Physical != nil || place.Logical != nil {
		result.Locations = append(result.Locations, place)
	}
	for _, r := range d.Related {
		result.Related = append(result.Related, sarifLocation{
			Physical: sarifPlace(r.Span), Message: &sarifText{Text: r.Note},
		})
	}
	result.Fixes = sarifFixes(d)
	return result
}

// sarifPlace gives a span, or nil where no file is known.
func sarifPlace(s Span) *sarifPhysical {
	if s.File == "" {
		return nil
	}
	return &sarifPhysical{Artifact: sarifArtifact{URI: uri(s.File)}, Region: sarifRegionOf(s)}
}

// sarifRegionOf gives the region of a span as far as the span makes sense: without an end where the end is not
// after the start, and nil where no line is known.
func sarifRegionOf(s Span) *sarifRegion {
	if !s.Known() {
		return nil
	}
	region := &sarifRegion{StartLine: s.Start.Line, StartColumn: max(s.Start.Column, 1)}
	if s.ordered() {
		region.EndLine, region.EndColumn = s.End.Line, s.End.Column
	}
	return region
}

// sarifFixes gives the certain edit. An edit without a file or with a span that cannot be is left out: SARIF would read
// a missing end as the end of the line.
func sarifFixes(d Diagnostic) []sarifFix {
	if d.Edit == nil || d.Edit.Span.File == "" || !d.Edit.Span.ordered() {
		return nil
	}
	text := d.Hint
	if text == "" {
		text = "Replace the text."
	}
	return []sarifFix{{Description: sarifText{Text: text}, Changes: []sarifChange{{
		Artifact: sarifArtifact{URI: uri(d.Edit.Span.File)},
		Replacements: []sarifReplacement{{
			Deleted: *sarifRegionOf(d.Edit.Span), Inserted: sarifText{Text: d.Edit.NewText},
		}},
	}}}}
}

// uri gives a file name as a URI reference (RFC 3986): relative as the name is, and with the scheme file where it is rooted.
func uri(file string) string {
	var b strings.Builder
	if strings.HasPrefix(file, "/") {
		b.WriteString("file://")
	}
	for i := range len(file) {
		c := file[i]
		if strings.IndexByte("-._~/", c) >= 0 || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
