"""What somebody is said to say: by a report verb and its clause or phrase, or by a report noun."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.extract.by_syntax.asserter import agent, speaker, voice
from reconcile.extract.by_syntax.content import content, reporting
from reconcile.extract.by_syntax.tree import VERBAL, Run, Tree
from reconcile.extract.by_words.complement import complement
from reconcile.extract.by_words.frames import COUNTING, bare_object, counts, speaks
from reconcile.extract.cues import TOLD, ReportVerb, lexicon, nouns, report_noun
from reconcile.extract.tokens import Token
from reconcile.extract.voice import Voice
from reconcile.values.words import lemma

GOES_ON = "attribution.goes-on"
"""The rule of one who spoke before and goes on."""

QUOTATION, OBJECT = "attribution.quotation", "attribution.object"

AGENTS = frozenset({"by", "from", "of", "among"})
"""What stands between a report noun and whose report it is."""

LIGHT = frozenset("issue release make publish give express reach voice have hold draw offer form share deliver".split())
"""Verbs whose subject says or holds what their object is: "issued a statement that P", "reached the view that P"."""

OBSERVING = frozenset("see view find know think hold consider recognize recognise".split())
"""Verbs that describe somebody or something only where "as" or "to be" is theirs."""

SHORTEST_OBJECT = 3
"""Words of an object that says something by itself: "revealed a hidden loan"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A voice, its cue's position, and the runs that hold what it says; ``whole`` ones are one phrase, not clauses.

    ``outer`` is who says that the voice says so: "X quoted Y as saying P".
    """

    voice: Voice
    cue: int
    said: tuple[Run, ...]
    whole: bool = False
    outer: Voice | None = None


def told(tree: Tree, verb: int, within: Run) -> Told | None:
    """Return what somebody is said to say by the verb of a clause; None where it reports nothing."""
    cue = _cue(tree, verb)
    report = reporting(tree, cue) if cue is not None and tree.tags[cue] in VERBAL else None
    if (passed := _passed_on(tree, verb, within)) is not None:
        return passed
    if cue is None or report is None:
        return None
    if (clause := _refuted(tree, cue, report)) is not None:
        who = speaker(tree, verb, cue, report, "attribution.denial")
        return Told(who, cue, (tree.runs[clause],)) if who else None
    if cue == verb and _goes_on(tree, verb):
        phrase = _phrase(tree, verb, cue, report, within)
        return replace(phrase, voice=replace(phrase.voice, rule=GOES_ON)) if phrase and not phrase.whole else None
    clauses = content(tree, cue, within) if set("tbqi") & report.takes else []
    return _clause(tree, verb, cue, report, clauses) if clauses else _phrase(tree, verb, cue, report, within)


def _passed_on(tree: Tree, verb: int, within: Run) -> Told | None:
    """``X quoted Y as saying P``, ``Y was quoted as saying P``, ``Y is reported to have said that P``."""
    inner = next((kid for prep in tree.labelled(verb, "prep") for kid in tree.labelled(prep, "pcomp")), None)
    if inner is None or tree.lower(tree.heads[inner]) != "as":
        heard = tree.passive(verb) and tree.lower(verb) in lexicon()["hearsay"]["participles"]
        inner = next((kid for kid in tree.labelled(verb, "xcomp") if tree.tags[kid] == "VBN"), None) if heard else None
    report = reporting(tree, inner) if inner is not None and not tree.negated(verb) else None
    who = next(tree.labelled(verb, "nsubjpass" if tree.passive(verb) else "dobj"), None)
    clauses = content(tree, inner, within) if inner is not None and report and "t" in report.takes else []
    said = voice(tree, who, "attribution.passed-on", denies=bool(report and report.denies)) if who is not None else None
    if inner is None or said is None or not clauses:
        return None
    return Told(said, inner, tuple(clauses), outer=_passes_on(tree, verb))


def _passes_on(tree: Tree, verb: int) -> Voice | None:
    """Return who says that another says so; of "was quoted as saying" nobody is needed."""
    if tree.passive(verb):
        said = agent(tree, verb, "attribution.hearsay")
        return said if said.name or tree.lower(verb) in lexicon()["hearsay"]["participles"] else None
    who = tree.doer(verb)
    return voice(tree, who, "attribution.passed-on") if who is not None else None


def _refuted(tree: Tree, cue: int, report: ReportVerb) -> int | None:
    """Return the clause of the statement that a verb turns down: "X dismissed (as false) the claim that P"."""
    if not report.denies or tree.negated(cue):
        return None
    objects = [*tree.labelled(cue, "nsubjpass")] if tree.passive(cue) else [*tree.labelled(cue, "dobj")]
    objects += [kid for prep in tree.labelled(cue, "prep") if tree.lower(prep) == "as" for kid in tree.kids[prep]]
    stated = (noun for noun in objects if any(report_noun(tree.lower(noun), kind) for kind in ("report", "owned")))
    clauses = (kid for noun in stated for kid in tree.labelled(noun, "acl", "ccomp", "relcl") if tree.finite[kid])
    return next((kid for kid in clauses if tree.marked(kid) == "that"), None)


def _goes_on(tree: Tree, verb: int) -> bool:
    return tree.lower(verb) in lexicon()["guards"]["goes_on"]


def _cue(tree: Tree, verb: int) -> int | None:
    """Return the verb that reports: "continued to state" does by its second, "to state" does not."""
    if _goes_on(tree, verb):
        return next(tree.labelled(verb, "xcomp"), verb)
    infinitive = any(tree.lower(kid) == "to" for kid in tree.labelled(verb, "aux"))
    return None if infinitive else verb


def _clause(tree: Tree, verb: int, cue: int, report: ReportVerb, clauses: Sequence[Run]) -> Told | None:
    """Return what a verb reports by clauses of their own: ``X said that P``, ``P, X said``."""
    if (tree.negated(cue) and not report.denies) or _ordered(tree, cue) or tree.inverted(cue):
        return None
    rule = "attribution.bare-clause"
    if any(high <= verb for _, high in clauses):
        rule = "attribution.trailing"
    elif any(tree.lower(low) == "that" for low, _ in clauses):
        rule = "attribution.that-clause"
    who = speaker(tree, verb, cue, report, rule)
    if who and _one(tree, clauses, cue):
        return Told(who, cue, ((clauses[0][0], clauses[-1][1]),), whole=True)
    return Told(who, cue, tuple(clauses)) if who else None


def _ordered(tree: Tree, cue: int) -> bool:
    """Say whether somebody "was told to" do something."""
    return tree.passive(cue) and cue + 1 < len(tree.tokens) and tree.lower(cue + 1) == "to"


def _one(tree: Tree, clauses: Sequence[Run], cue: int) -> bool:
    """Say whether a speaker stands within one clause: "there is no evidence, X said, that P"."""
    first, last = clauses[0], clauses[-1]
    evidence = any(report_noun(tree.lower(n), kind) for n in range(*first) for kind in ("evidence", "report", "owned"))
    return evidence and first[1] <= cue < last[0] and tree.lower(last[0]) == "that"


def _phrase(tree: Tree, verb: int, cue: int, report: ReportVerb, within: Run) -> Told | None:
    """Return what a verb reports by a phrase: "described N as C", "found no evidence of N", ``said: "P"``."""
    taken = _taken(tree, cue, report, within)
    who = speaker(tree, verb, cue, report, taken[0]) if taken and not tree.passive(cue) else None
    if taken is None or who is None or tree.negated(cue):
        return None
    rule, place = taken
    if rule == OBJECT and not _tells(tree, cue, report, who):
        return None
    begin = next((n for n in range(*within) if tree.tokens[n].start >= place), within[1])
    if rule == "attribution.denial" and bare_object(tree.text, place, tree.tokens[within[1] - 1].end):
        begin, who = max(within[0], tree.runs[verb][0]), replace(who, rule="attribution.rejection", denies=False)
    return Told(who, cue, ((begin, within[1]),), whole=rule != QUOTATION)


def _taken(tree: Tree, cue: int, report: ReportVerb, within: Run) -> tuple[str, int] | None:
    """Return the frame of a verb that takes no clause, and where in the text what is said begins."""
    found = tree.tagged(within)
    taken = _lead(found, report) or complement(tree.text, found, cue - within[0], report)
    if taken is None or taken[0] in TOLD:
        return _object(tree, cue, report)
    if taken[0] == "attribution.noun-complement" and report.base in OBSERVING and not _complements(tree, cue):
        return None
    return None if taken[0] == QUOTATION and _quotes_object(tree, cue) else taken


def _complements(tree: Tree, cue: int) -> bool:
    """Say whether "as" or "to be" belongs to the verb or its object: "described N as C"."""
    hosts = [cue, *tree.labelled(cue, "dobj", "nsubj", "ccomp", "xcomp", "oprd")]
    return any(
        tree.lower(kid) in {"as", "to"}
        for host in hosts
        for node in (host, *tree.kids[host])
        for kid in (node, *tree.kids[node])
    )


def _lead(found: Sequence[Token], report: ReportVerb) -> tuple[str, int] | None:
    """Return where what follows a colon begins: ``X said in a letter that was leaked: P``."""
    leads = "q" in report.takes and bool(found) and found[-1].text == ":"
    return (QUOTATION, found[-1].end) if leads else None


def _quotes_object(tree: Tree, cue: int) -> bool:
    """Say whether the marks stand about what the verb takes as its object: ``indicated "plans to use it"``."""
    objects = (kid for kid in tree.labelled(cue, "dobj") if kid > cue and not tree.finite[kid])
    return any(True for _ in objects) and tree.tokens[cue + 1].text == '"'


def _object(tree: Tree, cue: int, report: ReportVerb) -> tuple[str, int] | None:
    """Return the object of a text's showing or of a count, if it says something by itself."""
    found = next(tree.labelled(cue, "dobj"), None) if "o" in report.takes else None
    if found is None or found < cue or tree.runs[found][1] - tree.runs[found][0] < SHORTEST_OBJECT:
        return None
    return OBJECT, tree.tokens[tree.runs[found][0]].start


