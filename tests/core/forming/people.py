"""Small programmes made by chance, and rules written down once more, apart from the product's own."""

from collections import Counter
from itertools import combinations
from random import Random
from typing import Any

Data = dict[str, Any]


def programme(**changed: Any) -> Data:
    slots = [
        {"id": "tue", "label": "Tuesday", "capacity": 3, "offers": ["captions"]},
        {"id": "thu", "label": "Thursday", "capacity": 3, "offers": []},
    ]
    mixed = {
        "level": {"type": "ordinal", "range": 4, "weight": 60},
        "role": {"type": "category", "weight": 40},
    }
    weights = {"with": 30, "repeats": 40, "alone": 15, "aim_alone": 5, "slot2": 10, "size": 10}
    score = {"diversity": mixed, "alone": {"sector": ["nhs"]}, "weights": weights}
    size = {"min": 3, "max": 4, "target": 4}
    return {"size": size, "max_sets": 4, "max_per_org": 1, "slots": slots, "score": score, **changed}


def person(number: int, **changed: Any) -> Data:
    return {
        "id": f"p{number:02}",
        "org": f"org{number}",
        "level": 1 + number % 5,
        "role": "nurse",
        "sector": "nhs",
        "slots": {"tue": 0, "thu": 1},
        "needs": [],
        "languages": ["en"],
        "aims": [],
        "priority": 1000 - number,
        **changed,
    }


def helper(number: int, **changed: Any) -> Data:
    plain = {
        "org": f"own{number}",
        "slots": ["tue", "thu"],
        "max_sets": 2,
        "languages": ["en"],
        "not_with": [],
    }
    return {"id": f"f{number}", **plain, **changed}


def instance(people: list[Data], **changed: Any) -> Data:
    return {
        "schema": "als-forming/1",
        "programme": programme(),
        "applicants": people,
        "facilitators": [helper(1), helper(2)],
        "not_with": [],
        "with": [],
        "repeats": [],
        "pins": [],
        "previous": None,
        **changed,
    }


def by_chance(seed: int, number: int = 12) -> Data:
    """Two languages, crowded organisations, few days, needs, pairs and conflicts."""
    random = Random(seed)
    people = [
        person(
            at,
            org=f"org{random.randrange(number // 2)}",
            level=random.randint(1, 5),
            role=random.choice(["nurse", "cook", "carer"]),
            sector=random.choice(["nhs", "school"]),
            slots={slot: random.randint(0, 1) for slot in random.choice([["tue"], ["thu"], ["tue", "thu"]])},
            needs=["captions"] if random.random() < 0.1 else [],
            languages=random.choice([["en"], ["en"], ["cy"], ["cy", "en"]]),
            aims=random.sample(["data", "time", "voice"], random.randint(0, 2)),
        )
        for at in range(number)
    ]
    ids = [one["id"] for one in people]
    pairs = [list(two) for two in random.sample(list(combinations(ids, 2)), 6)]
    helpers = [
        helper(1, languages=["cy", "en"], org="org1", not_with=[ids[0]]),
        helper(2, languages=["en"]),
        helper(3, slots=["tue"], languages=["cy"], max_sets=1),
    ]
    wanted = {"not_with": pairs[:2], "with": pairs[2:4], "repeats": pairs[4:]}
    return instance(people, facilitators=helpers, **wanted)


def twenty_four(seed: int) -> Data:
    """Sets of five and six, with all that counts: aims, listed values, wishes, repeats, second choices."""
    random = Random(seed)
    people = [
        person(
            at,
            org=f"org{at % 9}",
            level=random.randint(1, 5),
            role=random.choice(["nurse", "cook", "carer"]),
            sector=random.choice(["nhs", "school", "school"]),
            slots={"tue": random.randint(0, 1), "thu": random.randint(0, 1)},
            aims=random.sample(["data", "time", "voice"], random.randint(0, 2)),
        )
        for at in range(24)
    ]
    ids = [one["id"] for one in people]
    pairs = [[ids[at], ids[at + 7]] for at in range(9)]
    size = {"min": 5, "max": 6, "target": 6}
    helpers = [helper(at) for at in range(4)]
    return instance(
        people,
        programme=programme(size=size),
        facilitators=helpers,
        not_with=pairs[:3],
        **{"with": pairs[3:6], "repeats": pairs[6:]},
    )


def faults(data: Data, result: Data) -> list[str]:
    """Hard rules that a result breaks."""
    people = {one["id"]: one for one in data["applicants"]}
    found = []
    times = Counter([*result["waiting"], *(who for one in result["sets"] for who in one["members"])])
    if times != Counter(people.keys()):
        found.append("somebody is not there once")
    for one in result["sets"]:
        found += [f"{one['id']}: {words}" for words in _faults_of(data, people, one)]
    duties = Counter((one["facilitator"], one["slot"]) for one in result["sets"])
    found += ["a facilitator twice at once" for number in duties.values() if number > 1]
    for helped in data["facilitators"]:
        if sum(one["facilitator"] == helped["id"] for one in result["sets"]) > helped["max_sets"]:
            found.append("a facilitator with too many sets")
    at_once = Counter(one["slot"] for one in result["sets"])
    found += ["no room" for slot in data["programme"]["slots"] if at_once[slot["id"]] > slot["capacity"]]
    where = {who: one["id"] for one in result["sets"] for who in one["members"]}
    found += ["a pin" for pin in data["pins"] if where.get(pin["applicant"]) != pin["set"]]
    return found + (["too many sets"] if len(result["sets"]) > data["programme"]["max_sets"] else [])


def _faults_of(data: Data, people: dict[str, Data], one: Data) -> list[str]:
    members = [people[who] for who in one["members"]]
    helped = next(each for each in data["facilitators"] if each["id"] == one["facilitator"])
    slot = next(each for each in data["programme"]["slots"] if each["id"] == one["slot"])
    size, old = data["programme"]["size"], {each["id"] for each in (data["previous"] or {"sets": []})["sets"]}
    least = size.get("min_continuing", size["min"]) if one["id"] in old else size["min"]
    orgs = [each["org"] for each in members]
    held = {
        "size": least <= len(members) <= size["max"],
        "slot": all(slot["id"] in each["slots"] for each in members) and slot["id"] in helped["slots"],
        "needs": all(set(each["needs"]) <= set(slot["offers"]) for each in members),
        "language": all(one["language"] in each["languages"] for each in [*members, helped]),
        "organisations": max(Counter(orgs).values()) <= data["programme"]["max_per_org"],
        "own organisation": helped["org"] not in orgs,
        "conflict": not set(one["members"]) & set(helped["not_with"]),
        "kept apart": not any(set(two) <= set(one["members"]) for two in data["not_with"]),
    }
    return [name for name, holds in held.items() if not holds]
