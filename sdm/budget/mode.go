package budget

// Mode is a way of managing the money.
type Mode string

// The ways of managing the money; a mix has several of them.
const (
	// Notional: the body that holds the money arranges what was agreed.
	Notional Mode = "notional"
	// ThirdParty: an organisation that is independent of the person and of the body applies the money.
	ThirdParty Mode = "third_party"
	// Direct: a direct payment, to the person, their representative or a nominee.
	Direct Mode = "direct_payment"
)

// Modes are the ways of managing the money.
func Modes() []Mode { return []Mode{Notional, ThirdParty, Direct} }

// index gives the place of a mode, and -1 for a word that is none.
func (m Mode) index() int {
	switch m {
	case Notional:
		return 0
	case ThirdParty:
		return 1
	case Direct:
		return 2
	default:
		return -1
	}
}

// Paid is how somebody who is paid stands to the person. "Connected" is a listed family member or a friend who lives in the same
// household.
type Paid string

// Who is paid.
const (
	// Organisation: an agency, shop or charity.
	Organisation Paid = "organisation"
	// Worker: somebody who works for the person and is neither family nor friend.
	Worker Paid = "worker"
	// Connected: a family member or a friend who lives in the same household.
	Connected Paid = "connected"
	// FamilyElsewhere: a family member or a friend who lives somewhere else.
	FamilyElsewhere Paid = "family_elsewhere"
)

// Holder is who gets a direct payment.
type Holder string

// Who gets a direct payment.
const (
	HeldByPerson         Holder = "person"
	HeldByRepresentative Holder = "representative"
	HeldByNominee        Holder = "nominee"
)

// Account is where a direct payment goes.
type Account string

// Where a direct payment goes.
const (
	// SeparateAccount is used for nothing but such payments.
	SeparateAccount Account = "separate"
	// ManagedAccount is held by somebody who is appointed to hold and to apply the money.
	ManagedAccount Account = "managed"
	// PersonalAccount is the person's own, which is open to a one-off payment.
	PersonalAccount Account = "personal"
)

var (
	modes    = Modes()
	payees   = []Paid{Organisation, Worker, Connected, FamilyElsewhere}
	holders  = []Holder{HeldByPerson, HeldByRepresentative, HeldByNominee}
	accounts = []Account{SeparateAccount, ManagedAccount, PersonalAccount}
)
