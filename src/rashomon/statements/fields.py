"""What stands around a statement: whom it was said to, where and when it was said, and what kind of source said it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, people, phrases
from rashomon.statements.drafts import Draft
from rashomon.statements.speakers import relative
from rashomon.types import Document, Name, Resolved, Span, Time

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token

# -- words of English --------------------------------------------------------------------------------------------------

# Verbs whose object is who is told.
TELLING = frozenset(
    """tell inform remind assure warn urge ask advise notify brief promise beg implore instruct order question address
    thank congratulate encourage persuade convince counsel caution""".split()
)
HEARERS = frozenset(
    """reporter journalist audience crowd supporter voter lawmaker court congress parliament media press newspaper
    council committee assembly nation public world staff student rally viewer reader friend family colleague
    police investigator ally""".split()
)
HEARING = people.OFFICES | people.BODIES | HEARERS
VENUES = frozenset(
    """statement interview conference briefing speech tweet post letter report hearing meeting rally television tv
    radio twitter facebook call address testimony email e-mail message blog article column op-ed editorial memo
    video broadcast debate remark sermon lecture book visit trip telegram website page note filing court telephone
    phone conversation session summit forum event ceremony press""".split()
)
PLURAL = frozenset({"NNS", "NNPS"})  # whoever is told, "aides", "relatives", stands in the plural
AT = frozenset({"in", "at", "on", "during", "by", "via", "through", "from", "after", "before"})
DOCUMENTS = frozenset(
    """report statement study survey poll letter document memo filing lawsuit indictment complaint book article
    communique declaration resolution bill constitution charter treaty agreement email tweet post transcript
    affidavit analysis banner placard poster result
    audit dossier evidence file finding leaflet magazine paper video record suit announcement chart clip data disclosure
    footage graph guideline image information instruction leak map message photo photograph picture research ruling site
    account brief diary journal memoir motion petition statistic submission verdict website""".split()
)
NAMELESS = frozenset({"source", "insider", "unidentified", "unnamed", "anonymous", "anonymity", "unspecified"})
GROUPS = frozenset("half third quarter majority minority most many some number lot percent % rest".split())
INDEFINITE = frozenset({"a", "an", "one", "another", "some"})
NAMED = (Resolved.NAME, Resolved.TITLE, Resolved.ANTECEDENT, Resolved.NEAREST)  # then the speaker is a name


def addressee(document: Document, reading: Reading, d: Draft) -> Span | None:
    """Whom it was said to: the object of "told", the subject of "were told", or who stands after "to" with any cue."""
    names = document.layer(Name)
    for verb in _verbs(reading, d):
        heard = ("nsubj",) if clauses.passive(verb) else ("obj", "iobj")
        told = phrases.children(verb, *heard) if verb.lemma_.lower() in TELLING else []
        oblique = phrases.children(verb, "obl")
        inside = [n for o in (*phrases.children(verb, "obj"), *oblique) for n in phrases.children(o, "nmod")]
        nouns = [*told, *(n for n in (*oblique, *inside) if _case(n) == "to")]
        for noun in nouns:
            at = phrases.phrase(noun)
            person = (noun in told and noun.tag_ in PLURAL) or _hears(noun, names.touching(phrases.token_span(noun)))
            if person and not _taken(d, at):
                return at
    return None


def _hears(noun: Token, names: Iterable[Name]) -> bool:
    if noun.pos_ == "PRON":
        return noun.lower_ not in ("it", "that", "this", "what", "itself", "himself", "herself", "themselves")
    lemma = noun.lemma_.lower()
    return lemma in HEARING or any(n.kind != "other" for n in names)


def venue(document: Document, reading: Reading, d: Draft) -> Span | None:
    """Where or in what it was said, without preposition: "a news conference", "a statement", "Twitter"."""
    times = document.layer(Time)
    for verb in _verbs(reading, d):
        for noun in phrases.children(verb, "obl"):
            at = phrases.phrase(noun)
            if _case(noun) not in AT or _taken(d, at) or times.touching(phrases.token_span(noun)):
                continue
            if noun.lemma_.lower() in VENUES or noun.lower_ in VENUES:
                return at
    return None


def uttered(document: Document, reading: Reading, d: Draft) -> Span | None:
    """When it was said: the time that depends on the cue, outside what was said."""
    verbs = {v.i for v in _verbs(reading, d)}
    if not verbs:
        return None
    sentence = reading.doc[min(verbs)].sent
    for t in document.layer(Time).touching(Span(sentence.start_char, max(sentence.end_char, sentence.start_char + 1))):
        if t.type not in ("DATE", "TIME") or _taken(d, t.span):
            continue
        up = phrases.head_of(phrases.inside(reading.doc, t.span))
        for _ in range(3):
            if up is None or up.i in verbs or up.head.i == up.i or phrases.opens(up):
                break
            up = up.head
        if up is not None and up.i in verbs:
            return t.span
    return None


def source_kind(
    document: Document,
    reading: Reading,
    source: Span | None,
    because: Resolved,
    speaker: str | None,
    kinds: Mapping[str, str],
) -> str:
    """person, organisation, role, anonymous, collective, document, or implicit where nobody is named.

    A role is a description of one person whom the account does not name ("the spokesman"). *kinds* are those of the
    account's names.
    """
    if source is None:
        return "person" if speaker else "implicit"
    words = [t for t in phrases.inside(reading.doc, source) if not t.is_space]
    head = phrases.head_of(words)
    if head is None:
        return "implicit"
    if (whom := relative(head)) is not None and whom != source:
        return source_kind(document, reading, whom, because, speaker, kinds)
    lowered = {t.lower_ for t in words} | {t.lemma_.lower() for t in words}
    if lowered & NAMELESS and speaker not in kinds:
        return "anonymous"
    if head.pos_ == "PRON" and head.lower_ in people.PLURAL | {"we", "us", "many", "some", "others", "those", "who"}:
        return _OF_KIND.get(kinds.get(speaker or "", ""), "collective")
    if head.lemma_.lower() in DOCUMENTS and head.pos_ != "PROPN":
        return "document"
    if because is Resolved.ANTECEDENT and speaker and speaker not in kinds:  # a noun: "The agency ... it"
        return "organisation" if head.lower_ in people.ORGANISED else "role"
    if because in NAMED and speaker:
        return _OF_KIND.get(kinds.get(speaker, "person"), "organisation")
    return _described_kind(document, words, head)


def _described_kind(document: Document, words: Sequence[Token], head: Token) -> str:
    """The kind of a source that stands for nobody by name, by its noun: "the ministry", "officials", "a clerk"."""
    lemma, several = head.lemma_.lower(), head.tag_ in PLURAL
    alone = "anonymous" if words[0].lower_ in INDEFINITE else "role"
    if lemma in people.BODIES and not several:
        return "organisation"
    joined = [c for c in words if c.dep_ == "conj" and c.head == head and c.lemma_.lower() not in people.OFFICES]
    if several or lemma in GROUPS or joined:  # not "the founder and chief"
        return "collective"
    if lemma in people.OFFICES or head.pos_ == "PRON":
        return alone
    named = next((n.kind for n in document.layer(Name).touching(phrases.token_span(head))), "")
    return _OF_KIND.get(named, alone)


_OF_KIND = {"person": "person", "organisation": "organisation", "place": "organisation", "other": "organisation"}


def _verbs(reading: Reading, d: Draft) -> list[Token]:
    """The words of the cue that can govern: its head first."""
    words = [t for t in phrases.inside(reading.doc, d.cue) if not t.is_space] if d.cue else []
    head = phrases.head_of(words)
    return [t for t in dict.fromkeys([*([head] if head is not None else []), *words]) if t.pos_ in ("VERB", "NOUN")]


def _case(noun: Token) -> str:
    return next((c.lower_ for c in noun.children if c.dep_ == "case"), "")


def _taken(d: Draft, at: Span) -> bool:
    return any(c.touches(at) for c in d.content) or bool(d.source and d.source.touches(at))
