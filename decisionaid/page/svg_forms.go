package page

import "strings"

// formOf gives the test of an attribute's value, or nil where the element may not have it. These are the attributes that
// package risk writes and no others: none can hold an address, a style or a script.
func formOf(tag, name string) func(value string) bool {
	switch tag {
	case "svg":
		switch name {
		case "xmlns":
			return isNamespace
		case "viewBox":
			return isNumbers
		case "width", "height":
			return isNumber
		case "role":
			return isImage
		case "lang":
			return isLanguage
		case "aria-labelledby":
			return isIDs
		}
	case "title", "desc":
		if name == "id" {
			return isIDs
		}
	case "path":
		switch name {
		case "d":
			return isPath
		case "stroke-linecap":
			return isCap
		}
	case "rect":
		switch name {
		case "x", "y", "width", "height":
			return isNumber
		}
	case "circle":
		switch name {
		case "cx", "cy", "r":
			return isNumber
		}
	case "text":
		switch name {
		case "x", "y", "font-size":
			return isNumber
		case "font-family":
			return isFamily
		case "fill":
			return isColour
		}
		return nil
	}
	if tag == "path" || tag == "rect" || tag == "circle" {
		switch name {
		case "fill", "stroke":
			return isColour
		case "stroke-width":
			return isNumber
		case "stroke-dasharray":
			return isNumbers
		}
	}
	return nil
}

func isNamespace(s string) bool { return s == "http://www.w3.org/2000/svg" }
func isImage(s string) bool     { return s == "img" }
func isCap(s string) bool       { return s == "round" || s == "square" }
func isFamily(s string) bool    { return s == "sans-serif" }
func isNumber(s string) bool    { return len(s) <= 8 && only(s, "0123456789.") }
func isNumbers(s string) bool   { return len(s) <= 32 && only(s, "0123456789. ") }
func isPath(s string) bool      { return only(s, "0123456789. MHhv") && s[0] == 'M' }

func isIDs(s string) bool {
	return only(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_ ")
}

func only(s, letters string) bool {
	return s != "" && strings.Trim(s, letters) == ""
}

// isColour knows the colours of package risk. Each has another in the dark, which the style gives, so that no picture is
// drawn dark on dark.
func isColour(s string) bool {
	switch s {
	case "none", "#fff", "#0b0c0c", "#1d4f91", "#5b6770", "#00703c", "#b10e1e", "#8a4b00", "#6f9fd8":
		return true
	}
	return false
}
