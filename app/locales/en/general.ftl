# Frame
skip = Skip to content
nav-main = Main
nav-crumbs = You are here
nav-languages = Language
nav-projects = Projects
nav-calls = Calls
nav-import = Import
nav-matching = How matching works
nav-privacy = Privacy
nav-words = Words
demo-label = Demonstration
demo-banner = Demonstration workspace: invented people, organisations and calls.
demo-remove = Remove it
demo-remove-title = Remove the demonstration workspace
demo-remove-says = All invented donors, organisations, calls and projects are removed, and nothing else.
demo-remove-button = Remove
demo-none = No demonstration workspace is loaded.
cancel = Cancel
yes = Yes
no = No
not-stated = Not stated
pager-label = Pages
pager-position = Page { $page } of { $pages }
pager-previous = Previous
pager-next = Next

# Failures
failure-not-found = Not found
failure-not-found-says = There is no such page, or it is not yours to see.
failure-forbidden = Not allowed
failure-forbidden-says = This cannot be done here.
failure-invalid = Not accepted
failure-invalid-says = What was sent cannot be accepted.
failure-unavailable = Not available now
failure-unavailable-says = The database cannot be reached. Please try again in a moment.
failure-internal = Something went wrong
failure-internal-says = This should not have happened. Nothing was lost.
failure-incident = If you report it, give the number { $incident }.
failure-home = To the start page

# Numbers, money, time
range = { $low } to { $high }
range-from = from { $low }
range-up-to = up to { $high }
months = { $count ->
    [one] { $shown } month
   *[other] { $shown } months
}
months-range = { $low } to { $high } months
months-from = { $count ->
    [one] at least { $shown } month
   *[other] at least { $shown } months
}
months-up-to = { $count ->
    [one] up to { $shown } month
   *[other] up to { $shown } months
}
today = today
in-days = { $count ->
    [one] in { $shown } day
   *[other] in { $shown } days
}
in-hours = { $count ->
    [one] in { $shown } hour
   *[other] in { $shown } hours
}
within-hour = within the hour
zone-anywhere = anywhere on earth, UTC−12
zone-unknown = zone not stated
deadline-day = { $day }, hour and zone not stated
deadline-whole-day = { $day }, hour not stated ({ $zone }; until { $utc } UTC)
deadline-hour = { $day }, { $hour } ({ $zone })
closing-rolling = open at any time
closing-unknown = closing not stated
closing-on = closes { $day }, { $ahead }
closing-maybe = closes { $day }, perhaps over already: the time zone is not stated
closing-was = closed { $day }
closing-words = in the donor’s words: “{ $words }”

# Vocabularies
status-forecast = Forecast
status-open = Open
status-closed = Closed
status-withdrawn = Withdrawn
status-unknown = Status not stated
deadline-kind-final = last day
deadline-kind-stage = end of a stage
deadline-kind-cut-off = one of several dates
donor-kind-public-body = public body
donor-kind-foundation = foundation
donor-kind-intermediary = intermediary
donor-kind-company = company
donor-kind-diaspora-fund = diaspora fund
form-association = association
form-foundation = foundation
form-non-profit-company = non-profit company
form-cooperative = cooperative
form-public-body = public body
form-research-body = university or research institute
form-company = company
form-international-organisation = international organisation
form-informal-group = informal group
form-individual = individual
legal-status-undesirable = “undesirable organisation”
legal-status-extremist = “extremist organisation”
legal-status-terrorist = “terrorist organisation”
legal-status-foreign-agent = “foreign agent”
outcome-met = met
outcome-unknown = unknown
outcome-not-met = not met
part-words = Words
part-themes = Themes
part-place = Place
part-amount = Amount
part-meaning = Related wording
part-crowding = Like many others
part-unknown = not known
region-world = the whole world
region-europe = Europe
region-eu = European Union
region-eea = European Economic Area
region-candidates = EU candidate countries
region-horizon-associated = countries associated to Horizon Europe
region-eastern-partnership = Eastern Partnership
region-south-caucasus = South Caucasus
region-central-asia = Central Asia
region-western-balkans = Western Balkans
region-baltics = Baltic states
region-nordics = Nordic countries
region-africa = Africa
region-americas = the Americas
region-asia = Asia
region-oceania = Oceania
region-middle-east = Middle East
rule-place = Place of activity
rule-entity-country = Seat of applicant
rule-entity-form = Legal form
rule-entity-age = Time since registration
rule-award = Award size
rule-duration = Duration
rule-deadline = Deadline
rule-language = Language of application
rule-partner = Partner
rule-core-costs = Core costs
rule-co-financing = Co-financing
rule-regranting = Regranting
stage-idea = idea
stage-pilot = pilot
stage-running = running
stage-scaling = scaling up
verdict-eligible = Eligible
verdict-unclear = Unclear
verdict-blocked = Blocked
visibility-private = only your organisation
visibility-named = named people
visibility-coalition = your coalition
visibility-donors = donors, under code names
visibility-public = everyone
why-stated = stated
why-call-silent = The call does not say.
why-place-open = Only the people it reaches are there. The call does not say whether the work itself must be.
why-words-open = What the call says about it does not settle it.
why-project-silent = The project does not say.
why-no-entity = No legal entity is on record.
why-entity-silent = The record of the legal entity does not say since when it is registered.
why-currencies-differ = Two currencies, and no dated rate.
why-partly-covered = The project reaches beyond what the call allows.
why-not-open-yet = Not open yet.
why-too-late = Closes after the money is needed.
confidence-high = high
confidence-medium = medium
confidence-low = low
confidence-of = Confidence: { $level }, { $known } of { $of } facts known
field-title = title
field-text = text
field-conditions = conditions
field-eligibility = who may apply
field-lang = language of the text
field-url = address
field-programme = programme
field-donor = donor
field-status = status
field-opens = opening
field-closing = closing
field-deadline-text = closing, in the donor’s words
field-award = award size
field-award-text = amounts, in the donor’s words
field-total = total
field-awards-expected = number of awards
field-duration = duration
field-duration-text = duration, in the donor’s words
field-places = places
field-languages = languages
field-themes = themes
field-entity-countries = seat of applicant
field-entity-countries-excluded = excluded seats
field-entity-forms = legal forms
field-core-costs = core costs
field-co-financing-percent = co-financing
field-regranting = regranting
field-partner = partner
field-rules = rules

