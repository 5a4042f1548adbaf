package webcheck

import (
	"cmp"
	"errors"
	"fmt"
	"os"
)

// axePath is where npm ci puts axe-core.
const axePath = "node_modules/axe-core/axe.min.js"

// axe gives the script of axe-core.
func axe() (string, error) {
	src, err := os.ReadFile(cmp.Or(os.Getenv("AXE_CORE"), axePath))
	if errors.Is(err, os.ErrNotExist) {
		return "", fmt.Errorf("there is no axe-core: run npm ci in examples/webcheck, or name its axe.min.js in AXE_CORE (%w)", err)
	}
	return string(src), err
}

// runAxe lists what axe finds, each with the rule and the first places.
const runAxe = `axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.map(v =>
	v.id + ": " + v.help + " at " + v.nodes.slice(0, 3).map(n => n.target.join(" ")).join(" and ")))`

// findWide lists what stands outside the window or is cut off at its side. What only a screen reader is to find stands in a
// part one pixel wide.
const findWide = `(() => {
	const said = [], unseen = new Set(), root = document.scrollingElement, wide = root.clientWidth;
	if (root.scrollWidth > wide) said.push("the page is " + root.scrollWidth + " pixels wide in a window of " + wide);
	for (const e of document.body.querySelectorAll("*")) {
		const box = e.getBoundingClientRect(), style = getComputedStyle(e);
		const name = e.tagName.toLowerCase() + "." + (e.getAttribute("class") || "");
		if (unseen.has(e.parentElement) || box.width <= 1 && style.overflowX !== "visible") unseen.add(e);
		if (unseen.has(e) || box.width <= 1 || box.height <= 1 || e.closest("svg") && e.tagName !== "svg") continue;
		if (box.right > wide + 1 || box.left < -1) said.push(name + " reaches from " + box.left + " to " + box.right);
		if (style.overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1) said.push(name + " is cut off or scrolls");
	}
	return said.slice(0, 5);
})()`
