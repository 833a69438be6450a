"""Advice as a question: a course of action that comes from the one who asks."""

from setspace.core.questions.language import Family, Kind, Place, Stems

TRIED = Stems("What have you tried, or thought of trying?", "What options do you see?")
TALKED = Stems("What conversations have you had, or might you have{person}?", "Whose view matters here?")
COULD = Stems("What could you do about this?", "What would you like to be different?")
WOULD_HELP = Stems("What would help?", "What is needed here?")
IN_THE_WAY = Stems("What makes this hard?", "What would make it possible?")

FAMILIES = (
    Family(
        "have you tried",
        Kind.ADVICE,
        Place.OPENING,
        TRIED,
        """
        have|had|has you ADVERBS? ADVERBS? tried|considered|explored|trialled|piloted|googled|contemplated
        have|had you ADVERBS? ADVERBS? thought of|about|through > ~what|how|when|why|where|who|whether|which
        have|had you ADVERBS? ADVERBS? thought of|about|through $
        have|had you ADVERBS? looked at|into
        have|had you ADVERBS? read > ~$
        have|had you used|checked|visited|joined|rung|emailed > ~$
        have|had you given ADVERBS? any? thought|consideration to
        did|do you ADVERBS? ADVERBS? try|consider > _
        did|do you ADVERBS? ADVERBS? think of|about > *ing
        did you ADVERBS? think of|about a|an|some
        did it ever? occur to you to
        has it ever? occurred to you to
        ADVERBS? tried > *ing
        ADVERBS? thought|considered of|about? > *ing
        ever? thought of|about|considered > _
        have|had you been > to see|the|your
    """,
    ),
    Family(
        "have you spoken to",
        Kind.ADVICE,
        Place.OPENING,
        TALKED,
        """
        have|had you ADVERBS? ADVERBS? tried|considered talking|speaking|chatting to|with
        have|had you ADVERBS? thought of|about talking|speaking|chatting to|with
        have|had you ADVERBS? spoken|talked|chatted to|with
        have|had you ADVERBS? asked|approached|contacted|consulted|involved|emailed|rung|phoned > ~$|
            yourself|why|what|how
        have|had you ADVERBS? checked|raised|discussed|shared it|this|that? with
        have|had you ADVERBS? had a word|chat|conversation|quiet with|about|word
        have|had you ADVERBS? reached out to
        have|had you ADVERBS? talked|discussed it|this|that over|through? with
        have|had you ADVERBS? gone|been|written > to
        tried talking|speaking to|with
        spoken|talked to|with > _
    """,
    ),
    Family(
        "why don't you",
        Kind.ADVICE,
        Place.OPENING,
        COULD,
        """
        why don't|doesn't you|we|he|she|they|someone|somebody > ~INWARD|ADVERBS|ever
        why don't you|we just|simply|always|maybe|perhaps|try|first
        why not > ACTIONS|ADVERBS|have|see|be|do
        what if you|we|they|he|she ADVERBS? > PASTS
        what if you were to
        what if you|we had|have a|some|another
        what if someone|somebody else? > PASTS
        what if your|the|an|a _ > PASTS
        how if you > PASTS
        how would it be if you|we
        how|what about ADVERBS? > *ing
        how|what about you|we > ACTIONS
        how|what about a|an|some|another|using
        fancy > *ing
    """,
    ),
    Family(
        "could you",
        Kind.ADVICE,
        Place.OPENING,
        COULD,
        """
        could|can't|couldn't you|we ADVERBS? ADVERBS? > ~STATES|ADVERBS|do|'s
        could you have|see|bear > a|another word|go|look|chat|someone|in
        could|can't|couldn't you|we ADVERBS? tell > him|her|them|your|the|people|everyone|staff
        could|can't|couldn't you|we ADVERBS? say > no|to|sorry|yes
        could|can't|couldn't you|we do > without|it|that|the|a
        can you ADVERBS? ADVERBS? > ACTIONS
        can you ADVERBS? tell > him|her|them|your|people
        can|could|should|shouldn't|couldn't|can't|might your|the|a|an _ > ACTIONS
        can|could|should|shouldn't|couldn't|can't|might your|the|a|an _ _ > ACTIONS
        could|can't|couldn't|shouldn't BODIES > ~STATES|be|have
        can|could|should|shouldn't|couldn't|can't|might he|she|they|one|someone|somebody else? > ACTIONS|
            have|do|cover
        can|could|should|might anyone else? > ACTIONS|have|do|cover
        might you ADVERBS? > ~STATES|have|be|do|ADVERBS
        might|could you be able to
        could|might it be time to
        will|would you ADVERBS? consider|try|entertain|contemplate > _
        would you ADVERBS? think > about|of
        would you ADVERBS? be open|willing|prepared|better|tempted to|off > ~say|tell|share|describe|talk|
            explain|give
        would|wouldn't you not? ADVERBS? be better off?
        do|did you fancy > *ing
        is there someone|anyone|somebody|anybody who? you could|might
        is there someone|anyone|somebody|anybody _ _ _? you could|might
        is there a|any way you|to could? > ~STATES|of|you
    """,
    ),
    Family(
        "should you",
        Kind.ADVICE,
        Place.OPENING,
        COULD,
        """
        should|shouldn't|oughtn't|mustn't you|we ADVERBS? > ~INWARD|ADVERBS
        should|shouldn't you|we ADVERBS? be > *ing
        should|shouldn't you|we have > a|it
        should|shouldn't the|your _ be the one
        do|don't you not? ADVERBS? think|reckon|feel|suppose|believe you|we should|could|ought|need|might|must
        do|don't you not? ADVERBS? think it is|'s|would|might|could time|be|help
        do|don't you not? ADVERBS? need|have|ought to > ACTIONS|be|have|do|go|see
        do you not? ADVERBS? want to > ask|get|go|bring|hand|delegate|take|ring|email|call|write|speak
        isn't|is it not? ADVERBS? time you|to|for
        is|isn't now|this not? the|a good|right? time|moment to|for
        isn't|is it ADVERBS? worth|better|best|easier|wiser|quicker|safer > *ing|to|a
    """,
    ),
    Family(
        "would it help",
        Kind.ADVICE,
        Place.OPENING,
        WOULD_HELP,
        """
        would|might|could|wouldn't|mightn't|will|may it|there not? ADVERBS? help > to|if|*ing
        would|might|could|wouldn't|mightn't|couldn't it|that|there|this not? ADVERBS? be worth|useful|
            helpful|wise|sensible|simpler|easier|better|quicker|possible|best|safer|kinder|fairer > to|*ing|
            if|for|your|the|a|an
        would it be such|so a? bad|awful|terrible|wrong thing|idea? > to|if
        would|might|could|wouldn't|mightn't|couldn't it|there not? be > time|value|merit|mileage
        would|might|could|wouldn't|mightn't|couldn't it|that|there|this not? ADVERBS? be a|an good|better|
            real|sensible? idea|option|plan|help|start|case|thought|way > ~$
        would|might|could|wouldn't|mightn't|couldn't it|that|this not? be an option|idea $
        would|might|could|wouldn't it|there not? ADVERBS? make sense|things? > to|if|for|easier|*ing
        would|might|could it be worth
        worth > *ing|a|trying|getting|asking
        would|might|could|do you think|feel|reckon? *ing > would|might|could help|be|make
        do|don't you think|reckon|feel it would|might|could|'d help|be > to|worth|better|if|*ing|an|useful|
            helpful|easier|wise|simpler|good
        would|could|might *ing > help|be|work|make
        would|could|might *ing _ > help|be|work|make
        would|could|might *ing _ _ > help|be|work|make
        would|could|might a|an _ > help|be|work|make
        would|could|might a|an _ _ > help|be|work|make
        do you think|reckon|feel a|an|some|the|more _ _? > would|might|could help
        is there a|an case|argument for > *ing|a|an
        any chance you|someone|somebody|they|he|she could|might
        any mileage|merit|scope|value|point|sense in
        is|would|might there be? any|some? mileage|merit|scope|value|room|sense in|for|to > *ing|a|an|use
    """,
    ),
    Family(
        "what's stopping you",
        Kind.ADVICE,
        Place.OPENING,
        IN_THE_WAY,
        """
        is|are there any|a|some ADVERBS? reason|reasons why? you can't|couldn't|haven't|don't|didn't|
            shouldn't|wouldn't|won't
        is|are there any|a reason|reasons why? not to
        any reason why? you can't|couldn't|haven't|don't|didn't|shouldn't|wouldn't
        any reason not to
        what would|could|can stop you > ACTINGS
        what stops|prevents you from? ADVERBS? > ACTINGS
        what 's|is|would|could stop|stopping|preventing you from? ADVERBS? > ACTINGS
        what 's|is to stop you
        what could|would|might a|an ~AIMS > bring|add|offer|help|contribute|give
        what could|would|might a|an ~AIMS ~AIMS > bring|add|offer|help|contribute|give
        how could|would|might a|an|some ~AIMS > help|support|add|assist|fix|ease|sort|work
        how could|would|might a|an|some ~AIMS ~AIMS > help|support|add|assist|fix|ease|sort|work
        what difference would|could|might a|an ~AIMS > make
        what could|would|might a|an ~AIMS ~AIMS? > do for
        how could|would|might a|an|some ~AIMS ~AIMS? > bring|change|improve|lift|free|make|let|give
        what difference would|could|might a|an ~AIMS ~AIMS > make
    """,
    ),
    Family(
        "an option",
        Kind.ADVICE,
        Place.ASKED,
        WOULD_HELP,
        """
        an option $
        worth a try|go|look|shot|thought|punt $
        worth trying|considering|exploring|a
        wonder|wondering|wondered if|whether you could|should|might|ought ADVERBS? > ~STATES|be|need
        wonder|wondering|wondered if|whether you ADVERBS? need|have to > ACTIONS
        if|whether it|there might|would|could|may ADVERBS? be|help|make > worth|an|better|useful|to|if|
            sense|helpful|time|wise
        if|whether you might|may ADVERBS? want|wish|like|need|choose to > ACTIONS|have|get|loop
        anyone|anybody|someone|somebody|friend|colleague|mentor who|that|else? you could|might > ACTIONS
        if|whether you have ADVERBS? tried|considered|thought > _
        if|whether you 'd ADVERBS? tried|considered|thought > _
    """,
    ),
)