# Start
start-title = Money for the work you do
start-empty = Nothing is here yet. Import the calls you know of, or write down a project, and Waxwing shows what fits.
start-empty-imports = Nothing is here yet. Import the calls you know of.
start-empty-writes = No calls are here yet; whoever keeps the calls on this server brings them in. You can write down a project already: what fits is shown as soon as there are calls.
start-empty-reviews = No calls are here yet. Write down a call of your donor, and the projects that fit it stand beside it.
start-empty-waits = Nothing is here yet. As soon as calls are on file, you see them here.
start-import = Import calls
start-write = Write a project
start-browse = Browse calls
start-calls = { $count ->
    [one] One call is open now.
   *[other] { $shown } calls are open now.
}
start-donors = { $count ->
    [one] One donor is on file.
   *[other] { $shown } donors are on file.
}
start-projects = { $count ->
    [one] One project is written down and matched against them.
   *[other] { $shown } projects are written down and matched against them.
}
start-closing = Closing next
start-newest = Newest
start-how-title = How it goes
start-how-1 = Bring in calls: from a file of the EU portal, from a list, or in our own format.
start-how-2 = Write down a project: what is done, for whom, where, and what it costs. No names are needed.
start-how-3 = Read what fits, what does not, and why, with the words of the call beside every rule.
start-how-review-1 = Write down the calls of your donor, and check the rules that were read from them.
start-how-review-2 = Open a call and read the projects for it, under code names.
start-how-review-3 = Score them. When all scores are locked, you can open names, for a reason.
start-promise = Names, age and past grants play no part.
start-promise-link = See how matching works

# Filters
filter-title = Filter
filter-words = Words
filter-more = { $count ->
    [one] Filters: { $shown } active
   *[other] Filters: { $shown } active
}
filter-project = For the project
filter-no-project = No project chosen
filter-theme = Theme
filter-any-theme = Any theme
filter-place = Place of activity
filter-language = Language of the call
filter-any-language = Any language
filter-before = Closing on or before
filter-status = Status
filter-sort = Sort by
filter-show = Show
filter-clear = Clear filters
filter-verdict = Verdict
filter-entity = Apply through
sort-closing = Closing date
sort-newest = Newest
sort-fit = Fit
route-best = Best route

