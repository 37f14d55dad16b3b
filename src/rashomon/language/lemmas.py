"""The lemma of a word: as the treebanks give its form, as regular inflection tells, or by the model's edit script."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.language.words import PREFIXES

if TYPE_CHECKING:
    from rashomon.language.model import Model

PARTICIPLES = frozenset({"VBD", "VBG", "VBN"})
BASE = frozenset({"VB", "VBP"})
INFLECTED = frozenset({"NNS", "VBD", "VBG", "VBN", "VBZ"})
AGENTS = ("ers", "ists", "ors")  # of plurals that are regular without exception
# Endings of regular English inflection and what stands in their place.
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_LAST = frozenset(ending[-1] for ending, _ in _ENDINGS)
# A stem before "ed" or "ing" lost an "e" where it ends so (a vowel group, a consonant, nothing more), by its syllables.
_LOST = re.compile(
    r"(?:[cvzu]|[bcdfgkpstz]l|[aeioulnr]s|[dlr]g|eng|(?<![aeiou])[aeiou]g|ced|[iu]at|(?<![aeiou])at|(?<!o)th|plor)$"
)
_LOST_ALONE = re.compile(r"^[^aeiou]*[aeiouy][bdfgklmnprt]$")  # "strafed", "raped": else the consonant were doubled
_LOST_LATE = re.compile(r"[aeiou].*(?<![aeiou])(?:[aiou]d|[aiu]r|ut|[aiou]k|[ai]n|[iu]m|[aiou]p)$")  # "invaded"
_DOUBLED = re.compile(r"([bdgkmnprtv])\1$|(?<=[aeiou].[eiu]l)l$|(?<=[aeiou]..[eiu]l)l$")
_HARDENED = re.compile(r"[aeiou][^aeiou]+(?<!p)ick$")  # "trafficking", "panicked"; "handpicked" is of "pick"
# Forms of verbs that the treebanks lack, or give a lemma that is none ("fled" of "flead").
IRREGULAR = dict(
    pair.split(":")
    for pair in """adhered:adhere adhering:adhere bit:bite bitten:bite bled:bleed borne:bear bred:breed dove:dive
    fled:flee flown:fly flung:fling forbade:forbid forbidden:forbid freed:free froze:freeze frozen:freeze
    interfered:interfere interfering:interfere knelt:kneel lain:lie lent:lend overcame:overcome overtaken:overtake
    overthrew:overthrow overthrown:overthrow overtook:overtake pled:plead revered:revere risen:rise shaken:shake
    shook:shake shrank:shrink slain:slay slew:slay slid:slide striven:strive strove:strive stung:sting swore:swear
    sworn:swear tore:tear torn:tear undid:undo undone:undo upheld:uphold wept:weep withstood:withstand wove:weave
    woven:weave""".split()
)


@lru_cache(maxsize=65536)
def of(model: Model, word: str, upos: str, tag: str, script: str) -> str:
    """The lemma of a word with its universal and its Penn tag: by the treebanks' forms, then by regular inflection of a
    lemma they know or of a common word, as the verb itself in its base form, then by the edit *script* of the model,
    where that gives no word at all as it stands. Behind a prefix a word has the lemma that it has alone."""
    first, hyphen, rest = word.partition("-")
    if hyphen and rest and first.lower() in PREFIXES:
        return f"{first.lower()}-{of(model, rest, upos, tag, script)}"
    irregular = IRREGULAR.get(word.lower()) if upos == "VERB" else None
    known = (
        irregular
        or model.lemmas.get(upos, {}).get(word.lower())
        or regular(word, model.vocabulary.get(upos, frozenset()))
    )
    if not known and tag in INFLECTED:
        known = commonest(word, model.ranks)
    if known:
        return known
    if tag in BASE and upos == "VERB":
        return word.lower()
    if tag == "NNS" and word.lower().endswith(AGENTS):
        return word.lower()[:-1]
    if tag in PARTICIPLES and (stem := spelled(word)):
        return stem
    lemma = undone(word, script)
    return word.lower() if tag in INFLECTED and lemma not in model.ranks and word.lower() in model.ranks else lemma


def undone(form: str, script: str) -> str:
    """Apply an edit script of training ("case|cut|add").

    >>> undone("Studies", "l|3|y"), undone("US", "k|0|")
    ('study', 'US')
    """
    case, cut, add = script.split("|", 2)
    base = form.lower() if case == "l" else form
    return (base[: len(base) - int(cut)] if int(cut) <= len(base) else base) + add


def regular(form: str, known: Collection[str]) -> str | None:
    """The known lemma that a form is a regular inflection of, or None.

    >>> regular("denies", {"deny"}), regular("Planned", {"plan"}), regular("news", {"deny"})
    ('deny', 'plan', None)
    """
    return next((stem for stem in _stems(form) if stem in known), None)


def commonest(form: str, rank: Mapping[str, int]) -> str | None:
    """The word of lowest rank that a form may be a regular inflection of, or None.

    >>> commonest("fined", {"fin": 9, "fine": 4}), commonest("jailed", {"jail": 7})
    ('fine', 'jail')
    """
    return min((s for s in _stems(form) if s in rank), key=lambda s: rank[s], default=None)


def spelled(form: str) -> str | None:
    """The verb of which a form in "ed" or "ing" is one by English spelling alone; None for another form.

    >>> [spelled(w) for w in ("acquitted", "ousted", "seceded", "exonerated", "repelled", "trafficked", "swum")]
    ['acquit', 'oust', 'secede', 'exonerate', 'repel', 'traffic', None]
    """
    word = form.lower()
    if word.endswith(("eed", "ied")):
        return word[:-1] if word.endswith("eed") else f"{word[:-3]}y"
    stem = next((word[: -len(ending)] for ending in ("ed", "ing") if word.endswith(ending)), "")
    if not re.search("[aeiouy]", stem):
        return None
    if _DOUBLED.search(stem) or _HARDENED.search(stem):
        return stem[:-1]
    return f"{stem}e" if any(rule.search(stem) for rule in (_LOST, _LOST_ALONE, _LOST_LATE)) else stem


def _stems(form: str) -> Iterator[str]:
    word = form.lower()
    if word[-1:] not in _LAST:  # most words, at once
        return
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            yield stem + instead
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1] + instead
