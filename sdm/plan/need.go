package plan

import "github.com/whatmatters-care/whatmatters/schemas/day"

// Need is a need, concern or problem in the person's own words, with what is to be done about it. Its id, like those of goals,
// outcomes and actions, is unique in the plan and keeps its meaning over the versions, because referrals and budgets name it.
type Need struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	// Area says which side of life it is about; empty where nobody said.
	Area Area `json:"area,omitempty"`
	Said
	Goals []Goal `json:"goals,omitempty"`
}

// Area is a side of life that a need is about.
type Area string

// The areas.
const (
	Health    Area = "health"     // illness, treatment, care
	Wellbeing Area = "wellbeing"  // mood, people, meaning, how life is
	DailyLife Area = "daily_life" // home, money, work, getting about
)

// Goal is something that the person wants to reach.
type Goal struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	// Why says why it matters to the person.
	Why string `json:"why,omitempty"`
	// Owner is whose goal it is. Every goal has one; most often it is the person.
	Owner Someone `json:"owner"`
	// Importance goes from 1 to 10 and is the person's own; nil where it was not asked. See Rate.
	Importance  *int        `json:"importance,omitempty"`
	Status      GoalStatus  `json:"status,omitempty"`
	Achievement Achievement `json:"achievement,omitempty"`
	// Decision is the id of the event that decided what the goal follows from; empty where it follows from none.
	Decision string `json:"decision,omitempty"`
	// Outcomes are the ids of the outcomes that it is to lead to.
	Outcomes []string `json:"outcomes,omitempty"`
	Said
	Actions []Action `json:"actions,omitempty"`
}

// Rate gives an answer from 1 to 10 for Goal.Importance and Action.Confidence. Check refuses others.
func Rate(n int) *int { return &n }

// GoalStatus says where a goal stands; empty means that nobody said.
type GoalStatus string

// The states of a goal.
const (
	Proposed GoalStatus = "proposed"
	UnderWay GoalStatus = "under_way"
	OnHold   GoalStatus = "on_hold"
	Finished GoalStatus = "finished"
	GivenUp  GoalStatus = "given_up"
)

// Achievement says how far a goal was reached; empty means that nobody has looked yet.
type Achievement string

// The achievements.
const (
	Achieved    Achievement = "achieved"
	Partly      Achievement = "partly"
	NotAchieved Achievement = "not"
)

// Action is something to be done for a goal.
type Action struct {
	ID   string `json:"id"`
	What string `json:"what"`
	// Who does it. Every action has one.
	Who Someone `json:"who"`
	// Due is the day by which it is to be done, and When says in words when, such as every Tuesday.
	Due    day.Day      `json:"due,omitzero"`
	When   string       `json:"when,omitempty"`
	Kind   ActionKind   `json:"kind,omitempty"`
	Status ActionStatus `json:"status,omitempty"`
	// Confidence is how sure the person is, from 1 to 10, that it can be done; nil where it was not asked. See Rate.
	Confidence *int `json:"confidence,omitempty"`
	// Strategies are what could help.
	Strategies []string `json:"strategies,omitempty"`
	// Updated is the day on which it was last changed, and Review the day on which it is looked at again.
	Updated day.Day `json:"updated,omitzero"`
	Review  day.Day `json:"review,omitzero"`
	Said
	Stages []StageGoal `json:"stage_goals,omitempty"`
}

// ActionKind says what kind of action it is.
type ActionKind string

// The kinds of action.
const (
	Self     ActionKind = "self"     // the person does it
	Support  ActionKind = "support"  // self-management support, such as health coaching
	ByOthers ActionKind = "service"  // a service does it
	Referral ActionKind = "referral" // somebody is referred
	Budget   ActionKind = "budget"   // money of a personal budget pays for it
	Other    ActionKind = "other"
)

// ActionStatus says where an action stands; empty means that nobody said.
type ActionStatus string

// The states of an action.
const (
	NotStarted ActionStatus = "not_started"
	Started    ActionStatus = "started"
	Done       ActionStatus = "done"
	Stopped    ActionStatus = "stopped"
)

// StageGoal is a step on the way.
type StageGoal struct {
	Text string `json:"text"`
	// Outcome says in words what came of it.
	Outcome string     `json:"outcome,omitempty"`
	Status  GoalStatus `json:"status,omitempty"`
}

// Outcome is what the plan is to lead to, agreed with the person.
type Outcome struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	// Measure names how it is looked at, such as a questionnaire; empty where by asking.
	Measure string `json:"measure,omitempty"`
	Said
}

// Contingency is a plan for when things go wrong.
type Contingency struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Triggers are what sets it off. The standard asks for at least one.
	Triggers []string `json:"triggers"`
	// Steps are what should happen, and Contacts whom to call.
	Steps    []string  `json:"steps,omitempty"`
	Contacts []Someone `json:"contacts,omitempty"`
	// Coping are what helps the person, and Signs how others see that it is getting worse.
	Coping []string `json:"coping,omitempty"`
	Signs  []string `json:"signs,omitempty"`
	// AdvanceStatement and AnticipatoryMedicines tell whether there are such; nil where nobody asked.
	AdvanceStatement      *bool   `json:"advance_statement,omitempty"`
	AnticipatoryMedicines *bool   `json:"anticipatory_medicines,omitempty"`
	Updated               day.Day `json:"updated,omitzero"`
	Review                day.Day `json:"review,omitzero"`
	Responsible           Someone `json:"responsible,omitzero"`
	Said
}

// Additional is another plan that belongs to this one, such as one for school or for a condition.
type Additional struct {
	ID          string  `json:"id"`
	Name        string  `json:"name"`
	Content     string  `json:"content,omitempty"`
	Updated     day.Day `json:"updated,omitzero"`
	Review      day.Day `json:"review,omitzero"`
	Responsible Someone `json:"responsible,omitzero"`
	Said
}