# Calls
calls-title = Calls
calls-count = { $count ->
    [one] { $shown } call
   *[other] { $shown } calls
}
calls-none = No call passes these filters.
calls-for-project = Verdict and fit are for the chosen project.
fit-of-hundred = / 100 fit
fit-short = fit { $score }
call-rules = Who may apply, and for what
call-rules-demand = What it asks
rules-title = Rules
rules-rule = Rule
rules-words = What the call says
rules-summary = Rules: { $met } met, { $unknown } unknown, { $notmet } not met
rules-none = No rule of this call is known.
rules-for-none = Without a legal entity
rules-for-entity = For your { $form } ({ $country })
rules-for-candidate = For this project
clause-field = stated in the call: { $field }
demand-anywhere = anywhere
demand-except = { $within }, but not { $except }
demand-host = a partner where the work happens
demand-host-in = a partner in { $places }
demand-consortium = at least { $members } bodies from { $countries } countries
demand-partner = a partner
demand-allowed = allowed
demand-not-allowed = not allowed
demand-percent = { $percent } % of the costs
call-opens = opens { $day }
call-total = { $amount } in total
call-awards = { $count ->
    [one] { $shown } award expected
   *[other] { $shown } awards expected
}
call-text = What it is for
call-eligibility = Who may apply
call-conditions = Conditions
call-versions = What changed
version-day = Recorded
version-field = Field
version-before = Before
version-after = After
call-deadlines = Closing
call-themes = Themes
call-themes-suggested = Suggested by its words:
call-donor = Donor
donor-parent = passes on money of { $parent }
donor-designated = This donor is designated.
donor-designated-says = For people in that country contact may be a crime. Its calls are left out for projects with people there, and its address is not a link.
donor-status = { $kind } in { $country } since { $day }. Source: { $source }
donor-status-inherited = { $donor }, whose money it passes on: { $kind } in { $country } since { $day }. Source: { $source }
call-source = Source
call-open-source = Read it at the donor’s
call-recorded = From { $source }, recorded { $day }
call-projects = Projects for this call
call-projects-link = See them under code names
call-similar = Similar calls
call-likeness = { $share } % alike
call-for-project = For your project: { $verdict }, fit { $score }; { $met } of { $all } rules met.
call-for-project-link = All matches

# Matches
why-words = Both speak of
why-themes = Same themes:
why-places = Same places:
why-context = Where the call says so
why-crowding = Points are taken off because the call or the project is like very many calls.
why-missing = To fit better, say whether you also do: { $words }.
why-nothing = Nothing in the words, themes or places is shared.
why-nothing-of = Nothing shared in: { $parts }.
why-unknown = Not known, so not compared: { $parts }.
unlock-host = What would open this call: a partner where the work happens.
unlock-partner = What would open this call: a partner in { $places }.
unlock-applicant = What would open this call: a partner registered in { $places } who applies, with you beside it.
unlock-consortium = What would open this call: at least { $members } bodies together, from at least { $countries } countries, yours included.
matches-search = Search all calls for this project
matches-none = No call passes these filters.
matches-blocked = Show blocked calls
matches-show-blocked = { $count ->
    [one] Show { $shown } blocked call
   *[other] Show { $shown } blocked calls
}
matches-promise = Names, age and past grants play no part in fit.
matches-hidden = { $count ->
    [one] { $shown } call is hidden because its donor is, or may be, designated in a country where your organisation has people.
   *[other] { $shown } calls are hidden because their donors are, or may be, designated in a country where your organisation has people.
}
matches-hidden-link = What this means
designated-title = Calls left out for your people’s safety
designated-crime = For people of your organisation, contact with these donors may be a crime.
designated-who = A state where your organisation has people has declared the donor, or one whose money it passes on, undesirable, extremist, terrorist or a foreign agent. Taking part in its work, applying for its money and even a link to it can be punished there.
designated-trace = An application leaves traces for years: mail, bank statements, reports, this server. People who left can endanger those who stayed.
designated-ask = Ask a lawyer who knows that country’s law before you open the donor’s page or write to it. What is here is no legal advice.
designated-record = Dates and sources are those on record here; a newer designation may be missing.
designated-count = { $count ->
    [0] No call is left out for this project.
    [one] { $shown } call is left out for this project.
   *[other] { $shown } calls are left out for this project.
}
designated-show = I understand, show them
candidates-title = Projects for this call
candidates-none = No project that donors may see passes these filters.
candidates-none-own = None of your projects passes these filters.
candidates-blind = Projects stand under code names. Who is behind them plays no part in their order.

# Projects
projects-title = Projects
projects-count = { $count ->
    [one] { $shown } project
   *[other] { $shown } projects
}
projects-none = No project is written down yet.
projects-none-shown = No project is shown to you. Projects are written by members of organisations, who decide who sees them.
projects-none-found = No project passes this filter.
project-see-matches = What could fund it
project-new = A new project
project-new-says = Only the title is required. The more you say, the surer the match.
project-edit = Edit the project
project-pages = Project
project-tab = Project
project-tab-matches = Matches
project-tab-edit = Edit
project-title = Title
project-summary = In one or two sentences
project-problem = The problem
project-activities = What you do
project-outputs = What comes out
project-beneficiaries = Who benefits
project-audience = Whom it speaks to
project-organisation = Organisation
project-reach = Whom it reaches
project-visibility = Who can see it
project-needs = needs { $amount }
project-from = money needed by { $day }
project-own-share = own share: { $percent } %
project-core-costs = asks for core costs
project-no-core-costs = asks for no core costs
project-regrants = passes money on
project-no-regrants = passes no money on
project-people-inside = has people inside the country
entity-sponsor = fiscal sponsor
entity-none = No legal entity is on record: an informal group applies through a fiscal sponsor.

