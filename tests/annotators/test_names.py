"""Names: which mentions are one thing inside the account, and what titles they bear."""

import pytest

from rashomon.types import Name
from tests.readings import Built


def entities(made):
    return [(made.quote(n.span), n.entity) for n in made.layer(Name)]


@pytest.mark.parametrize(
    "text, names, expected",
    [
        ("Ana Moreno came. Moreno left.", {"Ana Moreno": "PER", "Moreno#2": "PER"}, ["Ana Moreno"] * 2),
        ("Moreno came. Ana Moreno left.", {"Moreno": "PER", "Ana Moreno": "PER"}, ["Ana Moreno"] * 2),
        ("Ana Moreno came. Ana left.", {"Ana Moreno": "PER", "Ana#2": "PER"}, ["Ana Moreno"] * 2),
        (
            "Ana Luz Moreno came. Ana Moreno left.",
            {"Ana Luz Moreno": "PER", "Ana Moreno": "PER"},
            ["Ana Luz Moreno"] * 2,
        ),
        ("Omar al-Hadi came. Al-Hadi left.", {"Omar al-Hadi": "PER", "Al-Hadi": "PER"}, ["Omar al-Hadi"] * 2),
        # a middle name alone, another given name, another kind
        ("Omar Ali Hadi came. Ali left.", {"Omar Ali Hadi": "PER", "Ali#2": "PER"}, ["Omar Ali Hadi", "Ali"]),
        ("Ana Moreno met Luz Moreno.", {"Ana Moreno": "PER", "Luz Moreno": "PER"}, ["Ana Moreno", "Luz Moreno"]),
        ("Ana Moreno came from Moreno.", {"Ana Moreno": "PER", "Moreno#2": "LOC"}, ["Ana Moreno", "Moreno"]),
        ("Ana Drusk came. Drusk left.", {"Ana Drusk": "PER", "Drusk#2": "LOC"}, ["Ana Drusk"] * 2),
        (
            "Ana Drusk won. Drusk and Drusk and Drusk.",
            {"Ana Drusk": "PER", "Drusk#2": "LOC", "Drusk#3": "LOC", "Drusk#4": "LOC"},
            ["Ana Drusk", "Drusk", "Drusk", "Drusk"],
        ),
        # a first name may stand before three words, not before two: "Editing by Oro Lindt" ends an account
        ("Oro said no. Oro Ana Luz left.", {"Oro": "PER", "Oro Ana Luz": "PER"}, ["Oro Ana Luz"] * 2),
        ("Oro said no. Oro Lindt left.", {"Oro": "PER", "Oro Lindt": "PER"}, ["Oro", "Oro Lindt"]),
        # but where the surname is another's, too, people are told by their first names
        (
            "Luz said no. Luz Lindt and Ana Lindt left.",
            {"Luz": "PER", "Luz Lindt": "PER", "Ana Lindt": "PER"},
            ["Luz Lindt", "Luz Lindt", "Ana Lindt"],
        ),
        (  # whoever is called by a first name does not take the surname
            "Ana Lindt met Luz Lindt. Ana Lindt fed Luz. Lindt left.",
            {"Ana Lindt": "PER", "Luz Lindt": "PER", "Ana Lindt#2": "PER", "Luz#2": "PER", "Lindt#4": "PER"},
            ["Ana Lindt", "Luz Lindt", "Ana Lindt", "Luz Lindt", "Ana Lindt"],
        ),
        # what a headline's capitals add
        (
            "Ana Moreno Wins Vote. Ana Moreno left. Moreno slept.",
            {"Ana Moreno Wins": "PER", "Ana Moreno#2": "PER", "Moreno#3": "PER"},
            ["Ana Moreno"] * 3,
        ),
        # a given name goes on after its hyphen
        ("Oro Ana-lu came. Oro left.", {"Oro Ana": "PER", "Oro#2": "PER"}, ["Oro Ana-lu"] * 2),
        ("Ana Oro-led talks.", {"Ana Oro": "PER"}, ["Ana Oro"]),
        # bodies
        (
            "The Harbour Pilots Union met. HPU won.",
            {"Harbour Pilots Union": "ORG", "HPU": "ORG"},
            ["Harbour Pilots Union"] * 2,
        ),
        ("New Sella and Sella.", {"New Sella": "LOC", "Sella#2": "LOC"}, ["New Sella", "Sella"]),
        ("Oro Airlines crashed. Oro won.", {"Oro Airlines": "ORG", "Oro#2": "ORG"}, ["Oro Airlines"] * 2),
        ("Oro Council met. Oro won.", {"Oro Council": "ORG", "Oro#2": "ORG"}, ["Oro Council", "Oro"]),
        (
            "Oro Vale Inc. met Oro Vale Air. Oro Vale won.",
            {"Oro Vale Inc.": "ORG", "Oro Vale Air": "ORG", "Oro Vale#3": "ORG"},
            ["Oro Vale Inc.", "Oro Vale Air", "Oro Vale Inc."],
        ),
        ("Vell Times asked. Times won.", {"Vell Times": "ORG", "Times#2": "ORG"}, ["Vell Times"] * 2),
        ("Vell Council met. Council won.", {"Vell Council": "ORG", "Council#2": "ORG"}, ["Vell Council", "Council"]),
        (
            "Harbour Pilots Union met. The HPU won.",
            {"Harbour Pilots Union": "ORG", "The HPU": "ORG"},
            ["Harbour Pilots Union"] * 2,
        ),
        # what the account settles of a name's kind, whatever a tag says
        ("Oro Corp. met. Oro won.", {"Oro Corp.": "ORG", "Oro#2": "PER"}, ["Oro Corp."] * 2),
        ("Oro Corp. met in Oro.", {"Oro Corp.": "ORG", "Oro#2": "LOC"}, ["Oro Corp.", "Oro"]),
        (
            "Oro Corp. met Ana Oro. Oro won.",
            {"Oro Corp.": "ORG", "Ana Oro": "PER", "Oro#3": "PER"},
            ["Oro Corp.", "Ana Oro", "Ana Oro"],
        ),
        ("Ana Oro came. Mr. Oro left.", {"Ana Oro": "ORG", "Oro#2": "ORG"}, ["Ana Oro"] * 2),
        # a second surname that is left out later, but not one that stood before; a short given name of one person
        ("Ana Vale Oro came. Vale left.", {"Ana Vale Oro": "PER", "Vale#2": "PER"}, ["Ana Vale Oro"] * 2),
        ("Vale came. Ana Vale Oro left.", {"Vale": "PER", "Ana Vale Oro": "PER"}, ["Vale", "Ana Vale Oro"]),
        ("Thomas Oro came. Tom left.", {"Thomas Oro": "PER", "Tom": "PER"}, ["Thomas Oro"] * 2),
        ("Thomas Oro came. Tom Oro left.", {"Thomas Oro": "PER", "Tom Oro": "PER"}, ["Thomas Oro"] * 2),
        ("Thomas Oro came. Ted Oro left.", {"Thomas Oro": "PER", "Ted Oro": "PER"}, ["Thomas Oro", "Ted Oro"]),
        (
            "Thomas Oro met Thomas Vale. Tom left.",
            {"Thomas Oro": "PER", "Thomas Vale": "PER", "Tom": "PER"},
            ["Thomas Oro", "Thomas Vale", "Tom"],
        ),
        ("North Korea won. The North left.", {"North Korea": "LOC", "North#2": "ORG"}, ["North Korea"] * 2),
        ("North Karsa won. The North left.", {"North Karsa": "LOC", "North#2": "ORG"}, ["North Karsa", "North"]),
    ],
)
def test_short_forms_stand_for_full_ones(text, names, expected):
    assert [entity for _, entity in entities(Built(text, names=names))] == expected


