"""An entry's bytes are canonical, and what has no canonical bytes is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import ReconcileError
from reconcile.store import canonical

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)))
KEYS = st.text(st.characters(min_codepoint=1, max_codepoint=127), max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-canonical.LARGEST, canonical.LARGEST) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=10,
)
BODIES = st.dictionaries(KEYS, VALUES, max_size=4)


@given(BODIES)
def test_a_body_comes_back_from_its_bytes(body: dict[str, canonical.Value]) -> None:
    assert json.loads(canonical.encode(body)) == body


@given(BODIES, st.randoms())
def test_the_order_of_keys_does_not_matter(body: dict[str, canonical.Value], random: st.randoms) -> None:  # type: ignore[valid-type]
    keys = list(body)
    random.shuffle(keys)  # type: ignore[attr-defined]

    assert canonical.encode({key: body[key] for key in keys}) == canonical.encode(body)


def test_the_bytes_are_those_of_rfc_8785() -> None:
    body = {"b": [True, None, -1], "a": 'é\u20ac"\\\n\x1f', "\r": ""}

    assert canonical.encode(body) == '{"\\r":"","a":"é€\\"\\\\\\n\\u001f","b":[true,null,-1]}'.encode()


@pytest.mark.parametrize(
    "value",
    [1.0, float("nan"), 2**53, -(2**53), {"é": 1}, {1: 1}, {"a\0": 1}, "\0", "\ud800", b"", {1}, [[{"a": 0.5}]]],
)
def test_what_has_no_canonical_bytes_is_refused(value: canonical.Value) -> None:
    with pytest.raises(ReconcileError):
        canonical.encode({"value": value})