# Project form
form-lang = Language of this text
form-summary-hint = What a stranger should remember.
form-activities-hint = Concretely: the words you use here are matched with the words of calls. Names are masked.
form-themes = { $count ->
    [one] Themes: { $shown } chosen
   *[other] Themes: { $shown } chosen
}
form-themes-hint = Themes are matched across languages.
form-work-places = Where you work
form-reach-places = Whom you reach, and where
form-places-hint = Countries or regions with commas, such as: Germany, Georgia, Eastern Partnership
form-languages = Languages of the work
form-languages-hint = With commas, such as: Russian, Buryat
form-budget = What it costs
form-budget-min = At least
form-budget-max = At most
form-currency = Currency
form-time = When
form-needed-by = Money needed by
form-duration = Months
form-stage = Stage
form-money = What the money is for
form-core-costs = Asks for core costs
form-regrants = Passes money on
form-co-financing = Own share, per cent
form-partners = { $count ->
    [one] Partners: { $shown }
   *[other] Partners: { $shown }
}
form-partners-title = Partners
form-name = Name
form-country = Country
form-form = Legal form
form-partner-name = Name of partner { $number }
form-partner-country = Country of partner { $number }
form-partner-form = Legal form of partner { $number }
form-people-inside = Countries where you have people at risk
form-people-inside-hint = Calls of donors that are designated there are left out for this project.
form-save = Save and see matches
form-preview = Preview matches
form-errors = Please correct this first
live-title = Best calls so far
live-empty = Write a sentence or two, and calls that fit appear here.
live-none = Nothing fits yet.
live-failed = The server does not answer. Use “Preview matches”.
live-asked = Not saved yet. These calls fit what you have written.
error-page = Error: { $title }
error-title = Give the project a title
error-too-long = Shorten this text
error-place = “{ $part }” is not a country or region we know
error-place-one = This is not a country or region we know
error-country = “{ $part }” is not a country we know
error-language = “{ $part }” is not a language we know
error-amount = Write an amount such as 38,000
error-range = The highest amount is below the lowest
error-currency = Choose a currency
error-currency-other = This names another currency than the one chosen beside it
error-day = Write a day such as 2027-03-01
error-day-past = This day is over: write one that lies ahead
error-months = Write a whole number of months
error-percent = Write a number from 0 to 100
error-organisation = Choose an organisation of the list
error-choice = Choose one of the list
error-partner = Give the partner a name

# Import
import-title = Import
import-says = Choose a file. You see first what it would change; nothing is written before you say so.
import-kind = What is in the file
import-calls = Calls
import-projects = Projects
import-file = File
import-file-hint = At most { $limit } MB. The format is recognised by content; compressed files (.gz) are fine.
import-preview = Preview
import-formats = What can be read
import-format-native = Waxwing’s own format: one JSON object a line, calls or projects.
import-format-projects = Waxwing’s own format: one JSON object a line, each a project.
import-format-eu = Topics of the EU Funding & Tenders portal, in three shapes.
import-format-ua = Lists of calls for Ukrainian civil society, with amounts and deadlines in words.
import-format-us = Grant opportunities of US states.
import-promise = Importing the same file twice changes nothing. A changed deadline keeps the old one in the history.
import-nothing = Choose a file first
import-empty = The file is empty
import-binary = This is no file with records: { $detail }
import-not-recognised = The format is not known: { $detail }
import-broken = The file is damaged, and nothing was written: { $detail }
import-unpacks = The file grows too large when unpacked: { $detail }
import-unreadable = The file cannot be read: { $detail }
import-too-big = The file is larger than { $limit } MB
import-expired = The preview is no longer kept. Please choose the file again.
import-again = Choose a file
import-preview-title = Preview of the import
import-preview-says = Nothing has been written yet.
import-nothing-new = Nothing in this file is new: there is nothing to import.
import-done = Imported
import-done-says = The records are on file, and matching knows them.
import-format = { $name }, recognised as { $format }
import-new = New
import-changed = Changed
import-same = Same
import-refused = Refused
import-records = Records that are new, changed or refused
import-row = Row
import-outcome = What happens
import-record = Record
import-more = { $count ->
    [one] and { $shown } more
   *[other] and { $shown } more
}
import-commit = { $count ->
    [one] Import { $shown } record
   *[other] Import { $shown } records
}
import-see = See them
import-another = Import another file
problem-missing = is missing
problem-unknown-field = is not a field of this format
problem-invalid = “{ $found }” is not what belongs here; expected: { $expected }
problem-too-long = is longer than { $limit } bytes
problem-unreadable = cannot be read: { $detail }
problem-repeated = has the same identifier as row { $row }
problem-organisation = “{ $found }” is not on record

