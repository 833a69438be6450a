"""A session in which every confidential field is written with a word that stands nowhere else."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

from setspace.core.mapping import editing
from setspace.core.mapping.model import Node
from setspace.core.preparing import Sheet
from setspace.core.process import commands as c
from setspace.core.process.state import State
from setspace.hosts.applicants import applicants_in
from setspace.hosts.changes.importing import keep_list
from setspace.people.models import Person
from setspace.programmes.changes.ground_rules import change_ground_rules
from setspace.programmes.changes.people import Invitee, invite
from setspace.programmes.changes.sets import change_video_link
from setspace.programmes.models import Meeting
from setspace.records import changes
from setspace.records.changes.feedback import (
    ask_for_feedback,
    draft_feedback,
    read_feedback,
    send_feedback,
)
from setspace.records.changes.loops import begin_loop, keep_assumption
from setspace.records.models import Action, Status, SummaryPart
from setspace.records.queries import open_actions, own_reader
from setspace.room.answers import Ack
from setspace.room.asking import ask
from setspace.room.changes import enter, open_room
from setspace.room.coach.counting import LEAST
from setspace.room.coach.reply import reply
from setspace.room.log import Known
from setspace.room.shelf import newest
from tests.access.changing import new_changing
from tests.access.offer import Offer, new_offer
from tests.hosts.world import applied
from tests.records.world import World, new_meeting, new_world

ACTION_WORDS = ("what", "by_when", "first_step")
START = datetime(2027, 6, 1, 8, 30, tzinfo=UTC)


@dataclass
class Canaries:
    """The words by where they were written, and who beside their writer may read them."""

    words: dict[str, str] = field(default_factory=dict)
    private: set[str] = field(default_factory=set)

    def word(self, place: str, *, is_private: bool = False) -> str:
        self.words[place] = f"canary-{uuid4().hex}"
        if is_private:
            self.private.add(place)
        return self.words[place]


@dataclass
class Sung:
    world: World
    meeting: Meeting
    canaries: Canaries
    commands: set[str] = field(default_factory=set)
    offer: Offer | None = None


def sing() -> Sung:
    """A whole session in which everything that can be written is written."""
    world = new_world()
    sung = Sung(world, world.coming, Canaries())
    _before(sung)
    _session(sung)
    _after(sung)
    _bids(sung)
    _showing(sung)
    _applying(sung)
    return sung


def _before(sung: Sung) -> None:
    world, word = sung.world, sung.canaries.word
    change_ground_rules(world.learning_set, [word("GroundRules.text")], world.ade, START)
    change_video_link(world.learning_set, f"https://video.example.org/{word('LearningSet.video_link')}")
    changes.keep_session(world.held, world.outcome(), START - timedelta(days=30))
    invite(world.learning_set, Invitee("Nia Hill", "nia@example.org"), world.ade, START)
    changes.adjust(world.learning_set, world.tom.pk, 7)
    sheet = Sheet({"happening": word("IssueSheet.words", is_private=True)}, alive=4)
    changes.write_sheet(world.ines, world.learning_set, sheet, START)
    action = Action.objects.get(person=world.mei)
    changes.report_action(
        action, Status.UNDER_WAY, word("ActionUpdate.did"), word("ActionUpdate.learned"), START
    )
    _acting(sung, action)


def _acting(sung: Sung, action: Action) -> None:
    """What Mei adds to her action for herself, and keeps about asking."""
    word = partial(sung.canaries.word, is_private=True)
    words = action.open_words(own_reader(action.person))
    more = replace(words, why=word("Action.why"), support=word("Action.support"))
    changes.word_action(action, more, 7)
    changes.keep_report_draft(action, {"did": word("ReportDraft.fields")}, START)
    changes.write_stuck_note(action, word("StuckNote.text"), START)
    changes.keep_favourites(action.person, [word("FavouriteStems.stems")])


def _session(sung: Sung) -> None:
    room = Room(sung, sung.meeting)
    room.everybody_enters()
    world, word = sung.world, sung.canaries.word
    room.ask(world.ade, c.OrderHolders(tuple(str(person.pk) for person in world.members)))
    room.ask(world.ade, c.Start())
    room.ask(world.mei, c.CheckIn(word("CheckIn.words")))
    room.move_on()
    carried = next(a for a in open_actions(world.learning_set) if a.person == str(world.mei.pk))
    said = (word("ReportAction.did"), word("ReportAction.learned"))
    room.ask(world.mei, c.ReportAction(carried.key, "done", *said))
    room.move_on()
    room.move_on()
    _turn(sung, room)
    while room.state.step:
        room.move_on()
    room.ask(world.ade, c.Close())


def _turn(sung: Sung, room: "Room") -> None:
    world, word = sung.world, sung.canaries.word
    room.ask(world.mei, c.NameIssue(word("NameIssue.line")))
    room.move_on()
    asked = room.ask(world.tom, c.SendQuestion(word("SendQuestion.text")))
    for _ in range(LEAST):
        room.ask(world.tom, c.SendQuestion("What would help?"))
    room.ask(world.tom, c.KeepQuestion(word("KeepQuestion.text", is_private=True)))
    assert reply({"n": 1, "text": f"Have you tried {word('Typed.text', is_private=True)}?"}, "open")["cue"]
    room.ask(world.mei, c.MarkQuestion(str(asked), moved=True))
    room.ask(world.ade, c.QuietWord(str(world.tom.pk), word("QuietWord.text", is_private=True)))
    room.move_on()
    room.ask(world.mei, c.WordQuestion(word("WordQuestion.text")))
    for _ in range(3):
        room.move_on()
    room.ask(world.tom, c.Echo(word("Echo.words")))
    room.move_on()
    room.move_on()
    what, by_when, first_step = (word(f"NoteAction.{name}") for name in ACTION_WORDS)
    noted = room.ask(world.mei, c.NoteAction(what, by_when, first_step))
    what, by_when, first_step = (word(f"ChangeAction.{name}") for name in ACTION_WORDS)
    room.ask(world.mei, c.ChangeAction(str(noted), what, by_when, first_step))


def _after(sung: Sung) -> None:
    world, word, meeting = sung.world, sung.canaries.word, sung.meeting
    changes.write_note(world.ade, meeting, word("PrivateNote.text", is_private=True), START)
    _looking_back(sung)
    changes.write_log_entry(world.ade, word("LogEntry.text", is_private=True), START, meeting)
    _map(sung)
    changes.write_greeting(meeting, word("Summary.greeting"), world.ade)
    for part in SummaryPart.objects.filter(meeting=meeting):
        changes.approve_part(part, START)
    changes.send_summary(meeting, world.ade, START + timedelta(hours=4))


def _looking_back(sung: Sung) -> None:
    world, word, meeting = sung.world, sung.canaries.word, sung.meeting
    text = word("Reflection.text", is_private=True)
    written = changes.write_reflection(world.mei, text, START, meeting, prompt="moved")
    changes.write_review(world.mei, meeting, {"myself": word("ReviewSheet.parts", is_private=True)}, START)
    changes.share_piece(world.mei, world.learning_set, written.pk, word("SharedPiece.text"), START)
    changes.keep_draft(world.mei, f"sharing {written.pk}", word("Draft.text", is_private=True))
    _feedback(sung)
    begin_loop(world.mei, {"belief": word("Loop.words", is_private=True)}, START, meeting)
    keep_assumption(world.mei, word("Assumption.text", is_private=True), START, meeting)


def _map(sung: Sung) -> None:
    """Mei draws who is around her question, and keeps a state of it."""
    word = partial(sung.canaries.word, is_private=True)
    row = changes.begin_map(sung.world.mei, word("Map.title"), sung.world.learning_set, START)
    node = Node(str(uuid4()), word("Map.name"), few_words=word("Map.few_words"), note=word("Map.note"))
    changes.edit_map(row, lambda drawn: editing.add(drawn, node), START)
    assert changes.keep_snapshot(row, START)


def _feedback(sung: Sung) -> None:
    """Mei asks Tom and Ines. Tom has sent and she has read it; Ines has begun."""
    world, word = sung.world, sung.canaries.word
    about = word("FeedbackRequest.about", is_private=True)
    request = ask_for_feedback(world.mei, [world.tom, world.ines], sung.meeting, about, START)
    by_tom, by_ines = (request.asked.get(person=person) for person in (world.tom, world.ines))
    sent = send_feedback(by_tom, {"noticed": word("Feedback.words", is_private=True)}, START)
    read_feedback(sent, START)
    draft_feedback(by_ines, {"noticed": word("FeedbackAsked.draft", is_private=True)})


def _bids(sung: Sung) -> None:
    """A later session, of a kind that has bids for time."""
    meeting = new_meeting(sung.world.learning_set, 5, date(2027, 6, 1))
    meeting.plan = "ithrive-two-holders"
    meeting.save()
    room = Room(sung, meeting)
    room.everybody_enters()
    room.ask(sung.world.ade, c.Start())
    room.move_on()
    room.move_on()
    room.ask(sung.world.tom, c.Bid(sung.canaries.word("Bid.line"), 4))


def _showing(sung: Sung) -> None:
    """Another session, in which somebody shows what they prepared."""
    world = sung.world
    sheet = Sheet({"happening": sung.canaries.word("ShownCopy.content")})
    changes.write_sheet(world.sam, world.learning_set, sheet, START)
    room = Room(sung, new_meeting(world.learning_set, 6, date(2027, 6, 29)))
    room.everybody_enters()
    room.ask(world.ade, c.OrderHolders((str(world.sam.pk),)))
    room.ask(world.ade, c.Start())
    while not room.state.holder:
        room.move_on()
    room.ask(world.sam, c.Show("sheet"))


def _applying(sung: Sung) -> None:
    """Somebody applies to a host, and answers the set that they are shown."""
    world = sung.world
    sung.offer = new_offer(
        world.ruth, world.ade, world.charlie, START, lambda place: sung.canaries.word(place, is_private=True)
    )
    oda = applied(sung.offer.programme, "Oda Lund")
    new_changing(
        world, sung.offer.programme, oda, START, lambda place: sung.canaries.word(place, is_private=True)
    )
    told = f"email,aims\npia@example.org,{sung.canaries.word('ImportJob.rows')}\n"
    keep_list(sung.offer.programme, applicants_in(told.encode(), {}), world.ruth, START)


class Room:
    """A room in which people ask and the clock goes a minute with every command."""

    def __init__(self, sung: Sung, meeting: Meeting) -> None:
        self.sung, self.meeting, self.now = sung, meeting, START
        open_room(meeting, START)

    @property
    def known(self) -> Known:
        known = newest(self.meeting.pk)
        assert known is not None
        return known

    @property
    def state(self) -> State:
        return self.known.state

    def everybody_enters(self) -> None:
        for person in [self.sung.world.ade, *self.sung.world.members]:
            enter(self.meeting, person, self.now)

    def move_on(self) -> None:
        self.ask(self.sung.world.ade, c.NextStage(len(self.state.visits)))

    def ask(self, person: Person, command: c.Command) -> UUID:
        self.now += timedelta(minutes=1)
        made = uuid4()
        moment = int(self.now.timestamp() * 1000)
        answer = ask(self.meeting.pk, str(person.pk), command, made, now=moment)
        assert isinstance(answer, Ack), (command, answer)
        self.sung.commands.add(type(command).__name__)
        return made
