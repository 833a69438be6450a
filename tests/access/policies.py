"""Who may open and send what: one row for every route. A route without a row fails the test."""

from dataclasses import dataclass

ROLES = ("anonymous", "organiser", "charlie", "gone", "observer", "member", "facilitator", "applicant")
SIGN_IN = "sign-in"  # sent to sign in
NOTHING = "nothing"  # 404: there is none, or it is not yours
OPEN = "open"
NOT_THIS_WAY = "not this way"  # 405

Outcomes = dict[str, str]


@dataclass(frozen=True)
class Row:
    """What happens to each role that opens a page, and that sends its form with nothing in it."""

    get: Outcomes
    post: Outcomes


def _by_role(*outcomes: str, applicant: str = "") -> Outcomes:
    """Whoever applies for a place elsewhere is a stranger like Charlie, but for what is their own."""
    return dict(zip(ROLES, (*outcomes, applicant or outcomes[ROLES.index("charlie")]), strict=True))


EVERYBODY = _by_role(*[OPEN] * 7)
NOBODY = _by_role(*[NOT_THIS_WAY] * 7)
SIGNED_IN = _by_role(SIGN_IN, *[OPEN] * 6)
SIGNED_IN_NEVER = _by_role(SIGN_IN, *[NOT_THIS_WAY] * 6)
THE_SET = _by_role(SIGN_IN, *[NOTHING] * 4, OPEN, OPEN)
THE_SET_AND_WHO_LEFT = _by_role(SIGN_IN, *[NOTHING] * 2, OPEN, NOTHING, OPEN, OPEN)  # what is their own
THE_FACILITATOR = _by_role(SIGN_IN, *[NOTHING] * 5, OPEN)
# Whoever looks on accepts the ground rules and comes into the room. What they see there the room decides.
WHO_MAY_LOOK_ON = _by_role(SIGN_IN, *[NOTHING] * 3, OPEN, OPEN, OPEN)
THE_ORGANISER = _by_role(SIGN_IN, OPEN, *[NOTHING] * 5)  # of the host whose it is
NONE_OF_THEM = _by_role(SIGN_IN, *[NOTHING] * 6)  # it is for members of another kind of set

# Ruth organises for the host that is asked for; Charlie organises for another.
THE_ORGANISER = _by_role(SIGN_IN, OPEN, *[NOTHING] * 5)

# What belongs to Mei alone.
HERS = _by_role(SIGN_IN, *[NOTHING] * 4, OPEN, NOTHING)
# What belongs to an applicant. Charlie has applied too, Ruth organises, and Ade is to facilitate.
THE_APPLICANT = _by_role(SIGN_IN, *[NOTHING] * 6, applicant=OPEN)
# A link is opened by whoever holds it, and serves only the person it was sent to.
BY_LINK = _by_role(*[OPEN] * 7)

