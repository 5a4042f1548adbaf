package letter

// held says that something of the record is not in the letter, as far as the person may know that.
func (a *account) held() (p Part) {
	w := &a.w.Closing
	p.ID, p.Title = "held", w.Held
	var withheld, unread []string
	for _, one := range a.story.Withheld {
		withheld = append(withheld, one.Event)
	}
	for _, id := range a.story.Unread {
		if id != "" {
			unread = append(unread, id)
		}
	}
	for _, one := range a.story.Untold {
		unread = append(unread, one.Event)
	}
	if len(withheld) > 0 {
		p.says(w.Withheld, withheld...)
	}
	if len(a.story.Parts) > 0 {
		p.says(w.Parts, a.story.Parts...)
	}
	if len(a.story.Unread)+len(a.story.Untold) > 0 || a.strays {
		p.stock(w.Unread, unread...)
	}
	if len(p.Lines) > 0 {
		p.stock(w.AskWhy)
	}
	return p
}

// ask says whom the person can ask.
func (a *account) ask() (p Part) {
	w := &a.w.Closing
	p.ID, p.Title = "ask", w.Ask
	p.given(a.o.From.Ask)
	for _, t := range a.plans() {
		if current, ok := t.State.Current(); ok {
			p.fact(w.Coordinator, a.reach(current.Step.Coordinator), current.ID)
		}
	}
	for _, t := range a.budgets() {
		if force, ok := t.State.InForce(); ok && force.Step.Terms != nil {
			p.fact(w.Agency, force.Step.Terms.Coordinator, force.ID)
		}
	}
	if len(p.Lines) == 0 {
		p.stock(w.NoOne)
	}
	p.stock(w.Anyone)
	return p
}

// wrong says what the person can do if something is not right.
func (a *account) wrong() (p Part) {
	w := &a.w.Closing
	p.ID, p.Title = "wrong", w.Wrong
	p.stock(w.Tell)
	p.stock(w.Right)
	if len(a.budgets()) > 0 {
		p.stock(w.Reconsidering)
	}
	p.given(a.o.From.Complain)
	return p
}
