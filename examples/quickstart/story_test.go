package main

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

var update = flag.Bool("update", false, "write what the story says now to testdata")

func TestStory(t *testing.T) {
	lib, err := sdm.LoadFS(examples.Definitions)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := tell(&out, lib, day.New(2026, time.November, 21)); err != nil {
		t.Fatal(err)
	}
	const file = "testdata/story.txt"
	if *update {
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(out.String(), "\n")); diff != "" {
		t.Errorf("the story changed (-want +got); if it should, run with -update\n%s", diff)
	}
}

func TestAFaultEndsTheStory(t *testing.T) {
	var out bytes.Buffer
	if err := tell(&out, new(sdm.Library), day.Day{}); err == nil {
		t.Error("a library without definitions tells a whole story")
	}
}