# About
matching-lede = Waxwing compares what a call asks for with what a project does. It does not know who is asking.
matching-three = Three answers, never one number
matching-three-says = Verdict: may this project apply? Fit: do call and project want the same? Confidence: how much was known? A high fit does not hide a rule that is not met.
matching-blind = Names are masked
matching-blind-says = Names of organisations, people, donors, addresses, websites and registration numbers are taken out of every text before it is compared. Taking a known name out of a project or putting another in its place changes nothing.
matching-fit = What fit is made of
matching-fit-says = Words both use, rarer ones counting more; themes; places; amounts. The parts add up to the number shown. Where one side is silent, the part is left out and says so.
matching-rules = Rules come with their words
matching-rules-says = Every rule shows the sentence of the call it rests on, or the fact it was given as. It is met, not met or unknown, for each of your legal entities; the best route is shown.
matching-unknown = Unknown is not no
matching-unknown-says = What a call or a project does not say never counts against it. It lowers confidence, and the verdict is “unclear”.
matching-urgency = Urgency is not fit
matching-urgency-says = Closing dates sort and filter. They never change the number.
matching-designated = Designated donors
matching-designated-says = Some states have declared donors “undesirable” or “extremist”; contact may be a crime for people there. If a project has people in such a country, calls of that donor, and of those who pass on its money, are shown for it only on a page of their own that explains the risk first.
matching-limits = What it cannot do
matching-limits-says = Words are compared within one language; across languages themes, places and amounts carry the match. Rules are taken from texts only where they are certain, so many stay unknown. Read the call before you decide.
locked-title = Locked
locked-says = This server is locked. Whoever operates it can start it again.
privacy-title = Privacy
privacy-lede = What is not stored cannot be seized.
privacy-true = What is true today
privacy-1 = Addresses, browsers and referring pages of visitors are neither stored nor logged.
privacy-2 = No page loads anything from another host, and the server opens no connection to one.
privacy-3 = Every page and form works without scripts. Most pages have none.
privacy-4 = Uploaded files are kept in memory until you decide, half an hour at most, and never written to disk.
privacy-5 = Three cookies: one holds your language, if you choose one; one your session, until you close the browser, for half an hour without use or twelve hours at most; one by which the browser knows you when you sign in again, until you close it, or for half a year if you ask for that.
privacy-6 = Projects are private unless an owner of the organisation decides otherwise. Donors see code names.
privacy-7 = Passwords are kept as Argon2id hashes; of sessions, known browsers and one-time links only fingerprints are kept.
privacy-8 = Tries to sign in are slowed down by account, never by address.
privacy-9 = The trail of who did what knows accounts and hours, no addresses and no texts, and shows when it was changed.
privacy-10 = What you delete is gone from the database file and its journal at once.
privacy-11 = Backups can be read only with a secret key that is kept elsewhere; what is kept for a time only, like the trail, is removed when that time is over.
privacy-proof = Each of these sentences is checked by automatic tests whenever the program is built.
privacy-not = What is not true yet
privacy-not-says = Whoever operates this server can read what is on it while it runs: choose the operator. Waxwing encrypts the database file only if whoever operates it chose so: ask, and otherwise it belongs on an encrypted disk. Backups keep what you deleted until they are removed.
word-call = Call
word-call-says = An offer of money with rules: who may apply, for what, how much, until when.
word-project = Project
word-project-says = A piece of work that needs money. Projects are matched, not organisations.
word-donor = Donor
word-donor-says = Who gives: a public body, a foundation, a company, or an intermediary that passes money on.
word-entity = Legal entity
word-entity-says = A registered body through which an organisation can apply and receive. A team may have several, in several countries.
word-sponsor = Fiscal sponsor
word-sponsor-says = A registered body that receives money for a group that has none of its own.
word-rule = Rule
word-rule-says = One condition of a call, with the words it rests on: met, not met or unknown.
word-fit = Fit
word-fit-says = How well a call and a project suit each other in substance, from 0 to 100.
word-confidence = Confidence
word-confidence-says = How much of what matters was known when a match was made.
word-core = Core costs
word-core-says = What keeps an organisation going whatever it does: rent, accounting, permanent staff.
word-regranting = Regranting
word-regranting-says = Passing a grant on to others in smaller parts.
word-cofinancing = Co-financing
word-cofinancing-says = The share of the costs that the applicant brings.
word-designated = Designated
word-designated-says = Declared “undesirable”, “extremist”, “terrorist” or a “foreign agent” by a state, with date and source.
import-not-text = The file is no readable text: { $detail }
import-truncated = The file breaks off before its end, and nothing was written: { $detail }
import-too-deep = The file is nested too deeply: { $detail }
import-record-too-long = A record of the file is too long: { $detail }
import-too-many = The file holds too many records: { $detail }

