"""What can be configured, and where each value came from: flag, environment, the case's file, the user's, default."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from reconcile.flow import toml_file
from reconcile.model import UsageError

PREFIX = "RECONCILE_"
"""What the environment's variables begin with; a table's name and a key are joined by two underscores."""

OUTSIDE = frozenset({"RECONCILE_WORKSPACE", "RECONCILE_DEBUG", "RECONCILE_QUIET", "RECONCILE_TEST_POSTGRES"})
"""Variables with that beginning that are no settings: options that have one, and what the tests use."""

FORMATS = ("html", "md", "json", "csv")

SHOWN = 100
"""Characters of a key or a value that a complaint shows."""

UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""Characters that no name, title or path is meant to hold."""

Value = str | int | float | tuple[str, ...]
Tables = dict[str, object]


class Table(BaseModel):
    """A table of settings. A key that it does not know is an error: silence would be a default in disguise."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Reading(Table):
    """How much of a file is read before it is refused."""

    size: PositiveInt = Field(default=64 * 1024 * 1024, description="Bytes of one file; a larger one is refused.")
    sidecar: PositiveInt = Field(
        default=1024 * 1024, description="Bytes of a `source.toml` or a mapping beside a file."
    )
    front_matter: PositiveInt = Field(default=16 * 1024, description="Bytes of front matter in a Markdown file.")
    field: PositiveInt = Field(default=100_000, description="Characters of one field of a table.")
    rows_told: PositiveInt = Field(default=100, description="Refused rows of one file that are listed one by one.")


class Extraction(Table):
    """How closely sentences are read."""

    syntax: bool = Field(
        default=True,
        description="Read sentences by their syntax, as a small trained network tells it; `false` reads their words "
        "by rules alone, which is faster and less exact.",
    )


class Matching(Table):
    """How hard to look for claims about the same thing."""

    budget: PositiveInt = Field(default=2_000, description="Index entries read per claim, rarest words first.")
    candidates: PositiveInt = Field(default=50, description="Claims compared in full with each claim.")
    threshold: float = Field(
        default=0.02,
        ge=0,
        le=1,
        description="The least chance, 0 to 1, that two claims are of one matter, at which they are linked.",
    )
    workers: PositiveInt = Field(
        default=1, description="Processes that look for claims about the same thing; any number finds the same."
    )


class Reporting(Table):
    """What `reconcile run` writes."""

    title: str = Field(default="Where the sources disagree", min_length=1, description="The report's title.")
    formats: Annotated[tuple[str, ...], NoDecode] = Field(
        default=FORMATS, description="Which files `run` writes, out of html, md, json and csv."
    )
    folder: str = Field(default="reports", min_length=1, description="Where they go; relative to the workspace.")
    context: int = Field(default=160, ge=0, le=10_000, description="Characters shown before and after each quote.")

    @field_validator("formats", mode="before")
    @classmethod
    def split(cls, given: object) -> object:
        """Take "html,json" for a list: the environment has strings only."""
        return tuple(part.strip() for part in given.split(",") if part.strip()) if isinstance(given, str) else given

    @field_validator("formats")
    @classmethod
    def known(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        """Refuse a format that there is none of."""
        if not given or (unknown := [each for each in given if each not in FORMATS]):
            raise ValueError(f"{unknown[0]!r} is no format" if given else "name at least one")
        return given


class Settings(BaseSettings):
    """All settings of a case, each with its default."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True)

    database: str = Field(
        default="", description="The database's URL; empty: `sqlite:///db/reconcile.sqlite` in the workspace."
    )
    actor: str = Field(default="", description="Your name in the ledger; empty: the name you are logged in by.")
    clock: str = Field(
        default="", description="A fixed time (ISO 8601, UTC) instead of now, to make the same report twice."
    )
    origin: str = Field(default="", description="The name of a new database's ledger; empty: a random one.")
    vocabulary: str = Field(
        default="",
        description="The case's own words; a file relative to the workspace; empty: `vocabulary.toml`, if any.",
    )

    reading: Reading = Reading()
    extraction: Extraction = Extraction()
    matching: Matching = Matching()
    report: Reporting = Reporting()

    @field_validator("clock")
    @classmethod
    def utc(cls, given: str) -> str:
        """Write the time as the ledger does; refuse what is no time."""
        if not given:
            return ""
        moment = datetime.fromisoformat(given)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read nothing by itself: ``load`` reads the layers one by one, to know which value came from where."""
        return (init_settings,)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings, and for each key the layer that gave it ("flag", "environment", a file's path, "default")."""

    settings: Settings
    origins: Mapping[str, str]

    def rows(self) -> Iterator[tuple[str, Value, str]]:
        """Yield key, value and origin of each setting, in the order of the reference."""
        for key, origin in self.origins.items():
            yield key, value_of(self.settings, key), origin


def value_of(settings: Settings, key: str) -> Value:
    """Return the value under a dotted key."""
    value: Value = reduce(getattr, key.split("."), settings)  # type: ignore[assignment]
    return value


class BadSetting(UsageError):  # noqa: N818 - reads as a sentence where it is raised
    """A setting that there is none of, or a value that it cannot have. Says which, where and what would do."""

    def __init__(self, origin: str, key: str, complaint: str) -> None:
        super().__init__(f"{origin}: {key[:SHOWN]}: {complaint}; `reconcile config show` lists all settings")
        self.origin, self.key = origin, key


