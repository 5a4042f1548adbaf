// Package day is the calendar day: a date without a time of day and without a time zone, which is all that a review, a right or a
// birthday needs.
//
//	referred, err := day.Parse("2024-04-01")
//	limit := referred.AddMonths(3)
//	late := today.After(limit)
//
// Days are compared, counted and written in one way everywhere in this module. A program says what today is; the package knows no clock.
//
// # Limits
//
// A Day lies in the years 1 to 9999 of the Gregorian calendar, which is also assumed for the time before it was introduced. The
// zero Day is no day: nobody knows it or nobody said it. What would lie outside the range is the zero Day too, never another day.
// There are no bank holidays and no opening hours here.
package day
