package community

import (
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// taxonomy is the words of a directory by which services and people are brought together, each under a number.
type taxonomy struct {
	categories map[string]int // by id and term, in lower case
	areas      map[string]int
	access     map[string]int
	within     []int // of each area, the area that holds it, or -1

	categoryIDs, areaIDs, accessIDs []string // by number
}

// taxonomyOf gathers the words. Of words that stand for two things the first counts; ids come before titles and terms.
func taxonomyOf(def *Definition) taxonomy {
	t := taxonomy{categories: map[string]int{}, areas: map[string]int{}, access: map[string]int{}, within: make([]int, len(def.Areas))}
	for i, c := range def.Categories {
		learn(t.categories, i, c.ID)
		t.categoryIDs = append(t.categoryIDs, c.ID)
	}
	for i, a := range def.Areas {
		learn(t.areas, i, a.ID)
		t.areaIDs = append(t.areaIDs, a.ID)
	}
	for i, a := range def.AccessNeeds {
		learn(t.access, i, a.ID)
		t.accessIDs = append(t.accessIDs, a.ID)
	}
	for i, c := range def.Categories {
		learn(t.categories, i, append([]string{c.Title}, c.Terms...)...)
	}
	for i, a := range def.Areas {
		learn(t.areas, i, append([]string{a.Title}, a.Terms...)...)
	}
	for i, a := range def.Areas {
		t.within[i] = -1
		if parent, ok := find(t.areas, a.Within); ok {
			t.within[i] = parent
		}
	}
	return t
}

func learn(words map[string]int, number int, names ...string) {
	for _, name := range names {
		key := strings.ToLower(strings.TrimSpace(name))
		if _, taken := words[key]; !taken && key != "" {
			words[key] = number
		}
	}
}

// find gives the number of a word, and whether the directory knows it.
func find(words map[string]int, name string) (int, bool) {
	if number, ok := words[name]; ok { // the usual case needs no other spelling
		return number, true
	}
	number, ok := words[strings.ToLower(strings.TrimSpace(name))]
	return number, ok
}

// nearest gives the id of what a word most likely means, or "" where nothing is near. ids are those of the words, by number; nil where the words are ids themselves.
func nearest(word string, words map[string]int, ids []string) string {
	if near := diag.Nearest(word, ids); near != "" || len(words) > diag.MostSearched {
		return near
	}
	if near := diag.Nearest(word, slices.Sorted(maps.Keys(words))); near != "" {
		if number := words[near]; number < len(ids) {
			return ids[number]
		}
		return near
	}
	return ""
}

// holds tells whether an area is another one or holds it. Areas that hold each other in a circle are taken once.
func (t taxonomy) holds(area, other int) bool {
	for range t.within {
		if other == area {
			return true
		}
		if other = t.within[other]; other < 0 {
			return false
		}
	}
	return false
}
