// Package budget is personal health budgets and integrated personal budgets: money that is agreed with a person for their own care, tied
// to the needs and outcomes of their plan.
package budget
