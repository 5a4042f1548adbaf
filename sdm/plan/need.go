package plan

import "github.com/whatmatters-care/whatmatters/schemas/day"

// Need is a need, concern or problem in the person's own words, with what is to be done about it. Its id, like those of goals,
// outcomes and actions, is unique in the plan and keeps its meaning over the versions, because referrals and budgets name it.
type Need struct {
	// ID names the need, as referrals, scores and budgets do.
	ID string `json:"id"`
	// Text is the need in words.
	Text string `json:"text"`
	// Area says which side of life it is about; empty where nobody said.
	Area Area `json:"area,omitempty"`
	Said
	// Goals are what the person wants to reach with it; empty where there are none yet.
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
	// ID names the goal, as reviews and scores do.
	ID string `json:"id"`
	// Text is the goal in words.
	Text string `json:"text"`
	// Why says why it matters to the person.
	Why string `json:"why,omitempty"`
	// Owner is whose goal it is. Every goal has one; most often it is the person.
	Owner Someone `json:"owner"`
	// Importance is how much it matters to the person, from 1 to 10; nil where it was not asked. See Rate.
	Importance *int `json:"importance,omitempty"`
	// Status is where the goal stands when the version is agreed; empty where nobody said.
	Status GoalStatus `json:"status,omitempty"`
	// Achievement is how far it was reached; empty where nobody has looked yet.
	Achievement Achievement `json:"achievement,omitempty"`
	// Decision is the id of the event that decided what the goal follows from; empty where it follows from none.
	Decision string `json:"decision,omitempty"`
	// Outcomes are the ids of the outcomes that it is to lead to.
	Outcomes []string `json:"outcomes,omitempty"`
	Said
	// Actions are what is to be done for it.
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
	// ID names the action, as referrals, offers of support and budgets do.
	ID string `json:"id"`
	// What is what is to be done, in words.
	What string `json:"what"`
	// Who is the one who does it. Every action has one.
	Who Someone `json:"who"`
	// Due is the day by which it is to be done.
	Due day.Day `json:"due,omitzero"`
	// When says in words when it is done, such as every Tuesday.
	When string `json:"when,omitempty"`
	// Kind is what kind of action it is: the person does it (self), it is self-management support, a service does it, somebody is referred, or
	// money of a personal budget pays for it; empty where nobody said.
	Kind ActionKind `json:"kind,omitempty"`
	// Status is where the action stands when the version is agreed; empty where nobody said.
	Status ActionStatus `json:"status,omitempty"`
	// Confidence is how sure the person is, from 1 to 10, that it can be done; nil where it was not asked. See Rate.
	Confidence *int `json:"confidence,omitempty"`
	// Strategies are what could help to get it done, in words.
	Strategies []string `json:"strategies,omitempty"`
	// Updated is the day on which it was last changed.
	Updated day.Day `json:"updated,omitzero"`
	// Review is the day on which it is looked at again.
	Review day.Day `json:"review,omitzero"`
	Said
	// Stages are steps on the way.
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
	// Text is the step in words.
	Text string `json:"text"`
	// Outcome says in words what came of it.
	Outcome string `json:"outcome,omitempty"`
	// Status is where the step stands; empty where nobody said.
	Status GoalStatus `json:"status,omitempty"`
}

// Outcome is what the plan is to lead to, agreed with the person.
type Outcome struct {
	// ID names the outcome, as goals, scores and budgets do.
	ID string `json:"id"`
	// Text is the outcome in words.
	Text string `json:"text"`
	// Measure names how it is looked at, such as a questionnaire; empty where by asking.
	Measure string `json:"measure,omitempty"`
	Said
}

// Contingency is a plan for when things go wrong.
type Contingency struct {
	// ID names it in the plan and over its versions.
	ID string `json:"id"`
	// Name is what it is called, such as the thing that could go wrong.
	Name string `json:"name"`
	// Triggers are what sets it off. The standard asks for at least one.
	Triggers []string `json:"triggers"`
	// Steps are what should happen, in words.
	Steps []string `json:"steps,omitempty"`
	// Contacts are those to call.
	Contacts []Someone `json:"contacts,omitempty"`
	// Coping is what helps the person.
	Coping []string `json:"coping,omitempty"`
	// Signs are how others see that it is getting worse.
	Signs []string `json:"signs,omitempty"`
	// AdvanceStatement tells whether there is an advance statement of the person; nil where nobody asked.
	AdvanceStatement *bool `json:"advance_statement,omitempty"`
	// AnticipatoryMedicines tells whether medicines are kept ready; nil where nobody asked.
	AnticipatoryMedicines *bool `json:"anticipatory_medicines,omitempty"`
	// Updated is the day on which it was last changed.
	Updated day.Day `json:"updated,omitzero"`
	// Review is the day on which it is looked at again.
	Review day.Day `json:"review,omitzero"`
	// Responsible is who sees to it; nobody where that was not said.
	Responsible Someone `json:"responsible,omitzero"`
	Said
}

// Additional is another plan that belongs to this one, such as one for school or for a condition.
type Additional struct {
	// ID names it in the plan and over its versions.
	ID string `json:"id"`
	// Name is what it is called.
	Name string `json:"name"`
	// Content is what it says, or where it can be found, in words.
	Content string `json:"content,omitempty"`
	// Updated is the day on which it was last changed.
	Updated day.Day `json:"updated,omitzero"`
	// Review is the day on which it is looked at again.
	Review day.Day `json:"review,omitzero"`
	// Responsible is who sees to it; nobody where that was not said.
	Responsible Someone `json:"responsible,omitzero"`
	Said
}
