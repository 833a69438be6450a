"""Advice that is plainly said: you should, I would, try."""

from setspace.core.questions.language import Family, Kind, Place, Stems

TOLD = Stems("What do you think is needed?", "Hold this for the sharing stage, if your set has one.")

FAMILIES = (
    Family(
        "you should",
        Kind.ADVICE,
        Place.STATED,
        TOLD,
        """
        you|we ADVERBS? should|shouldn't|ought|mustn't ADVERBS? > ~INWARD
        you|we ADVERBS? should be > *ing|*er|more|clear|careful|honest|kinder
        you|we ADVERBS? should have > a|it
        you ADVERBS? could ADVERBS? ADVERBS? > ~STATES|have|be|not|do|only|hardly|barely|n't|ADVERBS
        you ADVERBS? could|can always
        you ADVERBS? could do > that|this|it|the|something|worse
        you ADVERBS? could do a? lot|far|much? worse than
        you couldn't just|maybe|perhaps|possibly > ACTIONS
        you ADVERBS? need|must to? ADVERBS? > ACTIONS
        you ADVERBS? need to
        you have got to > ACTIONS
        you|it will|'ll have|need to > ACTIONS
        you might|may ADVERBS? want|like|wish|choose to
        you might|may as well
        you might|may ADVERBS? > ACTIONS
        you want to > get|try|watch|nip|put|be
        you 'd|would|had ADVERBS? be? better off?
        you 'd|would do well|best to
        you have to > ACTIONS
        what you need|want is
        what you need|want|ought to do
        what i 'd|would do|say|suggest|try is|here?
        all you need|have to do?
    """,
    ),
    Family(
        "I'd",
        Kind.ADVICE,
        Place.STATED,
        TOLD,
        """
        i 'd|would ADVERBS? > ACTIONS
        i 'd|would ADVERBS? do|have > a|that|the|it|him|her|them
        i 'd|would ADVERBS? suggest|recommend|advise|urge|encourage|counsel|propose
        i 'd|would ADVERBS? be tempted|inclined|minded to
        i 'd|would ADVERBS? be > *ing
        i ADVERBS? suggest|recommend|advise|propose > ~it|to
        i can|could|can't ADVERBS? recommend|suggest
        if i was|were you|him|them i? 'd|would?
        if it was|were me
        in your shoes|place|position|seat i? 'd|would?
        if i was|were in your shoes|place|position i? 'd|would?
        my|one|another|our ADVERBS? advice|suggestion|recommendation|tip|steer|thought would|is|
            'd be? to? > ~not
        my advice|suggestion|recommendation
        the answer|solution is|would
        a|an|some|more _ _? would|might|could help
        one|another option|idea|way|thing|possibility is|would|might|could be?
        one|a thing|option|way to|you|that try|could|worth might?
        the|your ADVERBS? best|obvious|sensible|easiest|right|only|simplest|safest thing|option|bet|answer|
            way|approach|move to? do? is|would
        the|your ADVERBS? answer|solution|trick|key|secret|thing is|to|would to|be|do|is|just
        it 's|is|'d|would|might|may|could ADVERBS? be? ADVERBS? worth|best|wise|better|sensible > *ing|to|if
        it 's|is|'d|would|might|may|could ADVERBS? be? ADVERBS? worth a > try|go|look|call|
            phone|chat|word|thought|shot
        it 's|is ADVERBS? time you|to > ACTIONS
        i 'd|would have thought a|an _ _? would|might
        it 'd|would|might|could ADVERBS? help|make > to|if|sense|you
        it 'd|would|might|could ADVERBS? be ADVERBS? better|useful|helpful|wise|sensible|easier|best|
            quicker > to|if|for
        it 'd|would|might|could ADVERBS? be a|an good? idea|plan
        might|could|may be? worth|good|useful|help|helpful > *ing|to|a|if|idea
        it would|might|may|could not? ADVERBS? hurt|harm to
        a|another quiet|short? word|chat|call|note|coffee with|to _ _? $
        a|another word|chat|call|note|letter|coffee with|to _ _? would|might|may|could > n't|not|go|help|be
        worth > *ing|a
        there 's|is nothing|no to|harm stop|in > you|*ing
        nothing stopping|to stop? you > ACTINGS
        no harm in > *ing
        how|what about > *ing
        we|us should
        someone|somebody should|needs|ought
        they|he|she|your should|ought
        your _ should|ought|needs to? > ~be|have
    """,
    ),
    Family(
        "tell him",
        Kind.ADVICE,
        Place.IMPERATIVE,
        TOLD,
        """
        try|consider > ~and|to|as
        try|consider to? > *ing|a|an
        do not|n't > ~INWARD|SUBJECTS|really|worry
        never > ACTIONS
        phone|ring|call|email|text|tell|ask|contact|involve|inform|consult|notify BODIES
        phone|ring|email|ask round|around
        sleep on > it|this|that
        walk|push|fight|step > away|back
        put|send|bring|take|raise|write it|that|this > in|on|to|away|back|down|round
        delegate|resign|apologise|escalate|complain|quit $
        say > no|nothing|yes|sorry
        always? ACTIONS > him|her|them|it|your|a|an|the|someone|somebody|to|with|by|out|up|down|off|over|
            everyone|in|on|yourself
        think about > *ing|a|an
        have|take a|the > row|talk|conversation|word|chat|look|think|break|go|day|week
        do the|it|that|your _? > first|now|today
        make sure|certain|time|a
        be > firm|clear|careful|honest|brave|kind|bold|patient|direct|more|less
        remember|forget > to
        go > for|to|and|with|back|over|straight|part|easy
        get > hr|legal|help|advice|rid|them|him|her|it|your|a|the|someone
        start|begin|stop|keep > *ing|by|with|small
        stand up to
        bite the bullet
        put your foot
        keep|step|stay|hold|cut|play > out|away|calm|back|your|it|on|off
        give him|her|them|it|yourself
    """,
    ),
)
