"""A denial joins the event that it denies, though writers tell the two in unlike sentences.

"Her claims about being assaulted are untrue" has nothing in common with "he attacked me in his room" but who, to whom,
and the yes and no; the scorer of mentions keeps them apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rashomon.actions import THERE
from rashomon.clusters import clusters
from rashomon.common_nouns import ARM, FORCE, PRESENCE, STRIKERS
from rashomon.lexicon import LIGHT, SPEECH, VIOLENCE
from rashomon.linking.compare import COMMITTED, called, denial, of_kind, one_meeting, one_violence, veto, violent
from rashomon.linking.features import listed, score
from rashomon.linking.likeness import Likeness
from rashomon.linking.told import Told
from rashomon.types import Judgement, Link

DENIED = 0.5  # score of a link made by a denial alone
MOST = 8  # mentions that one denial of forces may deny
# To what it was done, where the noun does not tell which.
TOO_WIDE = frozenset("anybody anyone anything everything it nothing part place thing time way".split())
# Those who act of whom a story seldom has two.
BODIES = frozenset("government management ministry navy police rebel".split())
LIKELY = 0.05  # score, the doubt of long accounts aside, from which a denial is taken for one of what it names


def denial_links(told: Sequence[Told], links: Sequence[Link], likeness: Likeness) -> Iterator[Link]:
    """Links between denials and what they deny. *told* is in the order of *likeness*, *links* are those so far."""
    yield from _of_forces(told, links)
    yield from _of_deeds(told, links, likeness)


def denies(no: Told, yes: Told) -> str:
    """Why *no* denies what *yes* tells, or "": another voice commits itself to the same action, done to the same named
    one, or by the same one where neither says to whom; an action told with a like word needs both. Where it was done
    to a thing of one noun, it is also enough that the same named one did it, or that both sentences name the same."""
    if no.factuality > -COMMITTED or yes.factuality < COMMITTED or no.holders & yes.holders:
        return ""
    state = no.predicate.startswith("be ") and no.predicate != THERE
    word = no.predicate == yes.predicate or bool(no.classes & yes.classes)
    both = no.agents & yes.agents and no.patients & yes.patients
    if (no.predicate in SPEECH and not both) or (state and not word):
        return ""
    if not word and not no.deeds & yes.deeds and not violent(no, yes):
        return ""
    if one_meeting(no, yes):
        return "" if veto(no, yes) else f"one denies that {listed(yes, no.names & yes.names)} met"
    office = called(no.patients, yes.patients, no, yes)
    if no.patients and yes.patients and not (no.patients & yes.patients or office):
        return ""
    doing, did = no.agents - STRIKERS, yes.agents - STRIKERS
    if doing and did and not doing & did:
        return ""
    names = no.names | yes.names | BODIES | {ARM}  # of what is dangerous there is seldom a second store
    whom, who = no.patients & yes.patients & names | office, doing & did & names
    alone = (who and not no.patients and not yes.patients) or one_violence(no, yes)
    things = no.patients & yes.patients - TOO_WIDE
    known = whom or alone if word else whom and who
    of_things = things and (doing & did or no.nearby & yes.nearby)
    if not (known or of_things or _one_deed(no, yes) or of_kind(no, yes)) or veto(no, yes):
        return ""
    return f"one denies what the other tells of {listed(yes, whom or who or things) or 'anybody'}"


def _of_deeds(told: Sequence[Told], links: Sequence[Link], likeness: Likeness) -> Iterator[Link]:
    """Each event that is denied and told by nobody else joins the mention that it denies most plainly."""
    place = {t.id: n for n, t in enumerate(told)}
    by_action: dict[str, list[int]] = defaultdict(list)
    for n, t in enumerate(told):
        if t.factuality >= COMMITTED:
            for key in _keys(t):
                by_action[key].append(n)
    for group in clusters(place, links):
        mentions = [told[place[key]] for key in group]
        noes = [t for t in mentions if t.factuality <= -COMMITTED]
        if not noes or any(denies(no, yes) for no in noes for yes in mentions):
            continue
        fits = []
        for no in noes:
            m = place[no.id]
            near = dict.fromkeys(n for key in _keys(no) for n in by_action[key])
            found = [(n, why) for n in near if (why := denies(no, told[n]))]
            cosines = likeness.between([m], [n for n, _ in found])[0].tolist() if found else []
            fits += [
                (max(score(no, told[n], cosine)[0], LIKELY * _surely(no, told[n])), -n, m, why)
                for (n, why), cosine in zip(found, cosines, strict=True)
            ]
        if fits and max(fits)[0] >= LIKELY:
            like, n, m, why = max(fits)
            left, right = sorted((-n, m))
            yield Link("event", told[left].id, told[right].id, Judgement.SAME, round(like, 3), (why,))


def _surely(no: Told, yes: Told) -> bool:
    """True where the same one is said to have done it to the same one, in however unlike sentences."""
    who = no.agents & yes.agents & (no.names | yes.names)
    return _one_deed(no, yes) or bool(who and no.patients & yes.patients)


def _one_deed(no: Told, yes: Told) -> bool:
    """True where one word tells it of the very same things: "brakes were replaced", "did not replace the brakes"."""
    return no.predicate == yes.predicate not in LIGHT and bool(no.patients) and no.patients == yes.patients


def _keys(told: Told) -> tuple[str, ...]:
    violence = ("violence",) if told.classes & VIOLENCE else ()
    return (told.predicate, *sorted(told.classes), *map(str, sorted(told.deeds)), *violence)


def _of_forces(told: Sequence[Told], links: Sequence[Link]) -> Iterator[Link]:
    """Each denial of forces joins one event that it denies: rather one without a denial of its own words, then the one
    that most denials of the story deny, then the one that it denies most plainly; and all whose own word tells that
    forces are there. The other fits stay unsure."""
    forces = [t for t in told if FORCE in t.participants]
    fits = {
        no.id: [(score(no, yes, 0.0)[0], yes, why) for yes in forces if yes is not no and (why := denial(no, yes))]
        for no in forces
        if no.factuality <= -COMMITTED
    }
    denials = {t.id for t in told if t.factuality <= -COMMITTED}
    groups = clusters((t.id for t in told), links)
    answered = {key for group in groups if not denials.isdisjoint(group) for key in group}
    denied = Counter(yes.id for found in fits.values() for _, yes, _ in found)
    for no, found in fits.items():
        ranked = sorted(found, key=lambda fit: (fit[1].id in answered, -denied[fit[1].id], -fit[0], fit[1].id))
        for rank, (_, yes, why) in enumerate(ranked[:MOST]):
            sure = not rank or bool(yes.classes & PRESENCE[FORCE])
            judgement = Judgement.SAME if sure else Judgement.UNSURE
            yield Link("event", yes.id, no, judgement, DENIED, (why,))
