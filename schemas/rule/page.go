package rule

import "strings"

// Page gives the authors' page on the language of rules, in Markdown. Its list of functions comes from the table that
// the engine uses, so that it cannot say anything else than the engine does. Safe for concurrent use.
func Page() string {
	var b strings.Builder
	b.WriteString(pageTop)
	b.WriteString("## Functions\n\nThere are no others. Rounding is not a function: it belongs to the score, `round: {places: 0, half: up}`.\n\n")
	b.WriteString("| function | what it gives | where something is missing | example | gives |\n|---|---|---|---|---|\n")
	for _, fn := range functions {
		b.WriteString("| `" + fn.signature() + "` | " + fn.about + " | " + fn.missing + " | `" + fn.example + "` | " + fn.gives + " |\n")
	}
	b.WriteString(pageBottom)
	return b.String()
}

const pageTop = `# Rules

<!-- Written by a test of schemas/rule from the table of functions. Change it there: go test ./schemas/rule -run Page -update -->

A rule says how a value comes about or when something holds. It is one expression, short enough to check by hand.

| where | example |
|---|---|
| a score | ` + "`rule: sum(of)`" + ` |
| a condition | ` + "`when: total >= 10 and not detained`" + ` |
| a choice between values | ` + "`rule: age >= 75 ? 2 : age >= 65 ? 1 : 0`" + ` |

In YAML a rule with ` + "`?`, `[` or `,`" + ` stands below a ` + "`|`" + `:

` + "```yaml" + `
when: |
  referred_by in ["gp", "dentist"] and elective
` + "```" + `

## What a rule is made of

| form | example | notes |
|---|---|---|
| numbers | ` + "`3`, `0.05`" + ` | a decimal point, no units, no separators |
| names | ` + "`q1`, `total`, `total.band`, `person.age`" + ` | items, facts, scores; a dot means "of" |
| codes of answers | ` + "`\"female\"`" + ` | in straight double quotes; compared only with answers of the same set |
| yes or no | ` + "`true`, `false`" + ` | write ` + "`smoker`" + ` and ` + "`not smoker`" + `, not ` + "`smoker == true`" + ` |
| arithmetic | ` + "`+ - * /`" + ` | ` + "`* /`" + ` before ` + "`+ -`" + `; brackets as usual |
| comparisons | ` + "`== != < <= > >=`" + ` | after 12 significant digits, so that 0.1 + 0.2 equals 0.3 |
| chains | ` + "`18 <= age < 65`" + ` | both comparisons, joined by and |
| lists | ` + "`sex in [\"female\", \"other\"]`, `q1 not in [0, 1]`" + ` | numbers or codes as such |
| logic | ` + "`and`, `or`, `not`" + ` | put brackets where ` + "`and`" + ` and ` + "`or`" + ` meet; write ` + "`not (...)`" + ` around a comparison |
| choice | ` + "`condition ? one : other`" + ` | only the chosen value is read |
| items of a score | ` + "`of`" + ` | what the score's key ` + "`of`" + ` lists, after its ` + "`missing`" + ` rule |

At most 4,096 bytes, brackets 64 deep, 500 names, numbers and signs.

## What is missing stays missing

An unanswered question is never zero and never "no". What is computed from it is missing too, with the reason: blank,
declined, not_asked, not_supplied, too_few, key_item, undefined, invalid or internal.

| form | where something is missing |
|---|---|
| arithmetic, comparisons, ` + "`in`" + ` | missing; even a blank compared with itself |
| ` + "`a and b`" + ` | false if either is false; true if both are true; else unknown |
| ` + "`a or b`" + ` | true if either is true; false if both are false; else unknown |
| ` + "`not a`" + ` | unknown |
| ` + "`c ? a : b`" + ` | missing if ` + "`c`" + ` is, even where both values agree |
| division by 0, overflow, a key that a table lacks | undefined |

A condition that is unknown is looked at once more with every blank taken as its whole range. If the answer is the
same whatever the blanks are, it is known, and the result says despite which blanks.

What stands in for the blanks of ` + "`of`" + `, once enough items are answered, with k answered of n:

| ` + "`fill`" + ` | ` + "`sum(of)`" + ` | ` + "`mean(of)`" + ` | ` + "`min(of)`, `max(of)`" + ` | ` + "`weigh(w, of)`" + ` | an item by its name |
|---|---|---|---|---|---|
| none | the sum | the sum / n | as they are | allowed | as answered |
| ` + "`mean`" + ` | sum of the answered × n / k | sum / k | of the answered | refused | as answered; a warning |
| ` + "`drop`" + ` | sum of the answered | sum / k | of the answered | the shorter list | as answered; a warning |
| a number v | sum + v × (n - k) | that / n | with v | allowed if v is a key | as answered; a warning |

Items that were not asked leave the list before that.

`

const pageBottom = `
## What people type, and what is written here

| typed | written |
|---|---|
| ` + "`=`, `is`, `≥`, `=>`, `<>`" + ` | ` + "`==`, `==`, `>=`, `>=`, `!=`" + ` |
| ` + "`AND`, `&&`, `!`" + ` | ` + "`and`, `and`, `not`" + ` |
| ` + "`1,5`" + ` | ` + "`1.5`" + ` |
| ` + "`sex == female`, `sex == 'female'`" + ` | ` + "`sex == \"female\"`" + ` |
| ` + "`not sex == \"female\"`" + ` | ` + "`sex != \"female\"`" + ` |
| ` + "`sum([q1, q2])`" + ` | ` + "`sum(q1, q2)`" + ` |
| ` + "`x ?? 0`" + ` | ` + "`ifna(x, 0)`" + ` |
| ` + "`5%`, `x ^ 2`" + ` | ` + "`0.05`, `pow(x, 2)`" + ` |
| ` + "`if a then b else c`" + ` | ` + "`a ? b : c`" + ` |

Each of these has a message of its own that shows the place and the remedy.
`
