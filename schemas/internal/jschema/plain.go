package jschema

import "regexp"

// plainWords turn the library's messages about sizes and forms into words that need no knowledge of JSON Schema.
var plainWords = []struct {
	message *regexp.Regexp
	words   string
}{
	{regexp.MustCompile(`^must be >= (\S+) but found (\S+)$`), "it must be $1 or more, and is $2"},
	{regexp.MustCompile(`^must be <= (\S+) but found (\S+)$`), "it must be $1 or less, and is $2"},
	{regexp.MustCompile(`^must be > (\S+) but found (\S+)$`), "it must be more than $1, and is $2"},
	{regexp.MustCompile(`^must be < (\S+) but found (\S+)$`), "it must be less than $1, and is $2"},
	{regexp.MustCompile(`^length must be >= (\S+), but got (\S+)$`), "it must have $1 or more characters, and has $2"},
	{regexp.MustCompile(`^length must be <= (\S+), but got (\S+)$`), "it must have $1 or fewer characters, and has $2"},
	{regexp.MustCompile(`^minimum (\S+) (?:items|properties) (?:required|allowed), but found (\S+) \S+$`), "it must hold $1 or more, and holds $2"},
	{regexp.MustCompile(`^maximum (\S+) (?:items|properties) (?:required|allowed), but found (\S+) \S+$`), "it must hold $1 or fewer, and holds $2"},
	{regexp.MustCompile(`^items at index (\S+) and (\S+) are equal$`), "two of its entries are the same, numbers $1 and $2 counted from 0"},
}

// plain gives a message in plain words where there are some.
func plain(message string) string {
	for _, p := range plainWords {
		if p.message.MatchString(message) {
			return p.message.ReplaceAllString(message, p.words)
		}
	}
	return message
}
