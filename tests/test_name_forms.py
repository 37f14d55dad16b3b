import pytest

from rashomon.name_forms import fullest, identity


def test_a_family_name_is_no_small_states_capital() -> None:
    assert identity("Hamilton") == "hamiltun"
    assert identity("Bermudian") == identity("Bermuda")


@pytest.mark.parametrize(
    ("forms", "told"),
    [
        (["OPEC", "Opec"], "OPEC"),  # an acronym is no shouting
        (["HARBOURS", "Harbours"], "Harbours"),  # a headline's capitals
        (["Ana Oro", "Ana Luz Oro"], "Ana Luz Oro"),
        (["Opec", "OPEC", "Opec"], "Opec"),  # as most write it
        (["Democratic People’s Republic of Korea", "North Korea", "Pyongyang", "Pyongyang"], "North Korea"),
    ],
)
def test_the_form_a_reader_is_shown(forms: list[str], told: str) -> None:
    assert fullest(forms) == told