def _tells(tree: Tree, cue: int, report: ReportVerb, who: Voice) -> bool:
    """Say whether an object is what somebody reports: a text shows it, or it is a count."""
    low = tree.runs[next(tree.labelled(cue, "dobj"))][0]
    return (report.base in COUNTING and counts(tree.tokens[low : low + 4])) or speaks(who.name)


def told_by_noun(tree: Tree, noun: int) -> Told | None:
    """Return what a report noun holds and whose it is: ``X's belief that P``, ``findings by X that P``."""
    word = tree.lower(noun)
    owned = report_noun(word, "owned") and tree.has(noun, "poss")
    if not (owned or report_noun(word)) or report_noun(word, "evidence"):
        return None
    owner = _owner(tree, noun)
    if owner is None and not _there(tree, noun):
        return None
    hosts = (noun, owner) if owner is not None else (noun,)
    said = list(
        _disjoint(tree, (k for k in _clauses(tree, noun, hosts) if tree.finite[k] and tree.marked(k) == "that"))
    )
    if not said:
        return None
    if owner is None:
        place = tree.tokens[noun]
        return Told(Voice("", place.start, place.end, "attribution.hearsay"), noun, tuple(said))
    rule = "attribution.possessive-noun" if owner < noun else "attribution.noun-by"
    who = voice(tree, owner, rule, denies=word in nouns("denials"))
    return Told(who, noun, tuple(said)) if who else None


