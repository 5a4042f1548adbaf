// Package decisionaid makes decision aids ready: the options of a decision that a person faces, what may happen with each,
// how likely that is for this person, and how sure one can be. An aid is a YAML document of kind decision-aid; a new one needs
// no Go.
//
//	aid, err := decisionaid.FromSet(set, "atrial-fibrillation-stroke")
//	mine := aid.For(who)
//	stroke, err := mine.Estimate("stroke", "warfarin")
//
// An Estimate is a chance with its interval, period, population, certainty and source, in whole people and in both framings,
// or the reason why there is no number: no study measured it, a question is still open (and which, in words), the person is not
// among those whom the studies were about, or the outcome cannot happen. A Comparison is all of them side by side as plain data
// for whoever shows it; BRAN answers the four questions about one option; Text is a plain reading of it.
//
// Beside options and outcomes an aid says what the condition is and what comes of it by itself, what each option is like to live
// with, how its evidence was found, what its terms mean, who wrote it and who paid; it holds questions about what matters and
// about what was taken in. An aid about a test says in whole people whom the test finds, misses and alarms.
//
// A number is never guessed. A blank is no answer; a rule that leaves 0 to 1 gives no chance; an interval is only given where
// all of its parts are known, and says of which doubt it takes account. The order is the author's: nothing here ranks options
// or recommends one.
//
// Values sets what a person said matters beside what is known: how each option fits, what speaks for and against it, what would
// have to be different, and how firm that is; what else they said stands beside it as they said it. Quality says how a decision
// was made: what was known, whether the choice agrees with what matters, whether the person feels ready. Page makes an accessible
// page of all of it.
//
// Check holds an aid to the rules of telling chances: one denominator and one period for an outcome, no effect without the chances
// behind it, no word in place of a number, no "1 in 14"; and it looks for words that push, for words that few people know, for long
// sentences, for options that are described at unequal length, and for evidence that has grown old.
//
// # Limits
//
// Checks of wording know English, and words rather than meaning: a silent check is no proof that a text is fair.
// Intervals of a baseline that a rule works out are not known, so that what an effect makes of it carries the label
// fixed_baseline. Chances move between periods only where their author declared the rule. What matters is
// weighed as if estimates were independent of each other. The Words of a page ship in English and Welsh.
package decisionaid
