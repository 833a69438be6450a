"""The oracle on all that is asked and written: may it happen, and what follows."""

from setspace.core.process import commands as c
from setspace.core.process.formats import Artefact
from tests.core.oracle.world import ActionRow, Question, World

LINE, TEXT = 300, 2_000


def is_written(text: str, most: int = LINE) -> bool:
    return 0 < len(text.strip()) <= most


class Words(World):
    def bid(self, by: str, what: c.Bid, now: int) -> bool:
        if not self.writes(Artefact.BIDS) or not self.is_member(by):
            return False
        if not is_written(what.line) or not 1 <= what.alive <= 5:
            return False
        self.bids[by] = (what.line.strip(), what.alive)
        return True

    def check_in(self, by: str, what: c.CheckIn, now: int) -> bool:
        if not self.writes(Artefact.CHECK_IN) or by not in self.people or len(what.words.strip()) > LINE:
            return False
        self.check_ins[by] = what.words.strip()
        return True

    def report_action(self, by: str, what: c.ReportAction, now: int) -> bool:
        is_mine = any(one.key == what.action and one.person == by for one in self.carried)
        if not is_mine or not self.is_running:
            return False
        said = (what.did.strip(), what.learned.strip())
        if what.status not in ("not_yet", "under_way", "done", "letting_go") or max(map(len, said)) > TEXT:
            return False
        self.reports[what.action] = (what.status, *said)
        return True

    def name_issue(self, by: str, what: c.NameIssue, now: int) -> bool:
        if not self.has_held(by) or not is_written(what.line):
            return False
        self.sheet(by).issue = what.line.strip()
        self.sheet(by).changes += 1
        return True

    def word_question(self, by: str, what: c.WordQuestion, now: int) -> bool:
        is_for_holder = self.is_facilitator(by) or (self.leads(by) and bool(self.holder))
        holder = self.holder if is_for_holder else by
        if not self.may_note_for(by, holder) or not is_written(what.text):
            return False
        sheet = self.sheet(holder)
        if len(sheet.wordings) >= 40:
            return False
        sheet.wordings.append(what.text.strip())
        sheet.pinned = None
        sheet.changes += 1
        return True

    def pin_question(self, by: str, what: c.PinQuestion, now: int) -> bool:
        if not self.has_held(by):
            return False
        sheet = self.sheet(by)
        if not 0 <= what.wording < len(sheet.wordings) or sheet.pinned == what.wording:
            return False
        sheet.pinned = what.wording
        sheet.changes += 1
        return True

    def ask_for_floor(self, by: str, what: c.AskForFloor, now: int) -> bool:
        if not self.may_ask(by) or not self.has_queue or by in self.queue or by == self.floor:
            return False
        self.queue.append(by)
        return True

    def leave_queue(self, by: str, what: c.LeaveQueue, now: int) -> bool:
        if not self.is_running or (by != self.floor and by not in self.queue):
            return False
        if by == self.floor:
            self.floor = ""
        else:
            self.queue.remove(by)
        return True

    def keep_question(self, by: str, what: c.KeepQuestion, now: int, id_: str) -> bool:
        mine = self.held.get(by, {})
        if not self.may_ask(by) or not is_written(what.text) or (what.held and what.held not in mine):
            return False
        if len(mine) >= 30 and not what.held:
            return False
        self.held[by] = {key: text for key, text in mine.items() if key != what.held}
        self.held[by][id_] = what.text.strip()
        return True

    def drop_question(self, by: str, what: c.DropQuestion, now: int) -> bool:
        return self.held.get(by, {}).pop(what.held, None) is not None

    def send_question(self, by: str, what: c.SendQuestion, now: int, id_: str) -> bool:
        mine = self.held.get(by, {})
        if not self.writes(Artefact.QUESTIONS) or not self.may_ask(by) or not is_written(what.text):
            return False
        sheet = self.sheet(self.holder)
        if (what.held and what.held not in mine) or len(sheet.asked) >= 200:
            return False
        mine.pop(what.held, None)
        sheet.asked.append(Question(id_, by, what.text.strip()))
        return True

    def mark_question(self, by: str, what: c.MarkQuestion, now: int) -> bool:
        sheet = self.sheet(by)
        is_there = any(question.id == what.question for question in sheet.asked)
        if not is_there or (what.question in sheet.moved) == what.moved:
            return False
        sheet.moved ^= {what.question}
        return True

    def note_action(self, by: str, what: c.NoteAction, now: int, id_: str) -> bool:
        holder = what.holder or by
        if not self.may_note_for(by, holder) or not self._fits(what):
            return False
        if len(self.sheet(holder).actions) >= 12:
            return False
        self._write(holder, id_, what)
        return True

    def change_action(self, by: str, what: c.ChangeAction, now: int) -> bool:
        holder = self._owner(what.action)
        if not holder or not self.may_note_for(by, holder) or not self._fits(what):
            return False
        self._write(holder, what.action, what)
        return True

    def remove_action(self, by: str, what: c.RemoveAction, now: int) -> bool:
        holder = self._owner(what.action)
        if not holder or not self.may_note_for(by, holder):
            return False
        del self.sheet(holder).actions[what.action]
        self.sheet(holder).changes += 1
        return True

    def echo(self, by: str, what: c.Echo, now: int) -> bool:
        if not self.writes(Artefact.ECHO) or not self.may_ask(by) or not is_written(what.words, TEXT):
            return False
        self.sheet(self.holder).echoes[by, self.watch.spell.line] = what.words.strip()
        return True

    def score(self, by: str, what: c.Score, now: int) -> bool:
        if not self.writes(Artefact.SCORE) or not self.is_member(by) or not 1 <= what.value <= 10:
            return False
        self.scores[by] = what.value
        return True

    def approve_part(self, by: str, what: c.ApprovePart, now: int) -> bool:
        if not self.has_held(by):
            return False
        sheet = self.sheet(by)
        if sheet.is_empty or what.seen != sheet.changes or sheet.is_approved:
            return False
        sheet.approved = sheet.changes
        return True

    def _owner(self, action: str) -> str:
        return next((holder for holder, sheet in self.sheets.items() if action in sheet.actions), "")

    def _fits(self, what: c.NoteAction | c.ChangeAction) -> bool:
        lines = (what.what, what.by_when, what.first_step)
        return (
            is_written(what.what)
            and all(len(line.strip()) <= LINE for line in lines)
            and 0 <= what.confidence <= 10
        )

    def _write(self, holder: str, key: str, what: c.NoteAction | c.ChangeAction) -> None:
        words = (what.what.strip(), what.by_when.strip(), what.first_step.strip())
        sheet = self.sheet(holder)
        sheet.actions[key] = ActionRow(key, *words, what.confidence)
        sheet.changes += 1
