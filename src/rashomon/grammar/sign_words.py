"""English words that sign whether an event took place: lemmas and forms in classes. A second language is a second
module of the same names."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list, an underscore read as a space."""
    return frozenset(word.replace("_", " ") for word in text.split())


NEGATIONS = words("not n't n’t nt never no without neither nor cannot none nobody hardly barely scarcely")
NOBODY = words("no neither none nobody nothing")  # as a participant or its determiner
CONDITIONS = words("if whether unless lest")
MODALS = {
    "may": "may might could can ca",
    "would": "would 'd ’d",
    "must": "must should ought shall",
    "will": "will 'll ’ll wo gonna",
}
MODAL = {word: name for name, words in MODALS.items() for word in words.split()}
ADVERBS = {
    "hedge": "reportedly allegedly apparently probably possibly perhaps likely maybe supposedly potentially hopefully",
    "almost": "almost nearly",
}
ADVERB = {word: name for name, words in ADVERBS.items() for word in words.split()}
# Lemma of a verb, adjective or noun -> what it does to the event below it.
GOVERNORS = {
    "manage": "begin start continue manage proceed help come keep remain happen get dare bother end finish succeed "
    "turn enough remember",
    "force": "force make cause lead compel oblige prompt see hear watch",
    "seem": "seem appear",
    "fail": "fail forget neglect omit avoid refrain abstain desist unable failure",
    "refuse": "refuse decline refusal",
    "hesitate": "hesitate",
    "prevent": "prevent block ban prohibit bar stop halt forbid discourage deter dissuade",
    "cancel": "cancel abort avert thwart foil forestall scrap call_off",
    "abandon": "abandon lack",
    "reject": "reject deny rule oppose resist withdraw rejection denial",
    "try": "try attempt seek effort bid struggle work negotiate campaign fight push scramble lobby",
    "need": "have need require must ought suppose necessary",
    "wish": "want hope wish like love would prefer plan intend aim expect desire plan intention design mean wait",
    "order": "ask tell urge order request advise recommend invite encourage remind warn instruct beg demand call order",
    "able": "able",
    "permit": "allow enable let permit authorize authorise ability possible right chance opportunity power authority "
    "permission time reason means",
    "decide": "decide agree promise offer vow pledge threaten choose decision agreement promise threat commit propose "
    "proposal consider",
    "say": "say tell report announce state claim add note write explain confirm argue insist",
    "think": "think believe guess suppose feel assume imagine suspect figure doubt possibility likelihood",
    "know": "know realize realise learn discover find notice remember understand show reveal admit regret glad sorry "
    "happy proud fact",
    "wonder": "wonder check determine question",
    "likely": "likely unlikely ready willing due set eager prepare bind",
    "enjoy": "enjoy hate thank",
}
# Group -> what follows for the event below where the governor is affirmed, and where it is negated: "+" it took place,
# "-" it did not, "0" neither. Of any other word nothing follows.
SIGNATURES = {
    "manage": "+-", "force": "+0", "able": "+-", "fail": "-+", "refuse": "-0", "prevent": "-0", "cancel": "-0",
    "abandon": "-0", "hesitate": "0+",
}  # fmt: skip
GOVERNOR: dict[str, list[str]] = {}
for _name, _lemmas in GOVERNORS.items():
    for _lemma in words(_lemmas):
        GOVERNOR.setdefault(_lemma, []).append(_name)
# Verbs of states, of thinking and of telling. Of these the object alone is none: who "had no idea" had none, and "it
# makes no sense" is said of what it does.
STANDING = words(
    "have be know think believe want need like love mean live seem feel hope understand remember wish guess suppose "
    "assume imagine suspect doubt say tell report announce claim add note write explain confirm argue insist warn "
    "realize realise learn see notice try attempt enjoy hate prefer thank recommend suggest apologize appreciate go "
    "come leave arrive start begin do get make give take put"
)
# Verbs that presuppose the clause below them, and those that do so under a negation, question or condition too.
FACTIVE = words(
    "know learn realise realize discover notice remember forget recall reveal disclose admit acknowledge concede "
    "confess recognise recognize regret aware see understand"
)
MOVED = words(
    "apologise apologize regret glad sorry happy proud pleased sad angry surprised upset disappointed ashamed lucky"
)
PROJECTING = words("know realise realize notice remember forget aware understand discover") | MOVED
ASKED = words("when where how why who")  # "did not say when it sank": it did
PASSED = words("stop quit cease resume")  # "stopped paying": paid until then
# Words before a preposition that keep the event after it from having taken place: "short of", "rather than".
SHORT = {("short", "of"), ("far", "from"), ("close", "to"), ("instead", "of"), ("rather", "than")}
SCALES = words("double triple quadruple halve complete finish empty exhaust prove")  # "nearly doubled" grew
# Words over the noun of an event. Verbs of which it is the object, or after "for"; nouns with "of", "for" or "on".
SOUGHT = words("demand seek urge propose threaten want fear await consider contemplate mull postpone delay request")
SOUGHT_FOR = words("call push press appeal hope ask prepare campaign")
PLANNED = words("hope call demand proposal plan request negotiation")
FEARED = words("threat risk fear danger possibility prospect chance likelihood")
FAILED = words("fail collapse founder stall")
EARLY = words("early soon")  # "too early to say": an opinion
ALLEGED = words("accusation allegation claim rumour rumor suspicion alleged suspected purported supposed")
THWARTED = words("foiled thwarted averted aborted cancelled canceled")  # beside it
OPEN_TO = words("possible potential feared threatened")
ANYBODY = words("anyone anybody whoever")
PROVING = words("prove show establish determine demonstrate find verify confirm check")
ABOUT = words("due about")  # "due to sail", "about to sail"
COMING = words("upcoming planned anticipated expected proposed scheduled forthcoming coming next future")  # of a noun
COMPELLED = words("have use")  # "had to leave" and "used to leave" did
TEMPORAL = words("when while before after since until till once")
# What one could not believe, or did not tell somebody, is so.
AMAZED = words("believe")
UNTOLD_FACTS = words("tell mention disclose reveal inform")
# "does not think that it sank" thinks that it did not.
RAISING = words("think believe suppose expect imagine feel figure guess seem appear")
