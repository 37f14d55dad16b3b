"""Why two versions that differ are hardly of one thing, in the words that a record gives.

A relation with one of these reasons stays in the record; what may differ is not listed by it.
"""

from __future__ import annotations

IN_PASSING = "one says so only in passing"
TO_COME = "one tells it as still to come"
IN_PART = "one says so of a part, or of a time"
BEFOREHAND = "one may have been told before it was done"
NOBODY = "one names nobody"
OTHERS = "they may be of other participants"
TWO_TIMES = "they may be of two times"
TWO_PLACES = "they may be of two places"
MORE_PLACES = "one counts more places"
TWO_EVENTS = "they may tell of two events"
TWO_KINDS = "perhaps people of two kinds"
WIDER = "one counts all of a country"
TOO_FAR = "too far apart to count the same"
TOO_LATE = "too far apart for one event"
RUNS = "a figure that moves"
SHARES = "shares of what may differ"
NO_DAY = "not both name a day"
ONE_WEEKDAY = "one weekday, perhaps of one week"
OWN_DAY = "one is the day of an account, of another zone perhaps"
GUESSED = "the day of an account is a guess"
BORROWED = "one day may be that of another happening of its sentence"
ONE_WORDING = "told in the same words"
TWO_ZONES = "perhaps one time, in two zones"

FAINT = frozenset({IN_PASSING, TO_COME, BEFOREHAND})  # a no hardly speaks of the yes at all
# Of these, something says that the two are of two things: two people, deeds, days, places.
APART = FAINT | {
    *(IN_PART, NOBODY, OTHERS, TWO_TIMES, TWO_PLACES, MORE_PLACES, TWO_EVENTS, TWO_KINDS, WIDER, TOO_FAR, TOO_LATE),
    *(RUNS, SHARES, NO_DAY, ONE_WEEKDAY, OWN_DAY, GUESSED, BORROWED, ONE_WORDING, TWO_ZONES),
}
