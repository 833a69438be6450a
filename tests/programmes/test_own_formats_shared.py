"""Formats of one's own are shared, taken back, copied by others, and go out and in as files."""

import json

import pytest

from setspace.core.process.catalogue import formats, plans
from setspace.core.process.files import Course, course_of, from_file, to_file
from setspace.core.process.formats import Plan
from setspace.lib import clock
from setspace.people.models import Letter
from setspace.programmes import changes
from setspace.programmes.models import OwnFormat
from setspace.programmes.queries import formats as queries
from tests.cast import client_of
from tests.programmes.own_formats import CLASSIC, FULL, copied, save, upload
from tests.programmes.world import World, new_world, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    world.join(world.mei, world.tom)
    Letter.objects.all().delete()
    return world


def test_a_format_is_its_owners_alone_until_it_is_shared_and_again_when_taken_back(world: World) -> None:
    own = copied(world.ade, CLASSIC)
    save(own, title="A quiet round", **{"part-0-0-prompts_holder": "Say it to the river"})
    changes.start_set(
        changes.NewSet(name="Charlie’s set", plan=FULL, people=[], rules=["Listen."]),
        world.charlie,
        clock.now(),
    )
    charlie, address = client_of(world.charlie), f"/formats/{own.key}/"

    def is_seen() -> bool:
        pages = [charlie.get(address), charlie.get(f"{address}file/")]
        listed = own.key in words_of(charlie.get("/formats/"))
        codes = {page.status_code for page in pages}
        assert codes in ({200}, {404})
        assert listed == (codes == {200})
        assert listed == ("Say it to the river" in words_of(pages[0]))
        return listed

    assert not is_seen()
    client_of(world.ade).post(f"{address}sharing/", {"share": "yes"})
    assert is_seen()
    for name in ("draft", "sharing", "removal", "soundness"):
        assert charlie.post(f"{address}{name}/").status_code == 404
    assert client_of(world.mei).get(address).status_code == 404  # who facilitates nothing
    theirs = copied(world.charlie, own.key)
    client_of(world.ade).post(f"{address}sharing/", {"share": "no"})
    assert not is_seen()
    assert "Say it to the river" in words_of(charlie.get(f"/formats/{theirs.key}/"))


def test_a_draft_is_not_shared(world: World) -> None:
    own = copied(world.ade, CLASSIC)
    save(own, minutes="41")
    page = client_of(world.ade).post(f"/formats/{own.key}/sharing/", {"share": "yes"}, follow=True)
    assert "It does not add up yet. Mend that first, then share it." in words_of(page)
    own.refresh_from_db()
    assert own.shared_at is None


def test_a_copy_of_somebodys_plan_brings_their_rounds(world: World) -> None:
    round_, plan = copied(world.ade, CLASSIC), copied(world.ade, FULL)
    save(plan, **{f"part-0-{n}-format": round_.key for n in (3, 5, 7, 9)})
    copy = changes.take_copy(queries.thing_of(plan), world.charlie, clock.now())
    theirs = OwnFormat.objects.get(owner=world.charlie, kind="round")
    body = queries.body_of(copy)
    assert isinstance(body, Plan)
    assert body.formats == (theirs.key,)
    assert queries.faults_of(copy) == ()
    again = changes.take_copy(queries.thing_of(plan), world.ade, clock.now())
    assert queries.body_of(again).formats == (round_.key,)  # type: ignore[union-attr]  # it is a plan
    assert OwnFormat.objects.filter(owner=world.ade, kind="round").count() == 1


def test_a_format_goes_out_as_a_file_and_comes_in_elsewhere(world: World) -> None:
    round_, plan = copied(world.ade, CLASSIC), copied(world.ade, FULL)
    save(plan, **{f"part-0-{n}-format": round_.key for n in (3, 5, 7, 9)})
    answer = client_of(world.ade).get(f"/formats/{plan.key}/file/")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="full-session')
    data = answer.content
    thing = from_file(data)
    assert isinstance(thing, Course)
    page = words_of(upload(world.charlie, data))
    assert "Full session, four turns of 40 minutes (copy) is here. Only you see it" in page
    assert OwnFormat.objects.filter(owner=world.charlie).count() == 2
    ours = to_file(course_of(plans()[FULL], formats())).encode()
    upload(world.charlie, ours)
    assert OwnFormat.objects.filter(owner=world.charlie).count() == 3  # our rounds are here already


def test_the_same_file_brought_in_twice_has_a_name_of_its_own_each_time(world: World) -> None:
    data = to_file(formats()[CLASSIC]).encode()
    title = formats()[CLASSIC].title
    assert f"{title} is here. Only you see it" in words_of(upload(world.ade, data))
    assert f"{title} (2) is here. Only you see it" in words_of(upload(world.ade, data))
    upload(world.charlie, data)
    assert sorted(OwnFormat.objects.filter(owner=world.ade).values_list("title", flat=True)) == [
        title,
        f"{title} (2)",
    ]
    assert OwnFormat.objects.get(owner=world.charlie).title == title
    long = json.loads(data)
    long["round"]["title"] = "L" * 80
    for _ in range(2):
        upload(world.ade, json.dumps(long).encode())
    assert OwnFormat.objects.filter(title=f"{'L' * 74} (2)").exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"hello", "This file is not JSON: something is wrong in line 1."),
        (b"", "This file is empty. Choose a file with a format"),
        (b"0" * 200_001, "This file is too large: a format has 200 kB at most."),
        (b"[" * 100_000, "This file is nested too deeply to be a format."),
        (b"\xff", "This file is not text in UTF-8, as JSON must be."),
    ],
)
def test_a_file_that_will_not_do_is_explained_beside_the_field(world: World, data: bytes, words: str) -> None:
    page = words_of(upload(world.ade, data))
    assert page.count(words) == 2  # in the summary and beside the field
    assert not OwnFormat.objects.exists()


def test_of_many_wrong_things_the_first_few_are_said(world: World) -> None:
    content = {"schema": "setspace-format", "version": 1, "round": {"stages": [{}, {}]}}
    page = words_of(upload(world.ade, json.dumps(content).encode()))
    assert "Stage 1, key: this is missing." not in page
    assert "Title: this is missing." in page
    assert "more things like this." in page
    assert "Choose a file with a format" in words_of(client_of(world.ade).post("/formats/", {}))


def test_a_file_that_does_not_add_up_comes_in_as_a_draft(world: World) -> None:
    content = json.loads(to_file(formats()[CLASSIC]))
    content["round"]["minutes"] = 44
    page = words_of(upload(world.ade, json.dumps(content).encode()))
    assert "Classic round, 40 minutes is here as a draft: it does not add up yet." in page
    assert "take 40 minutes, but it says 44." in page
