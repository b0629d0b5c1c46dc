"""What can be done to what: verbs with their forms and objects, for lessons about whether it was done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done: the verb's base, past and participle, and what it is done to."""

    base: str
    past: str
    done: str
    objects: tuple[str, ...]

    @property
    def doing(self) -> str:
        """The form with -ing."""
        head, _, tail = self.base.partition(" ")
        if head.endswith("e") and not head.endswith("ee"):
            head = head[:-1]
        elif head in DOUBLED:
            head += head[-1]
        return f"{head}ing {tail}".strip()


DOUBLED = frozenset({"admit", "ban", "cut", "shut", "set", "stop", "plan", "ship", "commit", "put"})

ACTS = tuple(
    Act(base, past, done, tuple(objects.split("; ")))
    for forms, _, objects in (
        row.partition(" | ")
        for row in """
destroy/destroyed/destroyed | the archive; the shells; its stock of nerve agent; the old bridge; the evidence
sell/sold/sold | the patent; its shares; the fighter jets; the painting; the vineyard
publish/published/published | the findings; the minutes; the list of donors; the photographs
sign/signed/signed | the agreement; the contract; the petition; the peace deal
bury/buried/buried | the drums; the missile parts; the treasure; the victims
hire/hired/hired | the consultant; new guards; foreign engineers; a second coach
pay/paid/paid | the ransom; the invoice; the fine; the workers
repair/repaired/repaired | the runway; the organ; the turbines; the leak
approve/approved/approved | the merger; the vaccine; the budget; the rocket programme
warn/warned/warned | the villagers; the pilot; the neighbouring state; the shareholders
release/released/released | the hostages; the recordings; the second report; the journalist
import/imported/imported | uranium ore; centrifuge tubes; the seed; frozen meat
test/tested/tested | the engine; the drug; the warhead; the drinking water
arrest/arrested/arrested | the treasurer; the smugglers; the student leader; the driver
cross/crossed/crossed | the river; the border; the picket line; the demarcation line
declare/declared/declared | the missiles; a state of emergency; its foreign income; the laboratory
translate/translated/translated | the novel; the manual; the poem; the constitution
attend/attended/attended | the funeral; the hearing; the summit; the premiere
close/closed/closed | the mine; the embassy; the maternity ward; the airspace
build/built/built | the reservoir; a second reactor; the stadium; the chapel
return/returned/returned | the statue; the deposit; the bones; the captured soldiers
inspect/inspected/inspected | the bakery; the silo; the presidential site; the ferry
evacuate/evacuated/evacuated | the hospital; the coastal towns; the staff; the upper floors
recruit/recruited/recruited | the scientists; teenagers; two informers; nurses
finance/financed/financed | the coup; the expedition; the film; the campaign
deliver/delivered/delivered | the ammunition; the medicine; the ballots; the generators
invite/invited/invited | the monitors; the king; the delegation; the choir
bribe/bribed/bribed | the referee; the minister; the customs officers; a juror
name/named/named | a successor; the informant; the culprit; the winner
enter/entered/entered | the compound; the city; the race; the market
move/moved/moved | the documents; the launchers; the headquarters; the livestock
copy/copied/copied | the design; the hard drive; the letters; the key
convert/converted/converted | the trainer aircraft; the church; the chemical plant; the loan
photograph/photographed/photographed | the convoy; the comet; the victims; the bunker
ban/banned/banned | the party; the pesticide; the book; mobile phones
""".strip().splitlines()
    )
    for base, past, done in (forms.split("/"),)
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did what to what, or is said to have."""

    who: str
    act: Act
    what: str

    def slots(self) -> dict[str, str]:
        """Return its parts for a frame."""
        act = self.act
        found = {"who": self.who, "what": self.what, "base": act.base, "past": act.past, "done": act.done}
        plural = self.what.endswith("s") or self.what in PLURAL
        return {**found, "doing": act.doing, "was": "were" if plural else "was", "have": "have" if plural else "has"}


PLURAL = frozenset({"the staff", "the livestock", "the missile parts"})