def test_a_name_that_the_tags_cut_is_put_together_by_the_tree():
    tree = "Ana/PROPN/nsubj/left Moreno/PROPN/flat/Ana left/VERB/root/left/leave/VBD"
    made = Built("Ana Moreno left. Moreno won.", tree, names={"Ana": "MISC", "Moreno#2": "PER"})
    assert entities(made) == [("Ana Moreno", "Ana Moreno"), ("Moreno", "Ana Moreno")]


def test_two_capitals_that_the_tree_joins_are_one_name():
    tree = "Ana/PROPN/compound/Moreno Moreno/PROPN/nsubj/left left/VERB/root/left"
    made = Built("Ana Moreno left.", tree, names={"Ana": "PER", "Moreno": "PER"})
    assert entities(made) == [("Ana Moreno", "Ana Moreno")]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("It hit Dar es Salaam.", {"Salaam": "LOC"}, ["Dar es Salaam"]),
        ("It hit Dar-es-Salaam.", {"Dar": "LOC", "Salaam": "LOC"}, ["Dar-es-Salaam"]),
        ("It hit Dar or Salaam.", {"Dar": "LOC", "Salaam": "LOC"}, ["Dar", "Salaam"]),
    ],
)
def test_a_town_whose_name_has_small_words_is_one_place(text, names, expected):
    assert [entity for _, entity in entities(Built(text, names=names))] == expected


