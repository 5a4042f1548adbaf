package fault

import (
	"strconv"
	"strings"
)

// Place leads to a field of a value. It refers to the place above it and is put into words only where there is a fault, so that it is no more than
// a note on the stack. A nil *Place, like the zero Place, is the value as a whole.
type Place struct {
	up    *Place
	key   string
	index int
	item  bool // whether it is an element of a list, the one at index
}

// Field is the place of a field of a value.
func Field(key string) Place { return Place{key: key} }

// Item is the place of an element, counted from 0, of a list in a field of a value.
func Item(key string, i int) Place { return Place{key: key, index: i, item: true} }

// Field is the place of a field below.
func (p *Place) Field(key string) Place { return Place{up: p, key: key} }

// Item is the place of an element, counted from 0, of a list in a field below.
func (p *Place) Item(key string, i int) Place { return Place{up: p, key: key, index: i, item: true} }

// String writes the way to the place, such as needs[0].goals[1]. It loops, because the compiler would keep every place of a recursive
// function on the heap.
func (p *Place) String() string {
	said := ""
	for ; p != nil; p = p.up {
		step := p.key
		if p.item {
			step += "[" + strconv.Itoa(p.index) + "]"
		}
		said = join(step, said)
	}
	return said
}

// join puts a dot between two parts of a path, unless one of them is empty or the second is an element of the first.
func join(up, down string) string {
	if up == "" || down == "" || strings.HasPrefix(down, "[") {
		return up + down
	}
	return up + "." + down
}