# People: frame
nav-account = Account
nav-organisations = Organisations
nav-admin = Server
nav-sign-in = Sign in
nav-leave = Leave quickly
field-name = Name
field-account-name = Name
field-sure = The box “Yes, lock it now, for everybody”
field-password = Password
field-new-password = New password
field-code = Code
field-role = Role
field-named = People
field-coalition = Coalition
field-members = Organisations
field-reason = Reason
field-approval = Request
field-organisation = Organisation
wrong-missing = { $field }: fill this in.
wrong-too-long = { $field }: this is too long.
wrong-taken = { $field }: this is taken already.
wrong-unknown = { $field }: nothing is known under this name.
wrong-wrong = { $field }: this is not right.
wrong-password-short = { $field }: at least { $least } characters. A few words in a row are easy to keep in mind.
wrong-password-weak = { $field }: this would be guessed soon. Take words that do not belong together.
wrong-last-owner = An organisation needs an owner: make somebody else one first.
wrong-owner = Only an owner can give the project to another organisation.

# Signing in
sign-in-title = Sign in
sign-in-name = Name
sign-in-password = Password
sign-in-code = Code of your second factor, or a recovery code
sign-in-code-hint = Leave this empty if you have set none up.
sign-in-button = Sign in
sign-in-wrong = Name, password or code is not right.
sign-in-too-soon = Too many tries. Wait { $count ->
    [one] { $shown } second
   *[other] { $shown } seconds
}, then try again. In a browser that knows you, or with a recovery code, you need not wait.
sign-in-lost = You lost your password or your phone? A recovery code stands in for the phone. For anything else ask an admin of this server for a one-time link.
sign-in-again = Your session has ended, so nothing was saved yet. Sign in in a new tab, then reload this page: your browser sends again what you typed.
sign-in-new-tab = Sign in in a new tab
sign-out = Sign out
landing-title = Find the calls that fit your project
landing-says = Waxwing matches donor calls to projects by substance, never by well-known names, and says why.
landing-no-account = Accounts are made by invitation only.
landing-setup = This server has no admin yet. Open the one-time link that it printed when it was started.
demo-try = Look around
demo-try-says = Everything here is invented. Choose who you want to be; no password is needed.
demo-as-staff = As staff of an organisation
demo-as-donor = As a donor’s reviewer
demo-as-analyst = As an analyst
demo-as-admin = As the server’s admin

# One-time links
join-title = Invitation
join-setup = You set this server up and become its first admin.
join-admin = You become an admin of this server.
join-analyst = You become an analyst: you keep the calls and study the sector.
join-member = You join { $name } as { $role }.
join-reviewer = You review projects for the calls of { $name }.
join-recovery = You choose a new password for the account { $name }. Its second factor is taken away and its sessions end.
join-expires = The link works once, until { $day }.
join-name-hint = You sign in with it, and colleagues see it. It need not be your real name.
join-password-hint = At least { $least } characters; pasting is fine.
join-button = Make the account
join-recovery-button = Set the new password
join-have = You are signed in as { $name }.
join-with-mine = Accept with this account
link-title = One-time link
link-says = It is shown only now, works once and ends after 24 hours. Hand it over in a way you trust.
link-address = Address to hand over
link-for = For { $name }, who has lost the way in
link-for-member = For { $name }, role: { $role }
link-for-analyst = For an analyst
link-for-admin = For another admin of this server
link-for-reviewer = For a reviewer of { $name }
role-viewer = viewer
role-editor = editor
role-owner = owner

# Account
account-title = Your account
account-signed-in-as = You are signed in as { $name }.
account-rights = What you may do
account-right-admin = You operate this server. Private records of organisations are closed to you.
account-right-analyst = You keep the calls and study the sector. Private records of organisations are closed to you.
account-right-reviewer = You review projects for the calls of { $name }. They stand under code names.
account-right-member = { $name }: { $role }
account-right-none = Nothing yet: ask for an invitation.
account-password = Change the password
account-password-button = Change it
account-password-old = Password now
account-changed = Done. All your other sessions have ended.
account-factor = Second factor
account-factor-none = A code from an app on your phone, besides the password. It keeps out whoever learns your password.
account-factor-set = Set up a second factor
account-factor-has = Set up. { $count ->
    [one] { $shown } recovery code is left.
   *[other] { $shown } recovery codes are left.
}
account-factor-remove = Remove it
account-factor-codes = New recovery codes
account-demo = Accounts of the demonstration have no password and no second factor.
factor-title = Set up a second factor
factor-scan = Scan this picture with an app for one-time codes.
factor-picture = The key below as a picture
factor-type = Or type this key into the app:
factor-code = The code the app shows now
factor-button = Confirm
recovery-title = Your recovery codes
recovery-says = They are shown only now. Each works once in place of a code of the app. Write them down on paper or keep them in a password manager, not beside your phone.
recovery-done = I have kept them
sessions-title = Where you are signed in
sessions-says = Neither addresses nor browsers are recorded, only when each session began.
sessions-since = Since { $day }
sessions-this = this one
sessions-end = End
sessions-end-others = End all others
trail-own = What you did