def test_a_surname_in_use_is_not_that_of_a_wife_or_a_junior():
    names = {"Moreno": "PER", "Moreno#2": "PER", "Luz Moreno": "PER", "Moreno#4": "PER"}
    made = Built("Moreno came. Moreno and first lady Luz Moreno ate. Moreno left.", names=names)
    assert [e for q, e in entities(made) if q == "Moreno"] == ["Moreno"] * 3
    made = Built("The first lady Luz Moreno ate. Moreno left.", names={"Luz Moreno": "PER", "Moreno#2": "PER"})
    assert [e for _, e in entities(made)] == ["Luz Moreno"] * 2  # nobody else was called so before
    made = Built("Ana Moreno Jr. met Ana Moreno.", names={"Ana Moreno Jr.": "PER", "Ana Moreno#2": "PER"})
    assert [e for _, e in entities(made)] == ["Ana Moreno Jr.", "Ana Moreno"]


def test_who_is_addressed_as_mr_is_a_person_whatever_the_model_says():
    made = Built("Kestrel’s Mr. Lindt left.", names={"Mr. Lindt": "ORG"})
    assert [n.kind for n in made.layer(Name)] == ["person"]


def test_ms_is_nobody_whose_given_name_is_a_mans():
    names = {"Pavel Drusk": "PER", "Ms Drusk": "PER", "Drusk#3": "PER"}
    made = Built("Pavel Drusk came. Ms Drusk left. Drusk won.", names=names)
    assert [entity for _, entity in entities(made)] == ["Pavel Drusk", "Drusk", "Drusk"]
    made = Built("Ana Drusk came. Ms Drusk left.", names={"Ana Drusk": "PER", "Ms Drusk": "PER"})
    assert [entity for _, entity in entities(made)] == ["Ana Drusk"] * 2


def test_the_capitals_of_a_dateline_are_not_the_name():
    made = Built("KARSA burned. Karsa burned down.", names={"KARSA": "LOC", "Karsa": "LOC"})
    assert [e for _, e in entities(made)] == ["Karsa", "Karsa"]


def test_an_acronym_seen_once_is_a_name_wherever_it_stands():
    made = Built("HPU won. The vote of HPU members was close.", names={"HPU": "ORG"})
    assert entities(made) == [("HPU", "HPU")] * 2


@pytest.mark.parametrize(
    "text, names, expected",
    [
        ("The Delta River Television (DRTV) met. Then DRTV left.", {"Delta River Television": "ORG"}, ["DRTV"] * 2),
        ("The Delta Rowers (DRU) met.", {"Delta Rowers": "ORG"}, ["DRU"]),
        ("The Delta Rowing Net, or DRnet, met.", {"Delta Rowing Net": "ORG"}, ["DRnet"]),
        # a place beside a name, words of another name, and what a name is only a part of
        ("They fear the Delta-funded rising unit (DRU).", {"Delta": "LOC"}, []),
        ("Delta Rowers (KARSA) met.", {"Delta Rowers": "ORG"}, []),
        ("Ana Oro (right) met Delta, or Thursday, left.", {"Ana Oro": "PER"}, []),
    ],
)
def test_a_short_form_is_introduced_beside_the_full_one(text, names, expected):
    [full] = names
    made = Built(text, names=names)
    assert [(q, e) for q, e in entities(made) if q != full] == [(short, full) for short in expected]


