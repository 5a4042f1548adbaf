package sdm

import "fmt"

// Author is who said or did something in the record.
type Author struct {
	// Role is one of Roles: person, carer, representative, professional, link_worker, together (the person and a professional jointly) or
	// service.
	Role string `json:"role"`
	// Name is the author's name or identifier; it may be empty.
	Name string `json:"name,omitempty"`
}

// The authors that need no name.
var (
	ByPerson       = Author{Role: "person"}
	ByCarer        = Author{Role: "carer"}
	ByProfessional = Author{Role: "professional"}
	Together       = Author{Role: "together"}
)

// Roles are the roles that an author can have. Together is a person and a professional jointly.
var Roles = []string{"person", "carer", "representative", "professional", "link_worker", "together", "service"}

// Named gives the same author with a name.
func (a Author) Named(name string) Author { a.Name = name; return a }

// String gives the role, with the name where there is one.
func (a Author) String() string {
	if a.Name == "" {
		return a.Role
	}
	return fmt.Sprintf("%s (%s)", a.Role, a.Name)
}
