"""What is said to have caused a happening, in sentences that the model reads."""

import pytest

import rashomon
from rashomon.types import EventMention


def causes(text):
    """The words for the causes that the mentions of a text give."""
    (document,) = rashomon.annotate([rashomon.document(text)])
    told = (a for m in document.layer(EventMention) for a in m.arguments if a.role == "cause")
    return [document.quote(a.span) for a in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire was caused by an electrical fault, the fire brigade said.", ["an electrical fault"]),
        ("Union leader Rosa Lind said the blaze had been started by a welder.", ["a welder"]),
        ("A gas leak caused the blast, the mayor said.", ["A gas leak"]),
        ("Residents fled a fire sparked by lightning.", ["lightning"]),
        ("The cause of the crash was bad weather, the airport's director said.", ["bad weather"]),
        ("Speeding was the cause of the derailment.", ["Speeding"]),
        ("The flooding stemmed from a burst dam.", ["a burst dam"]),
        ("The killing of a boy that sparked the riots is under inquiry.", ["The killing of a boy"]),
        ("Police believe arson is to blame for the fire at the church.", ["arson"]),
        ("The crash was the result of pilot error, investigators said.", ["pilot error"]),
        ("The company blamed the explosion on a gas leak.", ["a gas leak"]),
        ("Investigators put the crash down to fog.", ["fog"]),
        ("Engineers attribute the collapse to shoddy work.", ["shoddy work"]),
        ("The fire was due to a short circuit, the owner said.", ["a short circuit"]),
        ("The shooting may have been caused by a stray bullet, the court heard.", ["a stray bullet"]),
    ],
)
def test_what_caused_it_is_read_from_verbs_nouns_and_states(text, expected):
    assert causes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The fire was not caused by an electrical fault.",
        "Police do not know what caused the fire.",
        "Officials were continuing to investigate what caused the crash.",
        "The cause of the fire is unknown.",
        "The cause of the crash is under investigation.",
        "A welder started the talks.",
        "The mayor would have caused a fire.",
        "The fire was not due to a short circuit.",
        "The outage was due to end on Friday.",
        "The police blamed the fire on Friday.",
        "They put the crash to the back of their minds.",
    ],
)
def test_what_nobody_says_was_the_cause_is_none(text):
    assert causes(text) == []