def test_what_is_a_name_once_is_one_elsewhere_unless_it_is_a_word():
    tree = "Karsa/PROPN/nsubj/stayed stayed/VERB/root/stayed Karsa/PROPN/nsubj/lost lost/VERB/root/lost"
    made = Built("Karsa stayed. Karsa lost.", tree, names={"Karsa": "ORG"})
    assert entities(made) == [("Karsa", "Karsa")] * 2
    tree = "Target/PROPN/nsubj/has has/VERB/root/has Target/PROPN/nsubj/lost lost/VERB/root/lost"
    made = Built("Target has a target. Target lost.", tree, names={"Target": "ORG"})
    assert entities(made) == [("Target", "Target")]


@pytest.mark.parametrize(
    "text, expected",
    [
        # who is named in full time and again is told from the other so
        ("Ana Moreno came." + " Luz Moreno spoke." * 5 + " Moreno stayed.", "Ana Moreno"),
        ("Luz Moreno came." + " Luz Moreno spoke." * 5 + " Ana Moreno left. Moreno stayed.", "Ana Moreno"),
        # who is called by a first name is not whom the surname stands for
        ("Luz Moreno came. Luz spoke. Ana Moreno left. Moreno stayed.", "Ana Moreno"),
        # else it goes on with whom the account named first
        ("Luz Moreno came. Ana Moreno left. Moreno stayed.", "Luz Moreno"),
    ],
)
def test_whom_a_surname_of_two_stands_for(text, expected):
    names = {}
    for form in ("Ana Moreno", "Luz Moreno"):
        names |= {f"{form}#{n}" if n > 1 else form: "PER" for n in range(1, text.count(form) + 1)}
    names |= {"Luz#2": "PER"} if "Luz spoke" in text else {}
    names[f"Moreno#{text.count('Moreno')}"] = "PER"
    assert entities(Built(text, names=names))[-1] == ("Moreno", expected)


@pytest.mark.parametrize("name, kind", [("Ana Moreno", "person"), ("Vell Moreno", "organisation")])
def test_whose_supporters_they_are_is_a_person_if_the_account_calls_him_by_the_surname(name, kind):
    made = Built(f"{name} supporters met. Moreno came.", names={name: "ORG", "Moreno#2": "PER"})
    assert made.layer(Name)[0].kind == kind


def test_a_given_name_in_the_headline_is_that_of_the_person_named_below():
    made = Built("Ana wins. Ana Moreno won.", names={"Ana#1": "PER", "Ana Moreno": "PER"})
    assert entities(made)[0] == ("Ana", "Ana Moreno")
    made = Built("Kim wins. Kim Moreno won.", names={"Kim#1": "PER", "Kim Moreno": "PER"})
    assert entities(made)[0] == ("Kim", "Kim")  # most often a surname


def test_a_person_against_whom_something_is_called_is_no_part_of_its_name():
    text, tree = (
        "Race Against Moreno Begins. Ana Moreno came.",
        "Against/ADP/case/Moreno/against/IN Begins/VERB/root/Begins",
    )
    made = Built(text, tree, names={"Race Against Moreno": "MISC", "Ana Moreno": "PER"})
    assert entities(made)[0] == ("Moreno", "Ana Moreno")


@pytest.mark.parametrize(
    "text, name, words",
    [
        ("Ana Moreno's boat sank.", "Ana Moreno's", "Ana Moreno"),
        ("Ana Moreno’s boat sank.", "Ana Moreno’s", "Ana Moreno"),
        ("Ana Moreno‘s boat sank.", "Ana Moreno‘s", "Ana Moreno"),
        ("“Ana Moreno” sank.", "“Ana Moreno”", "Ana Moreno"),
        ("Mr Moreno left.", "Mr Moreno", "Moreno"),
        ("The Pilots' boat sank.", "Pilots'", "Pilots"),
        ("Ana Moreno said it.", "Ana Moreno said", "Ana Moreno"),  # the model ran on
    ],
)
def test_spans_hold_the_name_alone(text, name, words):
    assert entities(Built(text, names={name: "PER"})) == [(words, words)]


