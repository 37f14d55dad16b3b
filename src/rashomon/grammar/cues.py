"""What a cue says of its speaker: stance, polarity, hedge. Lexicon by lemma; the longest phrase wins.

Classes after the stance counts of PolNeAR (research on attribution): neutral saying, claiming, insisting,
denying, ...
"""

from __future__ import annotations

from collections.abc import Sequence


def _table(text: str) -> dict[str, str]:
    out = {}
    for line in text.strip().splitlines():
        stance, words = line.split(":", 1)
        out.update({word.replace("_", " "): stance.strip() for word in words.split()})
    return out


# lemma (or phrase of lemmas) -> stance
STANCES = _table("""
deny: deny refute rebut dismiss reject disavow repudiate disclaim denial rule_out dispute contradict rubbish brush_off
deny: discount downplay
claim: claim allege purport contend contention accuse blame allegation accusation charge profess boast
insist: insist stress emphasise emphasize reiterate underline underscore affirm reaffirm swear vow_that
insist: adamant reassert insistence maintain assert argue argument assertion
admit: admit acknowledge concede confess recognise recognize accept own_up admission concession apologise apologize
admit: apology sorry plead_guilty
ask: ask question inquire enquire wonder query demand_to_know
warn: warn caution alert warning
promise: promise vow pledge commit committed guarantee assure undertake swear_to commitment offer agree
suggest: suggest propose recommend hint imply advise recommendation proposal suggestion
endorse: endorse support back praise welcome applaud hail commend approve favour favor defend thank congratulate
endorse: admire celebrate cheer laud glad pleased proud grateful extol tout
oppose: oppose criticise criticize condemn denounce slam blast deplore decry attack rebuke protest object lament
oppose: take_issue critical criticism disagree disagreement objection regret ridicule mock deride lambast chastise
oppose: assail complain bash lash_out speak_out_against
threaten: threaten threat
believe: believe think feel consider suppose assume guess reckon opine doubt imagine view see belief opinion
believe: estimate expect fear worry foresee predict forecast suspect concern anticipate speculate speculation deem
believe: judge optimistic pessimistic sceptical skeptical scepticism skepticism hopeful convinced confident afraid
believe: suspicion sure certain worried concerned encouraged fearful wary alarmed troubled
know: know aware unaware understand learn forget
know: realise realize discover find notice observe witness remember recall hear determine
want: want wish desire prefer like seek need hope plan intend decide decision urge order demand call_for request beg
want: plead appeal aim encourage instruct prepare press willing unwilling willingness readiness intention eager ready
want: reluctant reluctance determined keen prepared pray hope_for ask_for
want: call_on call_upon require stipulate
say: say tell state add note explain write report announce according speak comment remark respond reply answer
say: describe mention call quote confirm reveal disclose indicate show claim_responsibility testify tweet post
say: continue conclude conclusion declare repeat restate notify inform remind
say: confirm_or_deny confirm_nor_deny cite
say: shout yell scream whisper exclaim quip joke chant recount read
say: attribute characterise characterize compare liken preach
""")
SPOKEN = frozenset("say claim insist deny admit ask warn promise suggest oppose threaten".split())  # stances in words
NEGATIVE = frozenset(
    {"not", "n't", "n’t", "never", "no", "without", "neither", "nor", "cannot", "refuse", "decline", "fail"}
)
HEDGES = frozenset(
    """reportedly allegedly apparently supposedly purportedly seemingly presumably possibly probably perhaps maybe
    likely unlikely potentially ostensibly arguably unconfirmed unverified""".split()
)
PASSIVE_HEDGES = frozenset(
    {
        "believe",
        "think",
        "say",
        "report",
        "allege",
        "rumour",
        "rumor",
        "understand",
        "suspect",
        "presume",
        "estimate",
    }
)


def lemma(given: str, form: str) -> str:
    """The lemma given, or the known one that the form is a regular inflection of: parsers miss those of rare verbs.

    >>> lemma("denounc", "denouncing"), lemma("say", "says")
    ('denounce', 'say')
    """
    if given in STANCES or form in STANCES:
        return given if given in STANCES else form
    stems = (
        form.removesuffix(end) + add for end in ("s", "es", "d", "ed", "ing") if form.endswith(end) for add in ("", "e")
    )
    return next((stem for stem in stems if stem in STANCES), given)


def stance(lemmas: Sequence[str]) -> str:
    """The stance of a cue from the lemmas of its words; "say" when nothing else is known.

    The rarest reading decides: any class but "say" wins over it, and a longer phrase over its parts.

    >>> stance(["have", "insist"]), stance(["according", "to"]), stance(["rule", "out"])
    ('insist', 'say', 'deny')
    """
    words = [w.lower() for w in lemmas]
    found = []
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            if hit := STANCES.get(" ".join(words[i : i + size])):
                found.append(hit)
                words[i : i + size] = [""] * size
        strong = [f for f in found if f != "say"]
        if strong:
            return strong[0]
    return "say"


def negated(lemmas: Sequence[str]) -> bool:
    """True if an odd number of the cue's words negate it ("did not say"; "declined to confirm").

    >>> negated(["do", "not", "deny"]), negated(["say"]), negated(["neither", "confirm", "nor", "deny"])
    (True, False, True)
    """
    words = [w.lower() for w in lemmas]
    pairs = min(words.count("neither"), words.count("nor"))  # one no
    return (sum(w in NEGATIVE for w in words) - pairs) % 2 == 1
