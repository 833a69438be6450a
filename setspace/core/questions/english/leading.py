"""Leading questions: the words press towards an answer that the one who asks already holds."""

from setspace.core.questions.language import Family, Kind, Place, Stems

THINK = Stems("What do you think?", "What else might be true?")
SEE_IT = Stems("How do you see it?", "What else might be true?")
FEELING = Stems("What was that like for you?", "What was going on for you?")
ASSUMED = Stems("Try it without the underlined words, with What or How.", "What are we assuming?")
HAPPENED = Stems("What happened, as you see it?", "What are we assuming?")

FAMILIES = (
    Family(
        "don't you think",
        Kind.LEADING,
        Place.OPENING,
        THINK,
        """
        AUXILIARIES n't you|we ADVERBS? think|agree|feel|say|believe|reckon|find|see|suspect that?
        AUXILIARIES you not think|agree|feel|say|believe|reckon|find|see that?
        can|could|shall we ADVERBS? agree that?
        would|do you ADVERBS? agree that?
        you|you 'd|would agree that?
        do|did you ADVERBS? really|honestly|seriously|truly > ~understand|know|like|love
        do you ADVERBS? really think|believe|expect|want
        would|wouldn't it be fair|right|true|accurate|reasonable to say|suggest|assume|think
        is|isn't it not? ADVERBS? fair|right|true|accurate|reasonable to say|suggest|assume|think that?
        is|isn't it not? ADVERBS? fair|right|true|obvious|clear|possible|likely that?
        am i right|correct|wrong in|to|that thinking|think|say|saying?
        would i be right|correct|wrong in|to|that thinking|think|say|saying?
        have|has you|it not
        can|could you not see
        can't|couldn't you see
        you do ADVERBS? realise|know|see
        don't tell me
    """,
    ),
    Family(
        "isn't it",
        Kind.LEADING,
        Place.OPENING,
        SEE_IT,
        """
        AUXILIARIES n't > ~$|you
        AUXILIARIES n't you
        is|was|are|were|do|does|did|has|have|had|would|should|will it|that|this|he|she|they|you|there not > ~$
        is|was|could|might|would it|this|that not? ADVERBS? be? ADVERBS? that > you|he|she|they|the|your|it|
            there|part|this|we
        is|was|could|might it|this|that ADVERBS? be? ADVERBS? because|down
        could|might it|this|that be? just|simply|merely
        is|was this|it|that|he|she really|actually|all|just|basically|ultimately about|your|the
        is|was this|it|that really|actually|all|just|ultimately you > *ing
        could|might|may this|it|that ADVERBS? be? about > your|you|the
        are|were|aren't you not? ADVERBS? sure|certain you|it|he|she|they|that|this|there are|'s|is|were|
            was|have|aren't|isn't|weren't not?
        are|were you just|simply|secretly|merely|only|perhaps|maybe|actually|really > ~$
        are|were you ADVERBS? avoiding|hiding|projecting|overreacting|resisting|punishing|deflecting|
            protecting|overthinking|kidding|sabotaging|rescuing
        is|was he|she|it|this|that just|simply|merely|only|really|basically|actually > ~$|you|me
        is|was part of you|this
        is|could|might part of the problem|issue|trouble
        is there|it not? ADVERBS? a|any|some? part|danger|chance|risk|possibility|possible|likely that? you|
            that|of
        is it ADVERBS? possible that
        do you think|suppose|reckon it|this|that|he|she|they could|might|may|'s|is be? because|that|just
        do you think|suppose|reckon|feel you|you are just|being|too|maybe|perhaps|simply
        do you think|suppose|feel|see how|that? you are > being|too|just|overreacting|avoiding|afraid|scared
        shouldn't _
        you must > feel|be|have
        you have to admit|got
    """,
    ),
    Family(
        "surely",
        Kind.LEADING,
        Place.ASKED,
        ASSUMED,
        """
        surely
        obviously
        clearly > ~$|say|see|hear|and|to|about|what|how
        of course
        no|without doubt
        undoubtedly
        presumably
        evidently
        inevitably
        needless to say
        everyone|everybody|we|anyone|you all? knows|know|can see|agrees > that|this|it|he|she
        it 's|is obvious|clear|plain that?
        let 's face it
        let 's be honest
        bound to
        yet again
        you finally
        finally > stop|stand|admit|accept|face|tell|sort|get|do|deal|ask|start|let
        your own? SHORTCOMINGS
        his|her|their SHORTCOMINGS
        so|such|how ADVERBS? JUDGING
        such a|an JUDGING
        his|her|their|this|that|your|a|an|the ADVERBS? JUDGING|STRONG behaviour|attitude|management|
            decision|boss|manager|director|leadership|treatment|way|style|culture|mess|colleague|team|
            system|policy|plan|process
        this|that|such mess|nonsense|shambles|fiasco|disaster|nightmare|rubbish|nightmare
        let|lets|letting|let you|us|them ADVERBS? down > ~by
        undermine|undermined|undermines|undermining|betrayed|sabotaged|bullied|bullying|manipulating|
            manipulated|exploited|exploiting|walked > you|your|over
        getting|get|gets|got away with
        taking|takes|take|took advantage of
        taking|takes|take|took you for
        still refusing|insisting|pretending|avoiding|ignoring|denying|clinging|making
        keep|keeps|kept|keeping ADVERBS? avoiding|ignoring|failing|refusing|letting|undermining|making|
            rescuing|putting
        hell-bent on
        in denial
        stabbed you in
        wasting|waste|wastes|wasted your|everyone|everybody|all
        what 's|is wrong with these|those
        the real problem|issue|reason|trouble is|here that|your
        when will|are|is|do you|they|he|she going|plan|ADVERBS? to? admit|accept|face|stop|realise|learn|
            stand|grow|wake|take
        how long|much will|are|do|can|more|longer you|are|will going|you|put|keep|tolerate|let
    """,
    ),
    Family(
        "when did you stop",
        Kind.LEADING,
        Place.OPENING,
        HAPPENED,
        """
        how much damage|harm|hurt|havoc|misery did|does|do|has|have|had your|his|her|their|you|he|she|they
        when did you|he|she|they ADVERBS? stop trusting|listening|caring|believing|enjoying|liking|loving|
            respecting|trying|bothering|hoping|wanting|being|feeling
        when did you|he|she|they ADVERBS? start|begin to? avoiding|resenting|hating|ignoring|lying|hiding|
            avoid|resent|hate|ignore|lie|hide
        when did you|he|she|they ADVERBS? lose faith|trust|interest|patience|heart|control
        when did you|he|she|they ADVERBS? give up on
    """,
    ),
    Family(
        "how angry",
        Kind.LEADING,
        Place.ASKED,
        FEELING,
        """
        how ADVERBS|very|completely|absolutely? STRONG > AUXILIARIES
        how bad is|was|are|were|did|do > you|he|she|they|your|his|her|their|the|that
        how ADVERBS? > badly|poorly|terribly|appallingly|unfairly|shabbily
        how let down > AUXILIARIES
        how badly|poorly|terribly|appallingly|unfairly|shabbily
        how much does|did|do|has|have he|she|it|they|that|this|your|the _? > hurt|upset|annoy|anger|hate|
            resent|hurts|undermine|damage|scare|frighten|hate
        how much do|did|must you > hate|resent|dislike|dread|regret|fear|blame|envy
        make|made|makes you STRONG
        did|does|do|doesn't|didn't that|it|this|he|she|they not? make you > STRONG
        were|are|weren't|aren't you not? ADVERBS? > STRONG with|at|about|by
    """,
    ),
)