ROWS: dict[str, Row] = {
    "people:sign_in": Row(EVERYBODY, EVERYBODY),
    "people:code": Row(SIGNED_IN, SIGNED_IN),  # without a code asked for, everybody begins at sign-in
    "people:sign_up": Row(EVERYBODY, EVERYBODY),
    "people:sign_out": Row(NOBODY, EVERYBODY),
    "people:signed_out": Row(EVERYBODY, NOBODY),
    "people:sign_out_everywhere": Row(NOBODY, SIGNED_IN),
    "people:account": Row(SIGNED_IN, SIGNED_IN),
    "people:coach": Row(NOBODY, SIGNED_IN),
    "people:reminders": Row(NOBODY, SIGNED_IN),
    "people:calendar": Row(SIGNED_IN, SIGNED_IN),
    "account_login": Row(EVERYBODY, EVERYBODY),
    "account_request_login_code": Row(EVERYBODY, EVERYBODY),
    "account_confirm_login_code": Row(SIGNED_IN, SIGNED_IN),
    "account_signup": Row(EVERYBODY, EVERYBODY),
    "account_inactive": Row(EVERYBODY, NOBODY),
    "programmes:sets": Row(SIGNED_IN, SIGNED_IN_NEVER),
    "programmes:start": Row(SIGNED_IN, SIGNED_IN),
    "programmes:people": Row(THE_SET, THE_FACILITATOR),
    "programmes:ground_rules": Row(WHO_MAY_LOOK_ON, WHO_MAY_LOOK_ON),
    "programmes:new_ground_rules": Row(THE_FACILITATOR, THE_FACILITATOR),
    "programmes:sessions": Row(THE_SET, THE_FACILITATOR),
    "programmes:video_link": Row(THE_FACILITATOR, THE_FACILITATOR),
    "programmes:clock": Row(THE_FACILITATOR, THE_FACILITATOR),
    "programmes:coach": Row(THE_FACILITATOR, THE_FACILITATOR),
    "records:brief": Row(THE_FACILITATOR, NOBODY),
    "web:ready": Row(EVERYBODY, NOBODY),
    "hosts:hosts": Row(SIGNED_IN, SIGNED_IN_NEVER),
    "hosts:new": Row(SIGNED_IN, SIGNED_IN),
    "hosts:home": Row(THE_ORGANISER, SIGNED_IN_NEVER),
    "hosts:about": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:organisers": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:ending": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:days": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:shapes": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:new_shape": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:shape_removal": Row(SIGNED_IN_NEVER, THE_ORGANISER),
    "hosts:new_programme": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:programme": Row(THE_ORGANISER, SIGNED_IN_NEVER),
    "hosts:words": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:dates": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:date": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:shape": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:shape_file": Row(THE_ORGANISER, SIGNED_IN_NEVER),
    "hosts:sets": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:hours": Row(THE_ORGANISER, SIGNED_IN_NEVER),
    "hosts:publication": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:copies": Row(THE_ORGANISER, THE_ORGANISER),
    "records:extra_time": Row(THE_FACILITATOR, THE_FACILITATOR),
    "programmes:polls": Row(THE_FACILITATOR, THE_FACILITATOR),
    "programmes:poll": Row(THE_SET, HERS),  # who asks is not asked
    "programmes:poll_taking": Row(NOBODY, THE_FACILITATOR),
    "programmes:poll_keeping": Row(NOBODY, THE_FACILITATOR),
    "programmes:attendance": Row(THE_SET, THE_SET),
    "programmes:presence": Row(THE_FACILITATOR, THE_FACILITATOR),
    "programmes:hours": Row(THE_SET, NOBODY),
    "programmes:date": Row(THE_FACILITATOR, THE_FACILITATOR),
    "programmes:cancellation": Row(THE_FACILITATOR, THE_FACILITATOR),
    "programmes:session_file": Row(WHO_MAY_LOOK_ON, SIGNED_IN_NEVER),
    "programmes:feed": Row(BY_LINK, NOBODY),
    "programmes:ending": Row(THE_FACILITATOR, THE_FACILITATOR),
    "programmes:keeping": Row(SIGNED_IN_NEVER, NONE_OF_THEM),
    "programmes:letter": Row(SIGNED_IN_NEVER, THE_FACILITATOR),
    "programmes:withdrawal": Row(SIGNED_IN_NEVER, THE_FACILITATOR),
    "programmes:invitation": Row(BY_LINK, BY_LINK),
    "programmes:formats": Row(SIGNED_IN, SIGNED_IN),
    "programmes:format": Row(THE_FACILITATOR, SIGNED_IN_NEVER),  # of a format that is the facilitator's own
    "programmes:format_copies": Row(SIGNED_IN_NEVER, THE_FACILITATOR),
    "programmes:format_file": Row(THE_FACILITATOR, SIGNED_IN_NEVER),
    "programmes:format_sharing": Row(SIGNED_IN_NEVER, THE_FACILITATOR),
    "programmes:format_removal": Row(THE_FACILITATOR, THE_FACILITATOR),
    "programmes:format_draft": Row(THE_FACILITATOR, THE_FACILITATOR),
    "programmes:format_soundness": Row(SIGNED_IN_NEVER, THE_FACILITATOR),
    "hosts:apply": Row(EVERYBODY, EVERYBODY),
    "hosts:application": Row(THE_APPLICANT, SIGNED_IN_NEVER),
    "hosts:application_step": Row(THE_APPLICANT, THE_APPLICANT),
    "hosts:application_withdrawal": Row(THE_APPLICANT, THE_APPLICANT),
    "hosts:application_dates": Row(THE_APPLICANT, THE_APPLICANT),
    "hosts:application_place": Row(THE_APPLICANT, THE_APPLICANT),
    "hosts:application_manager": Row(SIGNED_IN_NEVER, THE_APPLICANT),
    "hosts:placed_people": Row(THE_FACILITATOR, SIGNED_IN_NEVER),
    "hosts:conflict": Row(THE_FACILITATOR, THE_FACILITATOR),  # who was told
    "hosts:proposal": Row(THE_FACILITATOR, THE_FACILITATOR),
    "hosts:joining": Row(THE_FACILITATOR, THE_FACILITATOR),  # of either set
    "hosts:joining_withdrawal": Row(SIGNED_IN_NEVER, THE_ORGANISER),
    "hosts:joinings": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:free_place": Row(THE_ORGANISER, SIGNED_IN_NEVER),
    "hosts:agreement": Row(BY_LINK, BY_LINK),
    "room:exercises": Row(SIGNED_IN, NOBODY),
    "room:bank": Row(SIGNED_IN, SIGNED_IN),
    "room:exercise": Row(SIGNED_IN, SIGNED_IN),
    "room:rehearsals": Row(SIGNED_IN, SIGNED_IN),
    "room:rehearsal": Row(THE_FACILITATOR, NOBODY),  # one that the facilitator has begun
    "room:rehearsal_review": Row(THE_FACILITATOR, NOBODY),
    "hosts:public": Row(EVERYBODY, NOBODY),
    "hosts:preview": Row(THE_ORGANISER, NOBODY),
    "hosts:interest": Row(EVERYBODY, EVERYBODY),
    "hosts:interest_link": Row(BY_LINK, BY_LINK),
    "hosts:interests": Row(THE_ORGANISER, NOBODY),
    "hosts:letters": Row(THE_ORGANISER, NOBODY),
    "hosts:letter_words": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:letter_removal": Row(NOBODY, THE_ORGANISER),
    "hosts:letter_holding": Row(NOBODY, THE_ORGANISER),
    "hosts:letter_sending": Row(NOBODY, THE_ORGANISER),
    "hosts:reminders": Row(NOBODY, THE_ORGANISER),
    "hosts:applications": Row(THE_ORGANISER, SIGNED_IN_NEVER),
    "hosts:applications_file": Row(THE_ORGANISER, SIGNED_IN_NEVER),
    "hosts:imports": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:import": Row(THE_ORGANISER, THE_ORGANISER),
    "hosts:reviewed": Row(THE_ORGANISER, SIGNED_IN_NEVER),
    "hosts:decision": Row(SIGNED_IN_NEVER, THE_ORGANISER),
    "hosts:decision_undoing": Row(SIGNED_IN_NEVER, THE_ORGANISER),
    "hosts:apart": Row(SIGNED_IN_NEVER, THE_ORGANISER),
    "hosts:apart_removal": Row(SIGNED_IN_NEVER, THE_ORGANISER),
    "hosts:board": Row(THE_ORGANISER, SIGNED_IN_NEVER),
    "hosts:board_moves": Row(SIGNED_IN_NEVER, NONE_OF_THEM),  # with nothing in it, there is nobody to move
    "hosts:board_suggestion": Row(SIGNED_IN_NEVER, NONE_OF_THEM),
    "hosts:board_fewest_moves": Row(SIGNED_IN_NEVER, NONE_OF_THEM),
    "hosts:board_swaps": Row(SIGNED_IN_NEVER, NONE_OF_THEM),
    "hosts:board_log": Row(THE_ORGANISER, SIGNED_IN_NEVER),
    "hosts:comparison": Row(THE_ORGANISER, SIGNED_IN_NEVER),
    "hosts:adoption": Row(SIGNED_IN_NEVER, NONE_OF_THEM),
    "hosts:board_undoing": Row(SIGNED_IN_NEVER, NONE_OF_THEM),
    "hosts:check": Row(THE_ORGANISER, SIGNED_IN_NEVER),
    "hosts:showing": Row(SIGNED_IN_NEVER, THE_ORGANISER),
    "hosts:founding": Row(SIGNED_IN_NEVER, THE_ORGANISER),
    "hosts:newcomers": Row(SIGNED_IN_NEVER, THE_ORGANISER),
    "hosts:facilitator_organisation": Row(SIGNED_IN_NEVER, THE_ORGANISER),
    "records:home": Row(EVERYBODY, NOBODY),
    "records:set": Row(THE_SET, NOBODY),
    "records:my_records": Row(SIGNED_IN, NOBODY),
    "records:my_record": Row(THE_SET_AND_WHO_LEFT, NOBODY),
    "records:my_record_text": Row(THE_SET_AND_WHO_LEFT, NOBODY),
    "records:certificate": Row(THE_SET_AND_WHO_LEFT, NOBODY),
    "records:report": Row(NOBODY, HERS),
    "records:preparation": Row(HERS, HERS),
    "records:sheet_removal": Row(NOBODY, HERS),
    "records:emptied_sheet": Row(NOBODY, HERS),
    "records:actions": Row(SIGNED_IN, NOBODY),
    "records:actions_file": Row(SIGNED_IN, NOBODY),
    "records:action": Row(HERS, NOBODY),
    "records:action_words": Row(HERS, HERS),
    "records:nudge": Row(NOBODY, HERS),
    "records:asked_buddy": Row(NOBODY, HERS),
    "records:stuck": Row(HERS, HERS),
    "records:stuck_telling": Row(NOBODY, HERS),
    "records:buddy": Row(HERS, NOBODY),  # of an action of Tom’s
    "records:buddy_agreement": Row(NOBODY, HERS),
    "records:buddy_ending": Row(NOBODY, HERS),
    "records:summary": Row(THE_SET, NOBODY),
    "records:my_part": Row(HERS, HERS),
    "records:approval": Row(NOBODY, HERS),
    "records:greeting": Row(NOBODY, THE_FACILITATOR),
    "records:reminders": Row(NOBODY, THE_FACILITATOR),
    "records:sending": Row(NOBODY, THE_FACILITATOR),
    "records:delivery": Row(NOBODY, THE_FACILITATOR),
    "records:notes": Row(THE_SET, THE_SET),
    "records:reflections": Row(SIGNED_IN, SIGNED_IN),
    "records:reflection": Row(HERS, HERS),
    "records:removal": Row(NOBODY, HERS),
    "records:reflections_text": Row(SIGNED_IN, NOBODY),
    "records:reflection_search": Row(SIGNED_IN, SIGNED_IN),
    "records:loops": Row(SIGNED_IN, SIGNED_IN),
    "records:loop": Row(HERS, HERS),
    "records:next_loop": Row(NOBODY, HERS),
    "records:loop_removal": Row(NOBODY, HERS),
    "records:assumptions": Row(NOBODY, THE_SET),
    "records:assumption_loop": Row(NOBODY, HERS),
    "records:assumption_removal": Row(NOBODY, HERS),
    "records:feedback": Row(SIGNED_IN, NOBODY),
    "records:feedback_asking": Row(THE_SET, THE_SET),
    "records:feedback_giving": Row(HERS, HERS),  # Tom has asked Mei
    "records:feedback_setting_aside": Row(NOBODY, HERS),
    "records:feedback_taking_back": Row(NOBODY, NONE_OF_THEM),  # nothing is sent yet
    "records:feedback_opening": Row(NOBODY, HERS),  # what Tom wrote when she asked
    "records:request_removal": Row(NOBODY, HERS),
    "records:sharing": Row(HERS, HERS),
    "records:review": Row(THE_SET, THE_SET),
    "records:thread": Row(THE_SET, NOBODY),
    "records:shared": Row(THE_SET, NOBODY),
    "records:taking_back": Row(NOBODY, HERS),
    "records:own_questions": Row(SIGNED_IN, NOBODY),
    "records:erased_counts": Row(NOBODY, SIGNED_IN),
    "records:timing": Row(THE_FACILITATOR, NOBODY),
    "records:hints": Row(NOBODY, SIGNED_IN),
    "records:log": Row(SIGNED_IN, SIGNED_IN),
    "records:maps": Row(SIGNED_IN, SIGNED_IN),
    "records:map": Row(HERS, NOBODY),
    "records:map_about": Row(HERS, HERS),
    "records:map_removal": Row(NOBODY, HERS),
    "records:map_undo": Row(NOBODY, HERS),
    "records:map_choice": Row(NOBODY, HERS),
    "records:map_paper": Row(HERS, NOBODY),
    "records:map_snapshots": Row(NOBODY, HERS),
    "records:map_snapshot": Row(HERS, NOBODY),
    "records:map_snapshot_removal": Row(NOBODY, HERS),
    "records:map_changes": Row(HERS, NOBODY),
    "records:map_people": Row(HERS, HERS),
    "records:map_someone": Row(HERS, HERS),
    "records:map_place": Row(NOBODY, HERS),
    "records:map_ties": Row(NOBODY, HERS),
    "records:map_taken_off": Row(NOBODY, HERS),
    "records:log_text": Row(SIGNED_IN, NOBODY),
    "records:log_entry": Row(THE_FACILITATOR, THE_FACILITATOR),  # Ade’s own
    "records:log_removal": Row(NOBODY, THE_FACILITATOR),
    "room:room": Row(WHO_MAY_LOOK_ON, NOBODY),
    "room:companion": Row(THE_SET, NOBODY),
    "room:clock": Row(THE_SET, NOBODY),
    "room:pack": Row(THE_SET, NOBODY),
    "room:commands": Row(NOBODY, THE_SET),
    "room:notes": Row(NOBODY, THE_SET),
    "web:privacy": Row(EVERYBODY, NOBODY),
    "web:help": Row(EVERYBODY, NOBODY),
    "web:accessibility": Row(EVERYBODY, NOBODY),
    "web:healthz": Row(EVERYBODY, NOBODY),
}
