"""Descriptions of those who speak take the name that they stand for, and stay as they are where none fits."""

import pytest

from rashomon.types import Attribution
from tests.readings import Built

SAID = "said/VERB/root/said/say/VBD"
MOVED = "moved/VERB/root/moved/move/VBD"


def speakers(text, tree, names, parts, back=None):
    """Who says the last statement."""
    made = Built(text, tree, names=names, parts=parts, back=back)
    layer = made.layer(Attribution)
    return [a.speaker for a in layer if a.content == layer[-1].content]


@pytest.mark.parametrize(
    "before, tree, name, source, expected",
    [
        ("The Vell News Agency moved.", f"Agency/PROPN/nsubj/moved {MOVED}", "Vell News Agency", "the agency", "name"),
        ("Kestrel moved.", f"Kestrel/PROPN/nsubj/moved {MOVED}", "Kestrel", "the company", "name"),
        ("Kestrel moved.", f"Kestrel/PROPN/nsubj/moved {MOVED}", "Kestrel", "a company", "company"),
        (
            "Kestrel moved. It rained. It poured. It hailed. It snowed.",
            f"Kestrel/PROPN/nsubj/moved {MOVED}",
            "Kestrel",
            "the company",
            "name",
        ),
        (
            "The Ministry of Works moved.",  # its name tells that it is none
            f"Ministry/PROPN/nsubj/moved {MOVED}",
            "Ministry of Works",
            "the company",
            "company",
        ),
        (
            "The Post newspaper moved.",
            f"Post/PROPN/compound/newspaper newspaper/NOUN/nsubj/moved {MOVED}",
            "Post",
            "the newspaper",
            "name",
        ),
        (  # where it is from
            "Kestrel moved.",
            f"Kestrel/PROPN/nsubj/moved {MOVED} Sella/PROPN/compound/company",
            "Kestrel",
            "the Sella company",
            "name",
        ),
        (  # another court
            "The Supreme Court moved.",
            f"Court/PROPN/nsubj/moved {MOVED}",
            "Supreme Court",
            "the lower court",
            "lower court",
        ),
    ],
)
def test_a_body_by_what_it_is(before, tree, name, source, expected):
    noun = source.split()[-1]
    lower = f"lower/ADJ/amod/{noun} " if "lower" in source else ""
    tree += f" {source.split()[0]}/DET/det/{noun} {lower}{noun}/NOUN/nsubj/said/{noun}/NN {SAID}"
    found = speakers(f"{before} Then {source} said it sank.", tree, {name: "ORG"}, [(source, "said", ["it sank"])])
    assert found == [name if expected == "name" else expected]


@pytest.mark.parametrize(
    "first, source, expected",
    [
        ("Ana Oro", "the singer", "Ana Oro"),
        ("Ana Oro", "the actress", "Ana Oro"),
        ("John Vale", "the actress", "actress"),  # of the other sex
        ("Ana Oro", "the mayor", "mayor"),  # an office has a bearer of its own
        ("guards", "the singer", "singer"),
    ],
)
def test_a_person_who_spoke_last(first, source, expected):
    noun = source.split()[-1]
    word = first.split()[-1]
    row = "NOUN/nsubj/said/guard/NNS" if first == "guards" else "PROPN/nsubj/said"
    tree = f"{word}/{row} {SAID} the/DET/det/{noun} {noun}/NOUN/nsubj/said/{noun}/NN {SAID}"
    parts = [(first, "said", ["it was old"]), (source, "said#2", ["it sank"])]
    names = {first: "PER"} if first != "guards" else {}
    assert speakers(f"{first} said it was old. Then {source} said it sank.", tree, names, parts) == [expected]


