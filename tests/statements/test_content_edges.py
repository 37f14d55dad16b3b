"""Where what is told begins and ends, by the participle before it and the deed after it."""

import pytest

from tests.readings import Built


@pytest.mark.parametrize(
    ("text", "tree", "part", "told"),
    [
        (
            "Officially called Oro, it sank, Lindt said.",
            "Officially/ADV/advmod/called called/VERB/advcl/sank/call/VBN Oro/PROPN/xcomp/called it/PRON/nsubj/sank "
            "sank/VERB/ccomp/said Lindt/PROPN/nsubj/said said/VERB/root/said/say/VBD",
            ("Lindt", "said", ["Oro, it sank"]),
            "Officially called Oro, it sank",
        ),
        (
            "Calling Oro dead, Lindt left.",
            "Calling/VERB/advcl/left/call/VBG Oro/PROPN/obj/Calling dead/ADJ/xcomp/Calling Lindt/PROPN/nsubj/left "
            "left/VERB/root/left/leave/VBD",
            ("Lindt", "Calling", ["Oro dead"]),
            "Oro dead",
        ),
        (
            "Today, officially called Oro, it sank, Lindt said.",
            "Today/NOUN/obl/sank officially/ADV/advmod/called called/VERB/advcl/sank/call/VBN Oro/PROPN/xcomp/called "
            "it/PRON/nsubj/sank sank/VERB/ccomp/said Lindt/PROPN/nsubj/said said/VERB/root/said/say/VBD",
            ("Lindt", "said", ["Oro, it sank"]),
            "Oro, it sank",
        ),
        (
            "Lindt told guards it sank and killed two.",
            "Lindt/PROPN/nsubj/told told/VERB/root/told/tell/VBD guards/NOUN/obj/told it/PRON/nsubj/sank "
            "sank/VERB/ccomp/told/sink/VBD and/CCONJ/cc/killed killed/VERB/conj/told/kill/VBD two/NUM/obj/killed",
            ("Lindt", "told", ["it sank and killed two"]),
            "it sank and killed two",
        ),
        (
            "Lindt denies malice and taking it.",
            "Lindt/PROPN/nsubj/denies denies/VERB/root/denies/deny/VBZ malice/NOUN/obj/denies and/CCONJ/cc/taking "
            "taking/VERB/conj/denies/take/VBG it/PRON/obj/taking",
            ("Lindt", "denies", ["malice and taking it"]),
            "malice and taking it",
        ),
        (
            "Lindt denied it and Vale left.",
            "Lindt/PROPN/nsubj/denied denied/VERB/root/denied/deny/VBD it/PRON/obj/denied and/CCONJ/cc/left "
            "Vale/PROPN/nsubj/left left/VERB/conj/denied/leave/VBD",
            ("Lindt", "denied", ["it and Vale left"]),
            "it and Vale left",
        ),
        (
            "Lindt rejected “claims and suspended pay”.",
            "Lindt/PROPN/nsubj/rejected rejected/VERB/root/rejected/reject/VBD claims/NOUN/obj/rejected "
            "and/CCONJ/cc/suspended suspended/VERB/conj/rejected/suspend/VBD pay/NOUN/obj/suspended",
            ("Lindt", "rejected", ["“claims and suspended pay”"]),
            "“claims and suspended pay”",
        ),
    ],
)
def test_content_is_neither_cut_nor_stretched(text, tree, part, told):
    made = Built(text, tree, names={"Lindt": "PER"}, parts=[part])
    assert made.said() == [("Lindt", (told,))]
