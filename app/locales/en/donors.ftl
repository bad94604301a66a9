# Donors and designations

nav-donors = Donors
donors-title = Donors
donors-says = Who gives, under which names, and what states have declared them to be.
donors-search = Name
donors-designated-only = Only those that are designated somewhere, or where this is to be decided
donors-none = No donor has such a name.
donors-all = All donors
donors-new = Add a donor
donors-name = Name
donors-kind = Kind
donors-seat = Seat
donor-designated-in = designated: { $countries }
donor-undecided = may be designated, not decided yet
donor-aliases = Other names
donor-aliases-hint = One a line: translations, acronyms, earlier names.
donor-passes-on = Passes on money of
donor-regrantors = Passed on by
donor-no-parent = nobody’s
donor-parent-hint = What states declared that donor to be counts for this one as well.
donor-edit = Change this donor
donor-save = Save
donor-calls = Calls
donor-calls-none = No call of this donor is on record.
donor-legal = Legal status
donor-legal-none = Neither a person nor a register on record here has named this donor. That is no proof that no state has designated it.
donor-status-decision = Decision: { $decision }.
donor-status-until = Until { $day }.
donor-status-register = In the register as “{ $name }” (list of { $day }).
donor-status-like = Not decided yet: the register names “{ $name }” (list of { $day }), and the names are alike.
donor-status-add = Record a legal status
donor-status-add-says = Without country, date and source it is a rumour, and is not recorded. Another status of the same kind in the same country is replaced.
donor-status-until-hint = Only if it was lifted: the last day on which it held.
donor-status-source-hint = The address of the register, or the official journal with number and date.
donor-status-save = Record it
donor-status-remove = Entered by mistake: remove
donor-decide-says = Names are alike, and only a person can say whether it is the same body. Until then its calls are left out for projects with people in that country.
donor-register = Rows of registers
donor-merged = One with this donor
donor-merge = This is another donor on record
donor-merge-says = All its calls, names and statuses then count for the other one. It can be undone: nothing is lost.
donor-merge-button = They are one
donor-split = Separate again
designations-title = Registers of designated bodies
designations-says = Bodies that states have declared undesirable, extremist or terrorist organisations or foreign agents. Contact with them may be a crime for people there.
designations-lists = Lists on record
designations-none = No list is on record: no donor is checked.
designations-open = To be decided
designations-nothing-open = Nothing waits for a decision.
designations-known = Found and decided
designations-bodies = Look a body up
designations-found = { $count ->
    [one] { $shown } body
   *[other] { $shown } bodies
}
register-day = As of
register-list-of = list of { $day }
register-age = { $count ->
    [one] { $shown } day old
   *[other] { $shown } days old
}
register-bodies = Bodies
register-body = Body in the register
register-gone-count = No longer named
register-gone = No longer in the list of { $day }.
register-old = A list here is old: bodies designated since then are missing.
register-load = Load a newer list
register-load-says = A table (CSV) with the columns name, alias, kind, country, decision, from, until, source, or the list of the Russian ministry of justice as JSON. You see first what would change. What a newer list no longer names stays and is marked.
register-date = Date of the list
register-date-hint = For which day it tells who is named: the day on which it was published or fetched. An older file has an older day.
register-country-hint = Counts for rows that name no country.
standing = Standing
standing-undecided = alike, to be decided
standing-name = has this name
standing-person = is this body, by decision
standing-cleared = is not this body, by decision
standing-yes = It is this body
standing-no = It is another one
standing-again = Take the decision back
check-title = Donors were checked by names
check-nobody = No project of yours names a country with people inside, so donors are not checked.
check-no-register = { $country }: no register is on record, nobody was checked.
check-register = { $country }, { $kind }: list of { $day }, { $age }.
check-undecided = { $count ->
    [one] For { $shown } donor it is not decided yet whether it is designated; its calls are left out.
   *[other] For { $shown } donors it is not decided yet whether they are designated; their calls are left out.
}
calls-withheld = { $count ->
    [one] { $shown } call is left out because its donor is, or may be, designated where a project of your organisations has people.
   *[other] { $shown } calls are left out because their donors are, or may be, designated where a project of your organisations has people.
}
designated-show-one = I understand, show the call
import-gone = no longer named
import-gone-says = It stays and is marked.
import-list-of = Taken as the list of { $day }.
field-aliases = Other names
field-decision = Decision
field-source = Source
field-gone-since = no longer named since
field-until = Until
field-since = Since
field-jurisdiction = Country whose law says so
field-status-kind = What was declared
field-kind = Kind
field-country = Seat
field-parent = Passes on money of
field-into = The other donor
field-date = Date
wrong-hidden-signs = { $field }: there are signs in it that cannot be seen. Type it anew.
wrong-too-many = { $field }: these are too many.
wrong-donor-taken = { $field }: a donor of this name is on record already.
wrong-circle = { $field }: the money would come back to this donor.
wrong-before-since = { $field }: this is before the first day.
wrong-same-donor = { $field }: these two are one already.
act-designations_imported = register of designated bodies imported
act-donor_created = donor added
act-donor_changed = donor changed
act-donor_status_set = legal status of a donor recorded
act-donor_status_removed = legal status of a donor removed
act-donor_merged = two donors made one
act-donor_split = donors separated again
act-donor_designated = donor found to be a designated body
act-donor_cleared = donor found not to be a designated body
act-donor_undecided = decision about a donor taken back
register-old-load = A list here is old: bodies designated since then are missing. Load a newer one below, if you have one.
register-load-values = Kinds: undesirable, extremist, terrorist, foreign_agent. Days: 2026-12-31 or 31.12.2026. Countries by code, such as RU or BY. Several other names stand in one cell, parted by semicolons.
register-additions = These are additions only: nothing that the file does not name is marked
register-undo = Read by mistake?
register-undo-says = This file was read on { $at } as the list of { $day }. If it is taken back, bodies that only it named go ({ $new }), rows that it changed are again as they were ({ $changed }), and the list has the day that it had before. What persons decided stays.
register-undo-button = Take it back
donors-calls-hidden = hidden
donor-taken-by = “{ $typed }” is a name of { $donor }.
donor-taken-see = On record already:
import-day-to-come = Date of the list: { $day } is still to come. Today is { $today }.
import-going = { $list }: { $gone } of { $all } bodies of the list on record are not in this file and will be marked as no longer named.
import-went = { $list }: { $gone } of { $all } bodies of the list on record are not in this file and are marked as no longer named.
import-going-hint = If the file tells only of additions, import it as such: then nothing is marked.
import-as-additions = Import as additions only
import-additions-says = Read as additions only: nothing is marked as no longer named, and a list on record stays as old as it was.
import-confirms = { $list }: the list on record, of { $before }, is of { $day } with this file.
import-confirm = Record as the list of { $day }
import-donors-designated = Donors on record that this file designates
import-donors-undecided = Donors on record that somebody must decide about
import-donors-lifted = Donors on record that no register designates any more
import-donors-more = and { $shown } more
import-donors-none = Nothing changes for the donors on record.
import-repeated = Repeated
import-repeated-says = says the same as row { $row }
import-alike = The same in rows { $rows }.
import-alike-more = { $count ->
    [one] And in { $shown } more row.
   *[other] And in { $shown } more rows.
}
import-all-refused = No record of this file can be accepted. The reasons stand below.
import-nothing-but-refused = There is nothing to import: some records are refused, the others are on record already.
wrong-far-ahead = { $field }: this is more than a year ahead.
act-register_taken_back = list of designated bodies taken back