def test_a_shorter_description_of_who_spoke_before():
    text = "A Kestrel spokeswoman said it was old. Then the spokeswoman said it sank."
    tree = (
        f"A/DET/det/spokeswoman Kestrel/PROPN/compound/spokeswoman spokeswoman/NOUN/nsubj/said/spokeswoman/NN {SAID} "
    )
    tree += f"the/DET/det/spokeswoman spokeswoman/NOUN/nsubj/said/spokeswoman/NN {SAID}"
    parts = [("A Kestrel spokeswoman", "said", ["it was old"]), ("the spokeswoman", "said#2", ["it sank"])]
    assert speakers(text, tree, {"Kestrel": "ORG"}, parts) == ["Kestrel spokeswoman"]


@pytest.mark.parametrize(
    "pair, source, expected",
    [
        ("Vell and Sella", "both countries", ["Vell", "Sella"]),
        ("Vell and Sella", "the countries", ["Vell", "Sella"]),
        ("Vell, Karsa and Sella", "both countries", ["both countries"]),
        ("Vell and Sella", "the guards", ["guards"]),
        ("Vell and Sella", "the couple", ["Vell", "Sella"]),
    ],
)
def test_two_that_were_named_together(pair, source, expected):
    noun = source.split()[-1]
    third = "Karsa/PROPN/conj/Vell " if "Karsa" in pair else ""
    tree = f"Vell/PROPN/nsubj/met {third}Sella/PROPN/conj/Vell met/VERB/root/met "
    lemma = noun.removesuffix("s").replace("ie", "y")
    tree += f"{source.split()[0]}/DET/det/{noun} {noun}/NOUN/nsubj/said/{lemma}/NNS {SAID}"
    names = {n: "LOC" for n in ("Vell", "Sella", "Karsa") if n in pair}
    assert (
        speakers(f"{pair} met. Then {source} said it sank.", tree, names, [(source, "said", ["it sank"])]) == expected
    )


def test_he_who_is_reported_to_say_that_he_would_is_himself():
    text = "Jan Vale left. John Oro said he would stay."
    tree = f"Vale/PROPN/nsubj/left left/VERB/root/left John/PROPN/nsubj/said {SAID} he/PRON/nsubj/hoped "
    text, tree = text.replace("would stay", "hoped to stay"), tree + "hoped/VERB/ccomp/said/hope/VBD to/PART/mark/stay "
    tree += "stay/VERB/xcomp/hoped"
    parts = [("John Oro", "said", ["he hoped to stay"])]
    assert speakers(text, tree, {"Jan Vale": "PER", "John Oro": "PER"}, parts, {"he": "Jan"})[-1] == "John Oro"


def test_three_who_say_it_and_others():
    text = "Vell, Sella and others said it sank."
    tree = f"Vell/PROPN/nsubj/said Sella/PROPN/appos/Vell and/CCONJ/cc/others others/NOUN/conj/Vell {SAID}"
    names = {"Vell": "LOC", "Sella": "LOC"}
    assert speakers(text, tree, names, [("Vell, Sella and others", "said", ["it sank"])]) == ["Vell", "Sella"]


def test_two_who_speak_together_are_both_holders():
    made = Built(
        "Ana Oro sang. The singer and her husband Jan Vale said it was late.",
        "Oro/PROPN/nsubj/sang Ana/PROPN/flat/Oro sang/VERB/root/sang/sing/VBD The/DET/det/singer "
        "singer/NOUN/nsubj/said/singer/NN and/CCONJ/cc/husband her/PRON/nmod:poss/husband "
        f"husband/NOUN/conj/singer/husband/NN Jan/PROPN/appos/husband Vale/PROPN/flat/Jan {SAID}",
        names={"Ana Oro": "PER", "Jan Vale": "PER"},
        parts=[("The singer and her husband Jan Vale", "said", ["it was late"])],
    )
    found = [(made.quote(a.source), a.speaker) for a in made.layer(Attribution)]
    assert found == [("The singer", "Ana Oro"), ("her husband Jan Vale", "Jan Vale")]