@pytest.mark.parametrize("text", ["’s", "12 14", "“ ”", "— —", "the rebels"])
def test_what_has_no_capital_is_no_name(text):
    assert entities(Built(text, names={text: "ORG"})) == []


@pytest.mark.parametrize(
    "text, tree, name, titles",
    [
        ("President Moreno left.", "", "President Moreno", ("President",)),
        (
            "Harbour spokeswoman Ana Moreno left.",
            "Harbour/NOUN/compound/spokeswoman spokeswoman/NOUN/compound/Moreno Moreno/PROPN/nsubj/left "
            "left/VERB/root/left",
            "Ana Moreno",
            ("Harbour spokeswoman",),
        ),
        (
            "Ana Moreno, the chief pilot, left.",
            "Ana/PROPN/nsubj/left Moreno/PROPN/flat/Ana left/VERB/root/left the/DET/det/pilot chief/ADJ/amod/pilot "
            "pilot/NOUN/appos/Ana",
            "Ana Moreno",
            ("the chief pilot",),
        ),
        (
            "The brother of President Moreno left.",
            "brother/NOUN/nsubj/left of/ADP/case/Moreno President/PROPN/compound/Moreno Moreno/PROPN/nmod/brother "
            "left/VERB/root/left",
            "Moreno",
            ("President",),
        ),
        (
            "The mayor of Vell, Ana Moreno, left.",
            "mayor/NOUN/nsubj/left of/ADP/case/Vell Vell/PROPN/nmod/mayor Ana/PROPN/appos/mayor Moreno/PROPN/flat/Ana "
            "left/VERB/root/left",
            "Ana Moreno",
            ("mayor of Vell",),
        ),
        (
            "Wooden boat Moreno sank.",
            "Wooden/ADJ/amod/boat boat/NOUN/compound/Moreno Moreno/PROPN/nsubj/sank sank/VERB/root/sank",
            "Moreno",
            (),
        ),
    ],
)
def test_titles(text, tree, name, titles):
    [found] = Built(text, tree, names={name: "PER"}).layer(Name)
    assert found.titles == titles


def test_a_title_given_once_is_kept_at_every_mention():
    made = Built("President Ana Moreno came. Moreno left.", names={"President Ana Moreno": "PER", "Moreno#2": "PER"})
    assert [n.titles for n in made.layer(Name)] == [("President",), ("President",)]


def test_kinds():
    labels = {"Ana": "PER", "HPU": "ORG", "Sella": "LOC", "Regatta": "MISC"}
    made = Built("Ana and HPU in Sella for Regatta.", names=labels)
    assert [n.kind for n in made.layer(Name)] == ["person", "organisation", "place", "other"]


@pytest.mark.parametrize(
    "text, names, expected",
    [
        # a relative bears the surname too
        (
            "Old Lindt died. Lindt's only son, Jan Lindt, wept. Lindt was buried.",
            {"Lindt": "PER", "Lindt#2": "PER", "Jan Lindt": "PER", "Lindt#4": "PER"},
            [("Lindt", "Lindt"), ("Lindt", "Lindt"), ("Jan Lindt", "Jan Lindt"), ("Lindt", "Lindt")],
        ),
        # a surname known from elsewhere, that the model missed or took for something else
        (
            "Ana Moreno came. Moreno left. Moreno slept. They saw Moreno. I know Moreno.",
            {"Ana Moreno": "PER", "Moreno#2": "PER", "Moreno#3": "ORG", "Moreno#4": "PER"},
            [("Ana Moreno", "Ana Moreno")] + [("Moreno", "Ana Moreno")] * 4,
        ),
        ("He left. Sheikh Omar Hadi came.", {"He": "PER", "Sheikh Omar Hadi": "PER"}, [("Omar Hadi", "Omar Hadi")]),
        ("We met US troops.", {"We": "ORG", "US": "LOC"}, [("US", "US")]),
        ("Ana Oro (D-Del.) left.", {"Ana Oro": "PER", "D-Del.": "PER"}, [("Ana Oro", "Ana Oro")]),
        ("Omar Hadi srved.", {"Omar Hadi srved": "PER"}, [("Omar Hadi", "Omar Hadi")]),
    ],
)
def test_who_is_named(text, names, expected):
    assert entities(Built(text, names=names)) == expected


