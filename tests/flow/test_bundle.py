"""Links in columns are the links that went in."""

from hypothesis import given
from hypothesis import strategies as st

from reconcile.flow.bundle import Bundle
from reconcile.model import Link

scores = st.floats(0, 1)
links = st.lists(st.builds(Link, st.text(), st.text(), scores, st.dictionaries(st.text(), scores, max_size=4)))


@given(links)
def test_what_goes_in_comes_out_as_often_as_one_asks(given: list[Link]) -> None:
    bundle = Bundle(iter(given))

    assert [list(bundle), list(bundle)] == [given, given]
    assert len(bundle) == len(given)


@given(links)
def test_light_links_have_ends_and_score(given: list[Link]) -> None:
    light = [(link.left, link.right, link.score, dict(link.features)) for link in Bundle(given).light()]

    assert light == [(link.left, link.right, link.score, {}) for link in given]