@pytest.mark.parametrize(
    "before, tree, names, source, expected",
    [
        (  # the only woman
            "Anna Oro and Peter Vale moved.",
            f"Anna/PROPN/nsubj/moved Oro/PROPN/flat/Anna Peter/PROPN/conj/Anna Vale/PROPN/flat/Peter {MOVED}",
            ("Anna Oro", "Peter Vale"),
            "the actress",
            "Anna Oro",
        ),
        (  # which of the two?
            "Anna Oro and Maria Vale moved.",
            f"Anna/PROPN/nsubj/moved Oro/PROPN/flat/Anna Maria/PROPN/conj/Anna Vale/PROPN/flat/Maria {MOVED}",
            ("Anna Oro", "Maria Vale"),
            "the actress",
            "actress",
        ),
    ],
)
def test_who_is_told_of_before_a_description(before, tree, names, source, expected):
    noun = source.split()[1]
    tree += f" the/DET/det/{noun} {noun}/NOUN/nsubj/said {SAID}"
    text = f"{before} Then {source} said it was late."
    kinds = dict.fromkeys(names, "PER")
    assert speakers(text, tree, kinds, [(source, "said", ["it was late"])]) == [expected]


@pytest.mark.parametrize(
    "name, label, source, expected",
    [
        ("Centre for Works", "ORG", "the group", "name"),  # a group may be one
        ("Centre for Works", "ORG", "the company", "company"),
        ("Centre for Works", "ORG", "the new group", "name"),
        ("Quay Eight", "MISC", "the publication", "name"),  # what is printed may have any name
        ("Quay Eight", "MISC", "the company", "company"),
    ],
)
def test_groups_and_publications_by_other_names(name, label, source, expected):
    head, noun = name.split()[0], source.split()[-1]
    tree = f"{head}/PROPN/nsubj/wrote wrote/VERB/root/wrote/write/VBD the/DET/det/{noun} "
    tree += f"new/ADJ/amod/{noun} " if "new" in source else ""
    tree += f"{noun}/NOUN/nsubj/said {SAID}"
    parts = [(name, "wrote", ["it rained"]), (source, "said", ["it was late"])]
    [who] = speakers(f"{name} wrote it rained. Then {source} said it was late.", tree, {name: label}, parts)
    assert who == (name if expected == "name" else expected)


def test_lawyers_for_two_people_are_neither():
    made = Built(
        "Lawyers for Oro and Vale said it was late.",
        "Lawyers/NOUN/nsubj/said/lawyer/NNS for/ADP/case/Oro Oro/PROPN/nmod/Lawyers and/CCONJ/cc/Vale "
        f"Vale/PROPN/conj/Oro {SAID}",
        names={"Oro": "PER", "Vale": "PER"},
        parts=[("Lawyers for Oro and Vale", "said", ["it was late"])],
    )
    assert [a.speaker for a in made.layer(Attribution)] == ["Lawyers for Oro and Vale"]


def test_who_is_a_person_that_a_description_explains():
    made = Built(
        "Oro, a cook who asked that it wait, left.",
        "Oro/PROPN/nsubj/left a/DET/det/cook cook/NOUN/appos/Oro/cook/NN who/PRON/nsubj/asked/who/WP "
        "asked/VERB/acl:relcl/cook/ask/VBD it/PRON/nsubj/wait wait/VERB/ccomp/asked/wait/VB "
        "left/VERB/root/left/leave/VBD",
        names={"Oro": "PER"},
        parts=[("who", "asked", ["that it wait"])],
    )
    assert [a.speaker for a in made.layer(Attribution)] == ["Oro"]


def test_a_source_by_what_it_is_without_who_saw_it():
    made = Built(
        "The letter, obtained by Oro, said it sank.",
        "The/DET/det/letter letter/NOUN/nsubj/said/letter/NN obtained/VERB/acl/letter/obtain/VBN by/ADP/case/Oro "
        "Oro/PROPN/obl:agent/obtained said/VERB/root/said/say/VBD it/PRON/nsubj/sank sank/VERB/ccomp/said/sink/VBD",
        names={"Oro": "PER"},
        parts=[("The letter, obtained by Oro,", "said", ["it sank"])],
    )
    assert [a.holders[-1] for a in made.layer(Attribution)] == ["letter"]