# Organisations
organisations-title = Your organisations
organisations-none = You belong to no organisation yet.
organisations-none-next = To the calls
organisation-members = Members
organisation-member = Member
organisation-role = Role
organisation-set-role = Change
organisation-remove-member = Remove
organisation-leave = Leave the organisation
organisation-invite = Invite somebody
organisation-invite-says = The link makes an account, or adds the organisation to one that exists.
organisation-invite-button = Make a link
organisation-links = Links that wait
organisation-take-back = Take back
organisation-code-name = Donors see projects under code names of their own. Your organisation’s code name, for coalitions: { $name }
organisation-entities = Legal entities
organisation-coalitions = Coalitions
organisation-coalitions-none = In no coalition. In a coalition, organisations can show each other chosen projects.
organisation-coalition-members = Agreed: { $names }
organisation-coalition-asked = Asked: { $names }
organisation-coalition-agree = Agree
organisation-coalition-leave = Leave
organisation-coalition-found = Found a coalition
organisation-coalition-with = Code names of the other organisations, one in a line
organisation-coalition-button = Ask them
organisation-two = What needs two owners
organisation-two-says = One owner asks, another one agrees within seven days.
organisation-ask-export = Ask for a file with everything
organisation-ask-erase = Ask to erase the organisation
organisation-erase-says = Erasing removes the organisation with all its projects, for good.
organisation-erased = Erased
organisation-erased-says = The organisation and everything of it is gone from the database.
approval-export = A file with everything of the organisation
approval-erase = Erasing the organisation with everything of it
approval-admin = A link that makes an admin
approval-asked = Asked by { $name }, { $day }
approval-agree = Agree
approval-refuse = Refuse
trail-title = Who did what
trail-says = Accounts and hours, no addresses and no texts. Each entry is tied to the one before, so that a change of the past shows.
trail-hour = Hour (UTC)
trail-who = Who
trail-what = What
trail-none = Nothing yet.
trail-machine = the program
act-account_created = account made at the machine
act-account_disabled = account closed
act-account_enabled = account opened again
act-agreed = agreed to what another one asked
act-asked = asked for what needs two people
act-backed_up = backup written
act-calls_imported = calls imported
act-coalition_founded = coalition founded
act-coalition_joined = coalition joined
act-coalition_left = coalition left
act-factor_added = second factor set up
act-factor_removed = second factor taken away
act-invitation_used = invitation used
act-invited = link made
act-locked = server locked
act-member_removed = member removed
act-name_opened = a reviewer opened the name behind a project
act-organisation_added = organisation added
act-password_changed = password changed
act-project_changed = project changed
act-project_created = project written
act-project_deleted = project deleted
act-projects_imported = projects imported
act-recovered = account recovered
act-recovery_code_used = signed in with a recovery code
act-recovery_codes_renewed = recovery codes renewed
act-recovery_offered = link for recovery made
act-refused = refused what another one asked
act-role_changed = role changed
act-reviewer_ended = reviewer of a donor ended
act-shared_coalition = project shown to a coalition
act-shared_donors = project shown to donors
act-shared_named = project shown to named people
act-shared_private = project made private
act-shared_public = project shown to everyone
act-signed_in = signed in
act-unlocked = server unlocked

# Who sees a project
project-tab-sharing = Who sees it
sharing-title = Who sees this project
sharing-level = Show it to
sharing-named = People outside the organisation, by the names they sign in with, one in a line
sharing-coalition = Coalition
sharing-preview = See what this would show
sharing-preview-title = What would be seen
sharing-who = Who
sharing-what = What they see
sharing-new = New
sharing-raise = Show it
sharing-lower = Save
sharing-from = Donors and everyone see it from { $day } on. Until then you can take it back unseen.
sharing-members = { $count ->
    [one] { $shown } member of your organisation
   *[other] { $shown } members of your organisation
}
sharing-donors = Reviewers of donors, beside calls that it fits; never of donors designated where you have people
sharing-everyone = Everyone who can reach this server
shown-organisation = the organisation’s name
shown-title = the title
shown-texts = the texts as written
shown-code-name = another code name beside each call; texts with words in place of known names
shown-facts = needs, places, languages, themes, stage
shown-partners = partners by name
shown-people-inside = where you have people at risk
sharing-openings = Who opened the name
sharing-openings-says = A reviewer who wants to know whose project this is gives a reason, and you see it.
sharing-opening = { $day }, { $donor }: “{ $reason }”
project-private-note = New projects are private. Who sees a project is decided on its own page, by an owner.
project-delete = Delete the project
project-delete-title = Delete this project
project-delete-says = It is removed from the database and its journal at once; from backups when they are due.
project-delete-button = Delete
project-shared-with-you = Shown to you by its organisation
project-public-view = As everyone sees it

