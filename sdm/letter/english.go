package letter

import "github.com/whatmatters-care/whatmatters/decisionaid"

// English gives the English words.
func English() Words {
	return Words{
		Language: "en", LanguageName: "English", Aid: decisionaid.English(),
		Frame: FrameWords{
			Title: "A letter about your care", Lead: "This letter is for you. It says what we talked about and what happens next.",
			Dear: "Dear {name},", Hello: "Hello,", Format: "How we write to you",
			Wanted: "You need this: {format}.", Printed: "We set this letter in print of {points} points.", In: "This letter is in {language}. You can ask us for one you can read.",
			InFormat:    "If your letter is not like that, please tell us.",
			Interpreter: "You need someone to put things into {language} for you. This letter is in English. You can ask us to go through it with you.",
		},
		Talk: TalkWords{
			Title: "What we talked about", Met: "We began to talk about this on {day}.", First: "We began to talk about this.", Anew: "We talked about this again.",
			With: "{who} was there with you.", WithSome: "{who} and {last} were there with you.",
			WithOn: "On {day} {who} was there with you.", WithSomeOn: "On {day} {who} and {last} were there with you.",
			Asked: "This is what you asked, and what the answer was.", AskedElse: "What else you asked", NoAnswer: "No answer is written down. You can ask again.",
			Matters: "What matters to you", Weights: "This is how much each of these mattered to you on {day}. 100 is the most.",
			Weight: "{weight} out of 100", Also: "What you bring to it", Plan: "What your plan says", Worker: "What you told your link worker", NoMatters: "What matters to you is not written down yet. Please tell us.",
		},
		Options: OptionWords{
			Title: "Your options", Through: "We went through these options:", NoneThrough: "It is not written down that we went through any options yet.",
			NotThrough: "We did not go through these yet: {options}.", Numbers: "Here are the numbers from the decision aid.", Every: "This is true of every number that follows:", Each: "This is true of each number here:",
			NoNumbers: "The numbers are not in this letter. You can ask us to show them to you again.", Among: "These numbers are about {who}.",
		},
		Decision: DecisionWords{
			Title: "What you decided", Chose: "On {day} you chose: {option}.", Together: "On {day} you and your team chose: {option}.",
			By: "On {day} this was chosen: {option}. It was written down for you by this person: {who}.", Reasons: "Your reasons", ReasonsBy: "The reasons",
			Later: "On {day} you said that you want to decide later.", LaterBy: "On {day} this was left for later. It was written down for you by this person: {who}.",
			Until: "When to come back to it", None: "You have not decided yet, or it is not written down.", Change: "You can change your mind. Tell us if you do.",
			Lacks:   "On {day} we looked at this with you. We found that you could not make this choice then, even with help.",
			InDoubt: "On {day} it was not clear if you could make this choice then. We have to look at that again with you first.",
			Why:     "Why", Decider: "{who} decided for you: {outcome}", Deciding: "{who} is to decide for you. This is still open.",
			Wishes: "What you want, as far as we know",
		},
		Next: NextWords{
			Title: "What happens next", Agreed: "We agreed on your plan on {day}.", Why: "Why it matters to you",
			Owner: "Whose goal this is", You: "You do this.", Who: "This is for {who} to do.", Open: "It is still open who does this.", By: "By {day}.",
			Passed: "That day has passed.", NoDay: "No day is set yet.", NoActions: "It is still open what to do for this.", NoGoals: "There are no goals in it yet.",
			Undecided: "We offered to make a plan with you. You have not said yes or no yet.", Accepted: "You said yes to a plan. We have not agreed on it yet.",
			Declined: "We offered to make a plan with you. You said no for now.", NotDone: "We could not make a plan with you so far.",
			Over: "Your plan ended on {day}.", Looked: "We looked at your plan again on {day}.", Said: "What was said then", YouSaid: "What you said then", None: "The next steps are not written down yet.",
			GoesOn: "You got there, and you go on with it.",
		},
		Choice: ChoiceWords{
			Title: "Your right to choose", Referred: "You were sent on to a service on {day}.", Unknown: "You were sent on to a service. The day is not written down.",
			Next: "Next visit", Booked: "First day of treatment", Started: "Your treatment started on {day}.", Offered: "You could choose from these:",
			Chose: "On {day} you chose: {name}.", LeftOpen: "On {day} you said that you did not want to choose.", Open: "You have not chosen yet, or it is not written down.",
			Reasons: "Your reasons", Met: "You have this right.", NotMet: "As far as we know, you do not have this right here.",
			NotKnown: "We do not know yet if you have this right.", NotYours: "This right is not about you.", IfDenied: "If someone says no to this",
		},
		Support: SupportWords{
			Title: "Help to look after yourself", Yes: "You said yes.", No: "You said no. You can change your mind.", Later: "You said: not now.",
			Unanswered: "You have not said yes or no yet.", Ask: "We will ask you again on {day}.", Completed: "You took part to the end, up to {day}.",
			Stopped: "It stopped on {day}.", Offered: "We told you about this help on {day}:", Said: "What you said",
		},
		Community: CommunityWords{
			Title: "Help near you", Offered: "On {day} we offered to find help near you.", Referred: "On {day} we asked {to} to help you.",
			Waiting: "It is not written down yet that they got in touch with you.", NotReached: "They could not reach you so far.", Accepted: "On {day} you said yes to their help.",
			Declined: "On {day} you said no.", Reasons: "Your reasons", Instead: "What you want in its place", Need: "What it is for", Start: "First day with {service}: {day}.",
			Said: "What you said on {day}", Ended: "This ended on {day}.", Told: "What we told {to} on {day}", NotTold: "Why we did not write to {to}",
		},
		Money: MoneyWords{
			Title: "Your money for care", Asked: "A budget for your care was asked for on {day}.", Waiting: "It is not agreed yet.", Hope: "What it is to make possible",
			Rough: "It may be about {sum}. This can still change.", Budget: "You have {sum} from {from} to {to}.", Share: "{sum} of it: {mode}",
			Line: "{sum}.", Aside: "{sum} is put aside for what no one can plan.", Set: "Set aside so far", Paid: "Paid out so far", Spent: "Spent so far",
			Left: "Left of what was set aside", Refused: "On {day} we said no to {what}.", Stopped: "The budget stops on {day}.",
			StoppedPart: "One part stops on {day}. It is this: {mode}", Why: "Why", Repay: "{sum} is to be paid back by {day}. Who is to pay: {who}.",
			Upheld: "On {day} this was looked at again. It stays as it was.", Changed: "On {day} this was looked at again. It was changed.",
			LookAgain: "How to have this looked at again", NotTold: "How you can have this looked at again is not written down here. Please ask us.",
			Review: "We looked at your budget again on {day}.", ReviewFound: "What we found",
		},
		Again: AgainWords{
			Title: "When we look at this again", Plan: "Your plan", Budget: "Your budget", Decision: "What you left for later", Action: "{what}",
			Capacity: "If you can make this choice", Informal: "If you want to talk before that", Responsible: "Who sees to it", None: "No day is set yet. You can ask for one.",
			Passed: "That day has passed.", Trouble: "If things go wrong", Signs: "What to look out for", Do: "What to do", Helps: "What helps you", Call: "Who to call",
		},
		Speakers: SpeakerWords{
			Title: "Who can speak for you and who may know", May: "{who} may act for you ({role}). This is for: {what}.", Yes: "On {day} you said yes to this: {what}.",
			No: "On {day} you said no to this: {what}.", Withdrawn: "On {day} you took back your yes to this: {what}.", Shares: "Your plan is shared with: {who}.",
		},
		Closing: ClosingWords{
			Held: "What is not in this letter", Withheld: "Some things in your notes are not shown here.", Parts: "Some things in your notes are shown only in part.",
			Unread: "Some things in your notes could not be read when this letter was made.", AskWhy: "You can ask us why.",
			Ask: "Who you can ask", Coordinator: "The person to turn to about your plan", Agency: "The person to turn to about your money",
			NoOne: "No name is written down here. Ask the team that gave you this letter.", Anyone: "You can ask us anything, more than once. You can bring someone with you.",
			Wrong: "If something is not right", Tell: "Is something in this letter wrong? Is something left out? Please tell us.",
			Right: "You can ask to see your notes. You can ask us to put right what is wrong.", Reconsidering: "You can ask for a choice about your money to be looked at again.",
		},
		Roles: map[string]string{
			"person": "you", "carer": "your carer", "representative": "the one who may act for you", "professional": "your care team", "link_worker": "your link worker",
			"together": "you and your care team", "service": "a service", "family": "your family", "friend": "a friend", "advocate": "someone who speaks up for you",
			"interpreter": "someone who speaks your language for you", "gp_practice": "your doctor's practice", "gp": "your doctor", "referrer": "the one who sent you",
		},
		GoalStatus: map[string]string{
			"proposed": "This is an idea so far.", "under_way": "You are on the way.", "on_hold": "This is on hold.", "finished": "This is done.", "given_up": "You no longer want this.",
		},
		Achievements: map[string]string{"achieved": "You got there.", "partly": "You got part of the way.", "not": "You did not get there yet."},
		ActionStatus: map[string]string{
			"not_started": "It has not started yet.", "started": "It has started.", "done": "It is done.", "stopped": "It has stopped.",
		},
		Endings: map[string]string{
			"completed": "What we agreed was done.", "declined": "You said no.", "person_stopped": "You did not want to go on.", "lost_contact": "They could not reach you.",
			"not_suitable": "They could not give the help you need.", "moved_away": "You moved away.", "died": "", "other": "",
		},
		Modes: map[string]string{
			"notional": "we look after the money and set up the help.", "third_party": "someone else looks after the money for you.",
			"direct_payment": "the money is paid to you, or to someone you trust.",
		},
		Refusals: map[string]string{
			"budget": "a budget", "part": "a part of the budget", "direct_payment": "paying the money to you", "service": "one kind of help", "nominee": "the one who was to look after the money",
		},
		Consents: map[string]string{
			"sharing": "we share your notes with {with}", "referral": "we send you on to {with}", "recording": "we record you", "treatment": "the treatment",
		},
		Representatives: map[string]string{
			"deputy": "named by a court", "lpa_donee": "you gave them the power to act", "epa_attorney": "you gave them the power to act",
			"parental_responsibility": "as your parent", "appointee": "named by those who pay", "chosen_by_person": "chosen by you",
		},
		Needs: map[string]string{
			"large_print": "large print", "easy_read": "easy words and pictures", "braille": "braille", "audio": "to listen to it", "text_message": "text messages",
		},
	}
}
