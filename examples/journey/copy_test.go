package main

import (
	"bytes"
	"testing"
	"time"

	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/population"
)

// A referral for actions of a plan of which its reader sees nothing is there to be counted.
func TestAReferralCountsInACopyWithoutItsPlan(t *testing.T) {
	told, err := tell(&bytes.Buffer{}, library(t))
	if err != nil {
		t.Fatal(err)
	}
	copied := told.record.For("link_worker")
	counter, err := population.New(population.Period{Name: "the year", From: date(time.January, 1), To: date(time.December, 31)})
	if err != nil {
		t.Fatal(err)
	}
	if err := counter.Add(copied); err != nil {
		t.Fatal(err)
	}
	for _, c := range counter.Counts().All.Periods[0].Components {
		if c.Component == sdm.SocialPrescribing && c.Counted != 1 {
			t.Errorf("social prescribing: %+v", c)
		}
	}
}