def _owner(tree: Tree, noun: int) -> int | None:
    """Return whose a report is: "X's view", "the view of X"; a parser may hang "of" elsewhere."""
    if (owner := next(tree.labelled(noun, "poss"), None)) is not None:
        return owner
    if tree.labels[noun] == "dobj" and lemma(tree.lower(tree.heads[noun])) in LIGHT:
        return tree.doer(tree.heads[noun])
    behind = [noun + 1] if noun + 1 < len(tree.heads) else []
    preps = (kid for kid in (*tree.labelled(noun, "prep", "agent"), *behind) if tree.lower(kid) in AGENTS)
    return next((kid for prep in preps for kid in tree.labelled(prep, "pobj")), None)


def _disjoint(tree: Tree, clauses: Iterable[int]) -> Iterator[Run]:
    """Yield the runs of clauses, none that stands within one before it: "claims that P, that Q"."""
    end = 0
    for low, high in sorted(tree.runs[clause] for clause in clauses):
        if low >= end:
            yield low, (end := high)


def _there(tree: Tree, noun: int) -> bool:
    """Say whether a report is only said to be: "there were claims that P"; "there was no claim that P" is not one."""
    denied = any(tree.lower(kid) in {"no", "any", "little"} for kid in tree.labelled(noun, "det", "amod"))
    return not denied and tree.has(tree.heads[noun], "expl") and not tree.negated(tree.heads[noun])


def _clauses(tree: Tree, noun: int, hosts: Iterable[int]) -> Iterator[int]:
    """Yield what may be the clause of a noun: on it, on whose it is, or on the verb that it belongs to."""
    yield from (node for head in hosts for node in tree.under(head) if node > noun)
    verb = tree.heads[noun]
    verb = tree.heads[verb] if tree.labels[verb] == "prep" else verb
    yield from (kid for kid in tree.labelled(verb, "ccomp") if kid > noun)
