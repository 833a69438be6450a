"""Questions that ask somebody to justify what they did or left undone."""

from setspace.core.questions.language import Family, Kind, Place, Stems

THEN = Stems("What was important to you then?", "What was happening around that time?")

FAMILIES = (
    Family(
        "why did you",
        Kind.WHY_BLAME,
        Place.OPENING,
        THEN,
        """
        why INTENSIFIERS? did|didn't|have|haven't|had|hadn't|were|weren't|wasn't|wouldn't|couldn't|aren't|
            can't|won't|shouldn't you
        why INTENSIFIERS? did|have|had|were you not|never|only|just|even
        why INTENSIFIERS? are you > ~here|interested|hopeful|drawn|in|passionate|proud|keen|excited
        why INTENSIFIERS? would|must|should you > ~say|like|love|want|choose|recommend
        why INTENSIFIERS? do you always|never|keep|insist|let|still|bother|put|allow|refuse|even|persist|
            tolerate|only|avoid|make|take|not
        why don't you ever|know|care|trust|understand|listen|like
        why is|was it that? you > never|always|did|didn't|have|haven't|can't|couldn't|keep|let|still
        why is|was it taking|taken you
        why has it taken you
        why leave|wait|let|bother|put > it|so|until|till|them|him|her|with
        how INTENSIFIERS? could|can you > not|miss|forget|ignore|possibly|just|even|fail|overlook|justify
        how INTENSIFIERS? could you > do that|this|such to|a
        how INTENSIFIERS? could you > allow|agree that|this|to
        how INTENSIFIERS? could you > have|be not|so|let|missed|forgotten|ignored|failed|overlooked|agreed
        how INTENSIFIERS? could|can|did you > let ~go|in|off ~know|in|go|speak|finish|have
        how dare you
        how INTENSIFIERS? did you > not|miss|fail|forget|possibly|overlook|lose
        how INTENSIFIERS? did you ADVERBS? manage to > lose|miss|upset|forget|let|fall|get|offend|alienate|
            overspend|break|not|mess
        how INTENSIFIERS? have you > let|not|allowed|managed|failed|missed|ended
        how come you > did|didn't|haven't|hadn't|never|weren't|aren't|can't|couldn't|only|still|let|left|
            ended|agreed|missed|forgot|took|said|waited|always
        how is|was it that? you > did|didn't|have|haven't|never|missed|let
        what on|the earth|hell|devil made|possessed|possessed|were|was|did|do|are you
        what in|on > heaven|god|earth|the
        what possessed you
        why|how on|the earth|hell did|didn't|have|haven't|are|would|do|were|could|can you
        what makes|made you think that|it|this|you > was|would|were|could|had|is|can
        what made you think|believe|imagine that? *ing > ~of
        what were|was you thinking ,? > $|*ing
        what were|was you thinking when you
        how did|could it not|never > occur|cross|strike|dawn
        what were you playing at
        what 's|is|was your excuse|justification
        what 's|is|was the|your reason|excuse|justification for|you not|didn't|never|failed|haven't
        what took you so long
        what stopped you from? > telling|asking|saying|ringing|reporting|checking|raising|doing|acting|
            speaking|sorting
        what makes|made you think you
        whose|what fault|bright idea was|is
        who told you to
        since when
        did you not|never|even > think|ask|check|tell|read|notice|realise
        didn't you > think|ask|check|tell|read|notice|realise|even
    """,
    ),
    Family(
        "explain why you didn't",
        Kind.WHY_BLAME,
        Place.ASKED,
        THEN,
        """
        why you didn't|haven't|never|let|failed|ignored|hadn't|weren't|couldn't|wouldn't|did|agreed|allowed|
            chose|refused|missed|left|still|keep
        why you are > so|still|always|not
    """,
    ),
)
