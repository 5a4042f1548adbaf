package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// rights holds rights that were found against their documents.
func (c *eventCheck) rights(found []RightFound) {
	for i, r := range found {
		here := fault.Item("rights", i)
		if document, ok := asUsed(c, r.Document, here.String()+".document", r.Digest, here.String()+".digest", c.library.Policy); ok {
			has(&c.wrong, &here, "id", nameOf("document", document), "right", r.ID, criteriaOf(document.Definition().Criteria))
		}
	}
}

// asked holds what was answered about a referral against the questions of all documents of rights.
func (c *eventCheck) asked(facts map[string]any) {
	if len(facts) == 0 {
		return
	}
	var documents []*policy.Policy
	for _, doc := range c.library.Set().All(policy.KindChoiceRights) {
		if document, ok := stocked(c, doc.Ref(), "referral.facts", c.library.Policy); ok {
			documents = append(documents, document)
		}
	}
	if len(documents) == 0 {
		c.unchecked("referral.facts", "put the document into the library", "the library has no document of rights that asks for them")
		return
	}
	if _, err := choice.NewLaw(documents...).Read(choice.Referral{Facts: facts}, c.event.On); err != nil {
		c.wrong = append(c.wrong, fault.Of(listed("referral", err))...)
	}
}

// offered holds offers of support against their document.
func (c *eventCheck) offered(o support.Offered) {
	if document, ok := asUsed(c, o.Document+"@"+o.Version, "document", o.Digest, "digest", c.library.Offers); ok {
		var ids []string
		for _, criterion := range document.Policy().Definition().Criteria {
			if criterion.Kind != support.KindStage && criterion.Kind != support.KindIntensity {
				ids = append(ids, criterion.ID)
			}
		}
		for i, shown := range o.Offers {
			here := fault.Item("offers", i)
			has(&c.wrong, &here, "offer", nameOf("document", document), "offer", shown.Offer, ids)
		}
	}
	if o.Level == nil {
		return
	}
	at := fault.Field("level")
	if m, ok := stocked(c, o.Level.Measure, "level.measure", c.library.Measure); ok {
		c.level(&at, m, o.Level.CutPoints, "level", o.Level.Level)
	}
}

// needs holds the categories of needs against the directory.
func (c *eventCheck) needs(needs []community.Need) {
	if !slices.ContainsFunc(needs, func(n community.Need) bool { return !fault.Blank(n.Category) }) {
		return
	}
	directory, ok := only(c, community.Kind, "needs", c.library.Directory)
	if !ok {
		return
	}
	var ids []string
	for _, category := range directory.Definition().Categories {
		ids = append(ids, category.ID)
	}
	for i, n := range needs {
		// The directory knows other words for its categories too.
		if fault.Blank(n.Category) || directory.CheckSeeker(community.Seeker{Needs: []community.Need{{ID: "n", Category: n.Category}}}) == nil {
			continue
		}
		here := fault.Item("needs", i)
		has(&c.wrong, &here, "category", nameOf("directory", directory), "category", n.Category, ids)
	}
}

// service holds a service against the directory that is named, or else the only one.
func (c *eventCheck) service(id, ref string) {
	directory, ok := (*community.Directory)(nil), false
	if ref == "" {
		directory, ok = only(c, community.Kind, "service", c.library.Directory)
	} else {
		directory, ok = stocked(c, ref, "directory", c.library.Directory)
	}
	if !ok {
		return
	}
	services := directory.Definition().Services
	if len(services) == 0 { // a host adds its own with Directory.With
		c.unchecked("service", "look it up where the services are kept", "%s holds no services", nameOf("directory", directory))
		return
	}
	var ids []string
	for _, s := range services {
		ids = append(ids, s.ID)
	}
	has(&c.wrong, nil, "service", nameOf("directory", directory), "service", id, ids)
}

// stage holds a stage of planning against the plan standard.
func (c *eventCheck) stage(id string) {
	if standard, ok := only(c, plan.Kind, "stage", c.library.PlanStandard); ok {
		var ids []string
		for _, s := range standard.Definition().Stages {
			ids = append(ids, s.ID)
		}
		has(&c.wrong, nil, "stage", nameOf("plan standard", standard), "stage", id, ids)
	}
}
