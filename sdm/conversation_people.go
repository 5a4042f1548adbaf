package sdm

// Present notes who was there beside the person, and who says so. Where only the person was there, it is left out.
func (c Conversation) Present(by Author, people ...Attendee) Conversation {
	return c.add(by, WhoWasPresent{People: people})
}

// Met notes by what a need for information or communication was met on the day, such as large_print by the page of the aid in 16 points, and
// who says so. need is the word of the need, or Interpreter.
func (c Conversation) Met(by Author, need, how string) Conversation {
	return c.add(by, NeedMet{Need: need, Met: true, How: how})
}

// NotMet notes that a need was not met on the day, why, and who says so.
func (c Conversation) NotMet(by Author, need, why string) Conversation {
	return c.add(by, NeedMet{Need: need, How: why})
}