def test_a_form_has_the_kind_that_it_has_most_often():
    made = Built("Oro came. Oro left. Oro slept.", names={"Oro": "LOC", "Oro#2": "PER", "Oro#3": "PER"})
    assert [(n.entity, n.kind) for n in made.layer(Name)] == [("Oro", "person")] * 3


def test_the_father_of_one_is_not_the_one():
    made = Built(
        "Oro Ana Luz met her father Oro Jan Luz. Oro left.",
        "father/NOUN/obj/met/father",
        names={"Oro Ana Luz": "PER", "Oro Jan Luz": "PER", "Oro#3": "PER"},
    )
    assert entities(made)[-1] == ("Oro", "Oro Ana Luz")


def test_an_office_of_a_state_is_a_title_and_no_name():
    tree = "French/ADJ/amod/Secretary Secretary/PROPN/nsubj/left of/ADP/case/Works Works/PROPN/nmod/Secretary "
    tree += "Ana/PROPN/flat/Secretary Oro/PROPN/flat/Ana left/VERB/root/left"
    made = Built("French Secretary of Works Ana Oro left.", tree, names={"French Secretary": "PER", "Ana Oro": "PER"})
    assert [(n.entity, n.titles) for n in made.layer(Name)] == [("Ana Oro", ("Secretary of Works",))]


def test_a_name_inside_a_hyphened_word_or_a_longer_name_is_not_found_again():
    tree = (
        "Karsa/PROPN/nsubj/left left/VERB/root/left Karsa/PROPN/compound/teams teams/NOUN/nsubj/came "
        "came/VERB/root/came Karsa/PROPN/compound/Post Post/PROPN/nsubj/won won/VERB/root/won "
        "Karsa/PROPN/nsubj/slept slept/VERB/root/slept"
    )
    text = "Karsa left. All-Karsa teams came. The Karsa Post won. Karsa slept."
    assert [n.span.begin for n in Built(text, tree, names={"Karsa": "LOC"}).layer(Name)] == [0, text.rindex("Karsa")]


def test_a_word_that_only_a_sentences_begin_writes_so_is_no_name():
    tree = "Families/NOUN/nsubj/wept/family/NNS wept/VERB/root/wept"
    assert entities(Built("Families wept. Then families left.", tree, names={"Families": "ORG"})) == []
    assert entities(Built("Families wept. Then Oro left.", tree, names={"Families": "ORG"})) == [("Families",) * 2]


@pytest.mark.parametrize(
    ("words", "names", "who"),
    [
        ("Matt Lindqvist and Lindvqist left.", {"Matt Lindqvist": "PER", "Lindvqist": "PER"}, "Matt Lindqvist"),
        ("Matt Lindqvist and Lindvist left.", {"Matt Lindqvist": "PER", "Lindvist": "PER"}, "Matt Lindqvist"),
        # a family, a short name, a name that another person has
        ("Matt Lindqvist and Lindqvists left.", {"Matt Lindqvist": "PER", "Lindqvists": "PER"}, "Lindqvists"),
        ("Matt Brandt and Brant left.", {"Matt Brandt": "PER", "Brant": "PER"}, "Brant"),
        (
            "Matt Hansen, Luz Hanson and Hanson left.",
            {"Matt Hansen": "PER", "Luz Hanson": "PER", "Hanson#2": "PER"},
            "Luz Hanson",
        ),
        (
            "Matt Lindqvist, Luz Lindqvist and Lindvist left.",
            {"Matt Lindqvist": "PER", "Luz Lindqvist": "PER", "Lindvist": "PER"},
            "Lindvist",
        ),
    ],
)
def test_a_surname_a_letter_off_is_the_one_that_the_account_gives_in_full(words, names, who):
    assert entities(Built(words, names=names))[-1][1] == who
