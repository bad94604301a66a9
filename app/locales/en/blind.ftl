# Blind review
review-begin = Begin to read the projects
review-none = Nobody has begun to review this call. When you begin, code names are drawn for its projects: other ones than beside any other call.
review-reading = The projects are being read
review-reading-says = When scoring starts, no name opens any more until all scores are locked.
review-start = Start scoring
review-scoring = The projects are being scored
review-scoring-says = Names open when all who take part have locked their scores: { $locked } of { $of } have.
review-lock = Lock my scores
review-lock-says = You can change scores and notes until you lock them; after that they are final.
review-mine-locked = Your scores are locked.
review-leave = Take no part
review-absent-says = Those who review for this donor when scoring starts take part. Whoever has not locked can be left out by one who has: seven days after scoring started and after their last score, or at once when they no longer review.
review-locked = All scores are locked
review-locked-says = You see the scores of all. Names open for a reason, which the organisation sees.
review-again = Begin another review
review-parts = Who takes part
review-part = Reviewer
review-part-state = Scores
review-part-scoring = not locked yet
review-part-locked = locked
review-part-left-out = left out
review-leave-out = Go on without them
review-leave-out-whom = Go on without { $name }
review-limits = What code names cannot hide.
review-limits-says = As long as you are signed in, these projects are shown to you by name nowhere else. Nobody can keep you from reading the public page of a project without an account, or from recognising a text or a sum that you know from elsewhere. If you recognise a project, say so to the others before you score it.
projects-blind = You review for a donor. Projects that donors may see are not in this list: they stand beside your calls, under code names.
score-title = Your score
score-label = Score, from 0 to 10
score-none = no score yet
score-note = Note
score-says = Until all scores are locked, nobody sees them but you.
score-button = Save the score
score-mine = your score: { $score }
score-mean = mean of all scores: { $score }
score-knew = had opened the name before scoring started
scores-title = Scores
scores-none = Nobody scored this project.
scores-mean = Mean
candidate-page = Its public page
candidate-scored-elsewhere = Another call that you review is being scored, and this project may stand beside it. Names stay closed until its scores are locked.
sharing-blind = Donors’ reviewers read it beside each call under another code name, with known names masked. They may still recognise a text or a sum that they know from elsewhere: from a website, another application, or this project while it was shared with them by name.
sharing-blind-public = Donors’ reviewers read it beside each call under another code name, and the program shows them its public page only after they have opened the name. But everyone can read that page without an account, reviewers as well: whoever looks for the text there learns whose it is. If names are to count for nothing in a review, stay with “donors” until it is over.
organisation-coalition-says = They see the coalition’s name at once, but your code name only, until they agree; and you see only theirs. Who does not answer stays under “Asked”, whether the code name belongs to anybody or not.
field-score = Score
field-note = Note
wrong-code-name = { $field }: this is not written as a code name is, such as “Alnus 042”.
wrong-many-asked = { $field }: these are more than an organisation can ask in one day. Ask the others tomorrow.
act-review_begun = review of a call begun
act-review_scoring = scoring of a call started
act-scores_locked = own scores locked
act-review_locked = review of a call locked
act-review_left = left the scoring of a call
act-review_left_out = went on scoring without a reviewer
review-waiting = { $count ->
    [one] { $shown } project is there to be read.
   *[other] { $shown } projects are there to be read.
}
review-given = You have scored { $given } of { $of } projects.
review-withdrawn = { $count ->
    [one] { $shown } project that you scored has been withdrawn by its owner and is not counted.
   *[other] { $shown } projects that you scored have been withdrawn by their owners and are not counted.
}
review-no-part = You take no part in this scoring.
review-join = Take part
review-join-there = You can take part from the list; the others then wait for your scores as well.
review-rules-changed = { $count ->
    [one] The rules of this call have been changed { $shown } time since these code names were drawn. Verdicts that changed with them tell something about the applicants.
   *[other] The rules of this call have been changed { $shown } times since these code names were drawn. Verdicts that changed with them tell something about the applicants.
}
review-earlier = Earlier reviews of this call
review-earlier-says = You see the reviews in which you took part: scores, notes, and the names that you opened then. While a call that you review is being scored, names stay closed here too.
review-earlier-none = There is no earlier review in which you took part.
review-earlier-number = Review { $number }
review-again-title = Begin another review?
review-again-says = New code names are drawn for all projects of this call, and the list shows the new review from then on. Scores, notes and opened names of the review before stay as they are: whoever took part in it finds them under “Earlier reviews of this call”. This cannot be undone.
review-lock-title = Lock your scores now?
review-lock-unscored = { $count ->
    [one] You have not scored { $shown } project. Once locked, you cannot score it any more.
   *[other] You have not scored { $shown } projects. Once locked, you cannot score them any more.
}
review-to-score = Your scores are waited for
review-to-score-says = Scoring has started for these calls, and you take part. Until you lock your scores or choose to take no part, no name opens for anybody who reviews the call.
results-title = All projects with all scores
results-project = Project
results-no-score = none
results-withdrawn = withdrawn by its owner
candidate-opened-title = The project: { $title }
candidate-no-page = It has no public page.
candidate-opened-next = The organisation sees that the name was opened, beside which call, and why. This program shows you no address of it: write to it at one that it has published itself.
failure-call-scored = This call is being scored
failure-call-scored-says = While a call is being scored, nothing that decides who may apply can be changed: verdicts would tell where an applicant is registered, and since when. Wait until all scores are locked. If a mistake in the rules has to be put right before that, all who take part must first choose to take no part; then the projects are being read again. Everything else in the call can be changed at any time.
failure-scores-locked = You have locked your scores
failure-scores-locked-says = Nothing was saved. Locked scores and notes cannot be changed, by anybody.
failure-scoring-over = Scoring is over
failure-scoring-over-says = Nothing was saved: all scores of this review are locked.
failure-no-part = You take no part in this scoring
failure-no-part-says = Nothing was saved. If you want to score, choose “Take part” above the list of projects; the others then wait for your scores as well.
failure-withdrawn = This project has been withdrawn
failure-withdrawn-says = Its owner does not show it to donors any more. Nobody needs to score it, and it is no longer counted.
act-review_joined = took part in the scoring of a call again
import-held = Being scored
import-held-says = This call is being scored and the file changes its rules: it stays as it is. Import the file again when all scores are locked.
sharing-texts = The texts, word for word as reviewers will read them
sharing-texts-says = Read them once as a stranger would. Only names that are entered in this program, and what looks like an address or a number, is taken out. Any other name stands there for all to read.
sharing-no-people = Nobody has entered people who are publicly tied to your organisation. Their names stay in these texts.
sharing-no-aliases = No other names of your organisation are entered: no short name, no former name, no name in another language. They stay in these texts.
sharing-gone = No longer
sharing-gone-says = nothing
sharing-opened-says = A reviewer who opens the name for a reason sees the organisation’s name and the title.
sharing-rules-says = A donor can change the rules of its own call, except while it is being scored. By changing them and watching the verdicts, it can learn in which country an applicant is registered, and since when. Its reviewers are told how often the rules were changed.
sharing-coalition-none = Your organisation is in no coalition yet: it can found one, or agree to one, on its own page.
organisation-coalition-agree-says = When you agree, all members see your organisation’s name, and you see theirs. Until then they see neither your name nor whether you have read this.
organisation-coalition-decline = Decline
organisation-coalition-leave-title = Leave this coalition?
organisation-coalition-leave-says = You lose sight of the projects that others show to this coalition, and they lose sight of yours. The others keep knowing your organisation’s name. To come back, somebody has to ask you again.
wrong-code-name-line = Line { $line }: “{ $found }” is not written as a code name is, such as “Alnus 042”.
review-lock-later = You can lock once you have given a score.
review-lock-final = All projects have your score. Once locked, neither you nor anybody else can change your scores and notes.
review-set-says = This review holds the projects that donors could see when scoring began; what is shared later comes into the next one.
review-leave-title = Take no part in the scoring?
review-leave-later = You take no part in the scoring now, or your scores are locked.
review-leave-says = { $count ->
    [0] The others do not wait for you any more. You can come back while they score.
    [one] { $shown } score of yours is removed with its note. The others do not wait for you any more; you can come back while they score, and begin anew.
   *[other] { $shown } scores of yours are removed with their notes. The others do not wait for you any more; you can come back while they score, and begin anew.
}
sharing-public-texts = What everybody will read
sharing-public-says = The public page shows the title and the texts exactly as you wrote them, with every name in them. Anybody can copy them, and no later change takes a copy back.
sharing-public-inside = The project has people inside { $countries }. Look for names, places and numbers by which somebody could be found.