# Reading blind
candidates-own = Your own projects, held against this call.
candidate-texts = In its own words
candidate-masked = Words stand in place of known names, addresses and numbers.
candidate-read = Read the project
candidate-open = Whose project is this?
candidate-open-says = The organisation sees that you asked, beside which call, and your reason.
candidate-open-reason = Reason
candidate-open-button = Open the name
candidate-opened = You opened the name: { $name }
candidate-scored = This call is being scored blind. Names stay closed until all scores are locked.

# The server
admin-title = Server
admin-accounts = Accounts
admin-account = Account
admin-rights = Rights
admin-right-admin = admin
admin-right-analyst = analyst
admin-right-member = member
admin-right-reviewer = reviewer for { $name }
admin-closed = closed
admin-demo = demonstration
admin-factor = second factor
admin-close = Close
admin-open = Open again
admin-recover = Link for recovery
admin-end-reviewer = End reviewing for { $name }
admin-add-organisation = Add an organisation
admin-add-organisation-says = You get a link for its first owner. What the organisation writes stays closed to you.
admin-add-organisation-button = Add it
admin-organisations = Organisations
admin-organisations-says = Nobody has joined these yet. If the link for the first owner was lost, make it anew; the old one ends.
admin-organisation-who = Owners
admin-organisation-link = nobody yet; link open until { $day }
admin-organisation-nobody = nobody, and no link is open
admin-organisation-others = { $count ->
    [one] { $shown } other organisation has members or records. Which one, and who belongs to it, is not shown here.
   *[other] { $shown } other organisations have members or records. Which ones, and who belongs to them, is not shown here.
}
admin-organisation-renew = New link for the first owner
admin-invite = Invite
admin-invite-analyst = Link for an analyst
admin-invite-reviewer = Link for a donor’s reviewer
admin-invite-donor = Donor
admin-invite-no-donor = Reviewers can be invited once their donor is on record.
admin-ask-admin = Ask for another admin
admin-lock = Lock the server
admin-lock-says = Every session ends, and the server forgets what it holds and stops answering. Only somebody at the machine can start it again. For the moment in which the machine may fall into other hands.
admin-lock-sure = Yes, lock it now, for everybody
admin-lock-button = Lock
admin-two = What needs two admins
admin-two-says = One admin asks, another one agrees within seven days. Where there is only one, the person at the machine makes the second: waxwing account create.
admin-trail-holds = { $count ->
    [one] The trail is unbroken. It has { $shown } entry in all; below stand those that concern the server, each organisation sees its own.
   *[other] The trail is unbroken. It has { $shown } entries in all; below stand those that concern the server, each organisation sees its own.
}
admin-trail-broken = The trail was changed by hand at entry { $number }.

percent = { $number } %
attention-link = How much attention new organisations get
attention-title = Attention to new organisations
attention-lede = Whoever reads down a list gives most attention to its first places. In the lists of projects for your calls, how much of it goes to new organisations, and how much does their fit earn them?
attention-table = Calls whose projects you review, by the quarter in which they opened
attention-opened = Opened
attention-quarter = Quarter { $number } of { $year }
attention-all = All together
attention-calls = Calls
attention-organisations = Organisations
attention-got = Attention new ones get
attention-due = What their fit earns
attention-ratio = Ratio
attention-too-few = Too few organisations to tell
attention-none = None of the calls whose projects you review has opened recently.
attention-how = How this is counted
attention-how-new = New is an organisation without a legal entity of its own aged { $number } years or more when the call opened. Awards are not on record yet; age stands in for them and plays no part in any match.
attention-how-got = The place r of a list gets the attention 1/log₂(1 + r), down to place { $number }. Blocked projects are left out, as in the list you see first.
attention-how-due = What fit earns is the share of all fit in the list. A ratio of 1 is even; above 1, new organisations get more attention than their fit earns, below 1 less.
attention-how-today = The lists are those of today: as projects come and go, past quarters change too.
attention-how-few = Shares are told where at least { $number } new and { $number } other organisations are listed, so that none can be found behind them.
