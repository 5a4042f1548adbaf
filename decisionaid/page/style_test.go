package page_test

import (
	"crypto/sha256"
	"encoding/base64"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
)

var (
	property = regexp.MustCompile(`--wm-([a-z-]+):(#[0-9a-f]{6})`)
	redrawn  = regexp.MustCompile(`\.wm-picture \[(?:stroke|fill)="(#[0-9a-f]+)"\]\{(?:stroke|fill):(#[0-9a-f]{6})\}`)
)

// palettes reads the colours of the light page and of the dark one out of the style.
func palettes(tb testing.TB) (light, dark, pictures map[string]string) {
	tb.Helper()
	css, err := page.Host{}.CSS()
	if err != nil {
		tb.Fatal(err)
	}
	start := strings.Index(css, "prefers-color-scheme:dark")
	read := func(part string, colours *regexp.Regexp) map[string]string {
		out := map[string]string{}
		for _, m := range colours.FindAllStringSubmatch(part, -1) {
			out[m[1]] = m[2]
		}
		return out
	}
	return read(css[:start], property), read(css[start:], property), read(css[start:], redrawn)
}

// luminance and contrast are those of WCAG 2.2.
func luminance(tb testing.TB, colour string) float64 {
	tb.Helper()
	if len(colour) == 4 {
		colour = "#" + strings.Repeat(colour[1:2], 2) + strings.Repeat(colour[2:3], 2) + strings.Repeat(colour[3:], 2)
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			tb.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += float64(weight * c)
	}
	return sum
}

func contrast(tb testing.TB, a, b string) float64 {
	tb.Helper()
	x, y := luminance(tb, a), luminance(tb, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	if got := contrast(t, "#767676", "#ffffff"); math.Abs(got-4.54) > 0.005 {
		t.Fatalf("the contrast of #767676 to white is 4.54, not %v", got)
	}
	light, dark, pictures := palettes(t)
	if len(light) < 15 || len(light) != len(dark) {
		t.Fatalf("%d colours in the light and %d in the dark", len(light), len(dark))
	}
	for name, colours := range map[string]map[string]string{"light": light, "dark": dark} {
		for _, pair := range []struct {
			over, under string
			least       float64
		}{
			{"ink", "paper", 7}, {"ink", "ground", 7}, {"ink", "tint", 7}, {"ink", "warn-tint", 7}, {"soft", "paper", 4.5}, {"soft", "tint", 4.5}, {"soft", "ground", 4.5},
			{"link", "paper", 4.5}, {"link", "ground", 4.5}, {"link", "tint", 4.5}, {"link", "warn-tint", 4.5}, {"band-ink", "band", 7},
			{"edge", "paper", 3}, {"edge", "ground", 3}, {"edge", "tint", 3}, {"good", "paper", 3}, {"warn", "paper", 3}, {"warn", "warn-tint", 3},
			{"focus", "focus-ink", 3}, {"ink", "paper", 4.5},
		} {
			over, under := colours[pair.over], colours[pair.under]
			if over == "" || under == "" {
				t.Fatalf("%s has no %s or no %s", name, pair.over, pair.under)
			}
			if got := contrast(t, over, under); got < pair.least {
				t.Errorf("%s: %s on %s has a contrast of %.2f to 1, less than %v", name, pair.over, pair.under, got, pair.least)
			}
		}
		// The focus is two rings, and one of them is seen on every ground.
		for _, ground := range []string{"paper", "ground", "band", "tint", "warn-tint"} {
			if a, b := contrast(t, colours["focus"], colours[ground]), contrast(t, colours["focus-ink"], colours[ground]); max(a, b) < 3 {
				t.Errorf("%s: neither ring of the focus is seen on %s: %.2f and %.2f", name, ground, a, b)
			}
		}
	}
	if pictures["#fff"] != dark["paper"] {
		t.Errorf("the hollow of a mark is %s on a page of %s", pictures["#fff"], dark["paper"])
	}
	for _, colour := range []string{"#0b0c0c", "#1d4f91", "#5b6770", "#00703c", "#b10e1e", "#8a4b00"} {
		if got := contrast(t, pictures[colour], dark["paper"]); got < 4.5 {
			t.Errorf("%s becomes %s, with a contrast of %.2f", colour, pictures[colour], got)
		}
	}
	if got := contrast(t, pictures["#0b0c0c"], pictures["#6f9fd8"]); got < 3 {
		t.Errorf("an interval on its bar has a contrast of %.2f in the dark", got)
	}
}

// The policy admits the style and the script that are in the page, and the page asks for nothing.
func TestPolicy(t *testing.T) {
	for _, host := range []page.Host{{}, {Prefix: "clinic"}} {
		html := string(written(t, every(t), func(p page.Page, w writer) error { return p.WriteHTML(w, host) }))
		for _, tag := range []string{"style", "script"} {
			_, rest, _ := strings.Cut(html, "<"+tag+">")
			inner, _, _ := strings.Cut(rest, "</"+tag+">")
			sum := sha256.Sum256([]byte(inner))
			if want := "-src &#39;sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "&#39;"; !strings.Contains(html, tag+want) || inner == "" {
				t.Errorf("the policy has no %s%s", tag, want)
			}
			if strings.ContainsAny(inner, "&<") {
				t.Errorf("the %s has an & or a <, and the page would be no XML", tag)
			}
		}
		if strings.Index(html, "Content-Security-Policy") > strings.Index(html, "<style") {
			t.Error("the policy comes after what it is for")
		}
		for _, asks := range []string{"@import", "url(", "http-equiv=\"refresh", "fetch(", "XMLHttp", "innerHTML", "eval(", "unsafe-", "<link", "<base"} {
			if strings.Contains(html, asks) {
				t.Errorf("the page has %s", asks)
			}
		}
		if host.Prefix != "" && regexp.MustCompile(`\bwm-`).MatchString(html) {
			t.Error("a class with the default prefix is left")
		}
	}
	css, _ := page.Host{}.CSS()
	for _, must := range []string{"prefers-color-scheme:dark", "forced-colors:active", "prefers-reduced-motion:reduce", "@media print", ":focus-visible"} {
		if !strings.Contains(css, must) {
			t.Errorf("the style has no %s", must)
		}
	}
}
