package diag

import "strings"

// site is a value in one file: what an error is about, and what a follower waits for.
type site struct{ file, path string }

// followers marks the diagnostics whose root cause is in the list too: an error elsewhere in the same file, at or under
// one of the pointers in Follows. The search starts from the errors that follow nothing and goes on from the followers
// they explain, so whatever is marked has an unmarked error behind it. Each error looks only at the pointers above it,
// which keeps the work in step with the length of the list.
func (l List) followers() []bool {
	marked := make([]bool, len(l))
	waiting := map[site][]int{}
	queued := map[site]bool{}
	var roots []site
	queue := func(d Diagnostic) {
		if s := (site{d.Span.File, d.Path}); d.Severity == Error && !queued[s] {
			queued[s] = true
			roots = append(roots, s)
		}
	}
	for i, d := range l {
		for _, pointer := range d.Follows {
			s := site{d.Span.File, pointer}
			waiting[s] = append(waiting[s], i)
		}
		if len(d.Follows) == 0 {
			queue(d)
		}
	}
	for len(roots) > 0 {
		root := roots[0]
		roots = roots[1:]
		for _, above := range Upwards(root.path) {
			s := site{root.file, above}
			var still []int
			for _, i := range waiting[s] {
				switch {
				case marked[i]:
				case l[i].Path == root.path:
					still = append(still, i) // An error does not explain what stands at its own place.
				default:
					marked[i] = true
					queue(l[i])
				}
			}
			waiting[s] = still
		}
	}
	return marked
}

// Upwards gives a JSON pointer and every pointer above it, up to "" for the whole document.
func Upwards(pointer string) []string {
	all := []string{pointer}
	for pointer != "" {
		pointer = pointer[:max(0, strings.LastIndexByte(pointer, '/'))]
		all = append(all, pointer)
	}
	return all
}