def load(project: Path, user: Path | None, flags: Mapping[str, str], environment: Mapping[str, str]) -> Loaded:
    """Return the settings of the case whose file is ``project``; files that are not there say nothing.

    ``flags`` are by key ("database"). ``environment`` is only looked through for misspelt names: the values are read
    where pydantic-settings reads them. Raises BadSetting.
    """
    check_names(environment)
    files = [file for file in (project, user) if file is not None]
    layers: dict[str, Tables] = {"flag": dict(flags), "environment": from_environment()}
    layers |= {str(file): from_file(file) for file in files}
    keys: dict[str, dict[str, object]] = {origin: flat(values) for origin, values in layers.items()}
    for origin, values in keys.items():
        check_keys(origin, values)
    origins = {key: next((origin for origin in keys if key in keys[origin]), "default") for key in KEYS}
    chosen = {key: keys[origin][key] for key, origin in origins.items() if origin != "default"}
    return Loaded(validated(chosen, origins), origins)


def from_environment() -> Tables:
    """Return what the environment gives, as tables. Raises BadSetting."""
    try:
        return dict(EnvSettingsSource(Settings)())
    except SettingsError as error:
        raise BadSetting("environment", PREFIX + "*", str(error)) from error


def from_file(file: Path) -> Tables:
    """Return what a TOML file gives, as tables; nothing where there is no file. Raises BadSetting."""
    if not file.exists() and not file.is_symlink():
        return {}
    try:
        return toml_file.tables(file)
    except toml_file.Unreadable as error:
        raise BadSetting(str(file), "the file", str(error)) from error


def flat(tables: Mapping[str, object], prefix: str = "") -> Tables:
    """Return tables as one mapping with dotted keys; those in settings, which hold no table, stay as they are."""
    values: Tables = {}
    for key, value in tables.items():
        inner = isinstance(value, Mapping) and prefix + key not in KEYS and prefix.count(".") < DEEPEST
        values |= flat(value, f"{prefix}{key}.") if isinstance(value, Mapping) and inner else {prefix + key: value}
    return values


def fields(table: type[BaseModel] = Settings, prefix: str = "") -> Iterator[tuple[str, str, Value]]:
    """Yield key, description and default of each setting: the reference in ``docs/settings.md``."""
    for name, field in table.model_fields.items():
        if isinstance(field.default, Table):
            yield from fields(type(field.default), f"{prefix}{name}.")
        else:
            yield prefix + name, field.description or "", field.default


DEEPEST = 2
"""Tables within each other that are looked into: one more than there are, to name what is too much."""

KEYS = tuple(key for key, _, _ in fields())
"""Every setting's dotted key."""


def variable(key: str) -> str:
    """Return the environment variable of a setting."""
    return PREFIX + key.replace(".", "__").upper()


def check_keys(origin: str, values: Mapping[str, object]) -> None:
    """Raise BadSetting for the first key that is no setting, or whose text holds what cannot be seen."""
    for key, value in values.items():
        if key not in KEYS:
            raise BadSetting(origin, key, f"there is no such setting; the nearest is {nearest(key[:SHOWN], KEYS)}")
        if isinstance(value, str) and (unseen := UNSEEN.search(value)):
            raise BadSetting(origin, key, f"it holds U+{ord(unseen[0]):04X}, which cannot be seen; leave it out")


def check_names(environment: Mapping[str, str]) -> None:
    """Raise BadSetting for the first variable that looks like a setting and is none."""
    known = {variable(key) for key in KEYS} | OUTSIDE
    for name in sorted(environment):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            raise BadSetting("environment", name, f"there is no such setting; the nearest is {nearest(name, known)}")


def nearest(name: str, known: tuple[str, ...] | set[str]) -> str:
    """Return the known name that is spelt most like ``name``."""
    return difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.0)[0]


def validated(values: Mapping[str, object], origins: Mapping[str, str]) -> Settings:
    """Return the settings out of dotted keys. Raises BadSetting for a value that a setting cannot have."""
    try:
        return Settings.model_validate(nested(values))
    except ValidationError as error:
        wrong = error.errors(include_url=False)[0]
        place = ".".join(map(str, wrong["loc"]))
        key = next((key for key in KEYS if f"{place}.".startswith(f"{key}.")), KEYS[0])
        told = wrong["msg"].removeprefix("Value error, ")[:SHOWN]
        raise BadSetting(origins[key], key, f"{told} (it says {repr(wrong['input'])[:SHOWN]})") from error


def nested(values: Mapping[str, object]) -> Tables:
    """Return dotted keys as tables: the other way round from ``flat``; tables are one deep."""
    tables: Tables = {key: value for key, value in values.items() if "." not in key}
    for head in dict.fromkeys(key.partition(".")[0] for key in values if "." in key):
        tables[head] = {key.partition(".")[2]: value for key, value in values.items() if key.startswith(f"{head}.")}
    return tables


def commented() -> str:
    """Return the file that ``reconcile init`` writes: every setting, its meaning and its default, commented out."""
    lines = ["# Settings of this case. A flag wins over the environment, the environment over this file."]
    table = ""
    for key, description, default in fields():
        head, _, name = key.rpartition(".")
        if head != table:
            lines += ["", f"[{head}]"]
            table = head
        lines += ["", f"# {description}", f"# {name} = {toml(default)}"]
    return "\n".join(lines) + "\n"


def toml(value: Value) -> str:
    """Write a default as TOML."""
    if isinstance(value, tuple):
        return f"[{', '.join(toml(each) for each in value)}]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
