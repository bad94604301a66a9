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
zone-unknown = zone not stated
hour-unknown = hour not stated
deadline-hour = { $day }, { $hour } ({ $zone })
closing-rolling = open at any time
closing-unknown = closing not stated
closing-on = closes { $day }, { $ahead }
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
legal-status-extremist = “extremist”
legal-status-foreign-agent = “foreign agent”
outcome-met = met
outcome-unknown = unknown
outcome-not-met = not met
part-words = Words
part-themes = Themes
part-place = Place
part-amount = Amount
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
visibility-donors = donors, under the code name
visibility-public = everyone
why-stated = stated
why-call-silent = The call does not say.
why-project-silent = The project does not say.
why-no-entity = No legal entity is on record.
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
field-deadline-text = closing, in words
field-award = award size
field-award-text = amounts, in words
field-total = total
field-awards-expected = number of awards
field-duration = duration
field-duration-text = duration, in words
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
clause-field = stated as a fact: { $field }
clause-at = { $field }, from character { $start }
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
why-missing = To fit better, say whether you also do: { $words }.
why-nothing = Nothing in the words, themes or places is shared.
matches-search = Search all calls for this project
matches-none = No call passes these filters.
matches-blocked = Show blocked calls
matches-show-blocked = { $count ->
    [one] Show { $shown } blocked call
   *[other] Show { $shown } blocked calls
}
matches-promise = Names, age and past grants play no part in fit.
matches-hidden = { $count ->
    [one] { $shown } call is hidden because its donor is designated in a country where this project has people.
   *[other] { $shown } calls are hidden because their donor is designated in a country where this project has people.
}
matches-hidden-link = What this means
candidates-title = Projects for this call
candidates-none = No project that donors may see passes these filters.
candidates-blind = Projects stand under code names. Who is behind them plays no part in their order.

# Projects
projects-title = Projects
projects-count = { $count ->
    [one] { $shown } project
   *[other] { $shown } projects
}
projects-none = No project is written down yet.
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
project-code-name = Code name: { $name }
project-needs = needs { $amount }
project-from = from { $day }
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
form-people-inside-hint = Calls of donors that are designated there will never be shown for this project.
form-visibility-hint = Donors see the code name only, never the organisation.
form-save = Save and see matches
form-preview = Preview matches
form-errors = Please mend this first
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
error-day = Write a day such as 2027-03-01
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
matching-designated-says = Some states have declared donors “undesirable” or “extremist”; contact may be a crime for people there. If a project has people in such a country, calls of that donor, and of those who pass on its money, are not shown for it anywhere.
matching-limits = What it cannot do
matching-limits-says = Words are compared within one language; across languages themes, places and amounts carry the match. Rules are taken from texts only where they are certain, so many stay unknown. Read the call before you decide.
privacy-title = Privacy
privacy-lede = What is not stored cannot be seized.
privacy-true = What is true today
privacy-1 = Addresses, browsers and referring pages of visitors are neither stored nor logged.
privacy-2 = No page loads anything from another host, and the server opens no connection to one.
privacy-3 = Every page and form works without scripts. Most pages have none.
privacy-4 = Uploaded files are kept in memory until you decide, half an hour at most, and never written to disk.
privacy-5 = One cookie holds your language, if you choose one. There is no other.
privacy-6 = Projects are private unless you decide otherwise. Donors see code names.
privacy-not = What is not true yet
privacy-not-says = There are no accounts yet. Whoever reaches this server can read everything on it, so it listens on this computer only.
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
word-designated-says = Declared “undesirable”, “extremist” or a “foreign agent” by a state, with date and source.
import-not-text = The file is no readable text: { $detail }
import-truncated = The file breaks off before its end, and nothing was written: { $detail }
import-too-deep = The file is nested too deeply: { $detail }
import-record-too-long = A record of the file is too long: { $detail }
import-too-many = The file holds too many records: { $detail }
