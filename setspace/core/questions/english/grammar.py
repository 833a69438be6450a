"""How English asks: the phrases by which the form of a question is told."""

GRAMMAR = {
    "lead-in": """
        so|and|but|or|okay|ok|well|right|now|um|er|erm|hmm|oh|ah|yes|no|yeah|also|then|plus|actually|
            honestly|personally|sorry|please|hi|hello|thanks|perhaps|maybe|just|like|look|listen|because|
            basically|alright|sure|great|um|hey|lovely|anyway|finally
        all right
        thank you
        to be honest
        in other words
        if so|not
        i mean
        out of interest
        i have got? a question
        i ADVERBS? guess|suppose|think|feel|reckon|believe that?
        i am thinking|sure|wondering|guessing that
        i do|don't ADVERBS? think that?
        for me|you
        remind|tell me again
        one question
        quick question
        first of? all?
        on earth
        with respect
    """,
    "embedding": """
        can|may|could|might i ADVERBS? ask you|about?
        i 'd|would ADVERBS? like|want|love to ask you|about?
        i want|wanted to ask you|about?
        i am|was ADVERBS? asking|wondering you?
        i was going|wanting to ask you?
        my|the|one|another question for|i|to? me|you|have? is
        what i am|was wondering|asking|thinking is
        what i 'd|would ADVERBS? like|love to know|ask|hear|understand is
        i|we ADVERBS? wonder
        i|we am|was|have|are been? ADVERBS? wondering|pondering
        ADVERBS? wondering
        i|we am|was|are ADVERBS? curious|intrigued|interested|fascinated|keen|eager to|in|about|by? know|
            hear|understand|learn|see|find? out|more? about?
        ADVERBS? curious|interested|keen|intrigued to|in|about? know|hear|understand?
        i|we 'd|would ADVERBS? like|love|want|be|appreciate|welcome to|
            glad|happy|grateful|interested|curious|keen|fascinated|
            hearing|good|great|helpful|useful know|hear|understand|learn|to|if|in|more|explore|about? know|
            hear|understand|learn|you|hearing|knowing|could?
        i|we want|wanted to know|hear|understand|learn|explore
        it 'd|would be|help good|great|helpful|useful|interesting|lovely|me|us to know|hear|understand|
            learn|see more?
        i am not ADVERBS? sure|clear i|if|about|on? understand|know|followed|follow|get?
        i do|don't ADVERBS? n't? ADVERBS? understand|know|see|get
        i can't|couldn't ADVERBS? quite? tell|see|work out?
        i am trying to understand|work|see|follow out?
        i am struggling to understand|see|follow
        i|we am|are asking myself|ourselves
        i ask|asked|keep myself|asking myself?
        i am still ADVERBS? wondering
        i keep wondering|asking myself?
    """,
    "inviting": """
        can|could|would|will|might you ADVERBS? ADVERBS?
        can|could|would|will you try|begin|bear|care|like|want|be to|able|willing|happy|up|prepared|
            comfortable|ready to|for?
        would|will|do you like|want|care|wish|mind|feel to|able|comfortable|up? to?
        are|do you able|willing|happy|free|comfortable|ready|up|prepared|feel to|for|able to?
        would you mind ADVERBS?
        would it be|feel all|okay|ok|fine|possible|alright right? for|to you? to?
        is it all|okay|ok|fine|possible|alright right? to|if for? you? could|to|would?
        can|could|may|might|shall i|we ADVERBS? ask|invite|get|trouble|press|have you? to|for
        can|could|may|might i|we
        i 'd|would ADVERBS? like|love|invite you to
        i|we invite you to
        please|do
        feel free to
        let 's|us
        perhaps|maybe you could|might|can|would
        why don't you|we ADVERBS?
        why don't you|we ADVERBS? start|begin by
        i wonder|wondered if|whether you could|would|might|can be? able? to?
        i am|was wondering if|whether you could|would|might|can be? able? to?
        take a moment|minute to|and
    """,
    "invited": """
        tell|telling|remind|reminding|show|showing|teach us|me|the|everyone set?
        describe|describing
        fill|filling us|me in
        outline|sketch|outlining|sketching > _
        say|saying ADVERBS? more|something|anything|a|what|how|where|why|some|in|which|who|little
        say|saying any more
        say|saying it|that ADVERBS? again|another|differently|in
        talk|talking to me|us
        talk|walk|take|bring|run|lead|guide|talking|walking|taking|running me|us|the through|back|to|into|
            inside|along|set
        give|giving me|us
        give|giving an|another|some|one|a > example|flavour|sense|idea|instance|feel|picture|examples
        share|sharing with us|me|the
        share|sharing ADVERBS? more|a|an|any|what|how|something|some|your|where|why > ~rota|list|file|
            report|plan|notes
        explain|explaining what|how|more|a|that|it|where|to|why|which|your|in > ~them|him|her|your|people|
            staff|the
        explain|explaining to us|me
        help|helping me|us ADVERBS? understand|see|picture|imagine|get|follow|feel|to|hear|grasp|appreciate
        paint|painting|draw us|me|a
        elaborate|elaborating|expand|expanding|unpack|unpacking|clarify|clarifying|flesh|illustrate
        put|putting that|it|this|some into|in a|one|your|plain|other? own? word|words|sentence|nutshell
        put|putting words|feelings|language into|to|around
        put|putting it|that another|differently
        go on $
        go deeper|further
        think of a|an|another|some|one time|example|moment|situation|place|day|occasion|person|instance
        picture|picturing|imagine|imagining > what|how
        open that|it up
        spell it|that|out
        more about|on|of
        tell more
        unpick that|what
        complete|finish this|the|that|your sentence|thought
    """,
    "invited politely": """
        put|putting into words
        go|going into|back|a|deeper|over > more|detail|to|that|a|bit|little|deeper|what|how|further
        be|being more|a specific|bit|little
        name|naming what|the|that|it|one|some|your > _
        recall|remember a|an|the > time|moment|last
        hear|know|understand|hearing more|a|what|how|about|your|from
        explore|exploring|look|stay|sit|slow > that|what|how|at|with|it|down
        have an|another|a > example|bit|flavour|little|sense
        list|listing what|the|all|some > _
        speak|speaking ADVERBS? about|more|a|to > how|what|your|that|it
        talk|talking ADVERBS? about|more|a > _|$
    """,
    "open fragment": """
        why now|not|this|that|you|them|here|today|then?
        how so|come|is|was that|so?
        what else
        what then|now|next|for|about
        who|where|which else|now|next
        such as
        like what|how|who
        meaning what?
        and|because|so|but|then|or
        say more
        in what sense|way|ways|respect
        because of? what?
        underneath|beneath|behind that|this|it|all?
        thoughts|reactions|reflections
        your view|take|thoughts|sense
        go on
        with what
    """,
    "welcome": """
        is|was there anything|something ADVERBS? else|more|you|we|missing|that|left|still|further
        is|was there anything
        is|are there anything|any other|more|further things|thoughts|else
        anything|something ADVERBS? else|more|further|to|you|missing|we|left
        any other|more|further thoughts|things|reflections|questions
        can|could you ADVERBS? give|think an|any|some|of|another examples|example|an|another
        have we missed anything|something
        do you need|want anything|something ADVERBS? from|else|more|of
        does that|this|it make|land|fit|help|sense|sound sense|right?
        have i|we got|understood|heard that|this|it|you right|correctly?
        did|have i|we get|got|hear|heard|understand|understood that|this|it|you right|correctly|properly?
        what do you need|want from us
        are|do you ready|okay|ok|happy|want to|for? go|move|carry|stop|pause|continue on?
        shall we
        is that|this|it okay|ok|all|right
    """,
    "offer": """
        anything ADVERBS? else|more|further|you|we
        any other|more|further thoughts|things|reflections|questions
    """,
    "fact": """
        how UNITS
        how UNITS _
        how long
        how much
        how far > away|is
        for how long
        by how much|many
        by when
        at what time|date|point|age
        on what date|day
        in what|which year|month|week|team|department|ward|role|grade|post|building|county|town|city
        what time|date|day|year|month|colour|grade|band|percentage|proportion|age|size|number|ward|
            ethnicity|school > ~pressure|pressures|do
        what|which floor|room|budget|department
        what 's|is|are|was|were the|your|his|her|their|our|its|this ADVERBS? FACTS
        what 's|is|are|was|were the|your|his|her|their|our|its|this _? _? _? FACTS > FOLLOWS|$
        what 's|is|was your|his|her|their|the job|full|current|exact title|name|role|grade|salary|number
        what job|post|grade|role|title|qualification|qualifications do|does|have|is
        what is|'s he|she|it|they called
        what are they|you called
        when INTENSIFIERS? is|are|was|were|'s|does|did|will|can|has|have|do|would|had|could|is|should
        who is|'s|was|are|were the|your|his|her|their|our|its|that|this|it|he|she|they|on|in
        who ADVERBS? OFFICES
        who do|does you|he|she|they|it report|answer|work to|for
        who did|does|has _? _? > _
        who else? ADVERBS? knows|came|attended|works|lives|was|were|reports
        whose OFFICES|ADVERBS? idea|job|decision|budget|name|signature is|was
        which > ~of|part|way|way|bit
        which of
        where is|are|was|were|'s|do|does|did|will|has > _ PLACES
        where is|are|was|were|'s|do|does|did|will|has _ _? _? > PLACES $
        where is|are|was|were|'s the|your|his|her|their ADVERBS? _? > PLACES|office|meeting
        where exactly
        where did it|that|this happen
        where are you from|based|based
        where do you|they|he|she|we live|work|sit|meet|park
        where did you|they|he|she|we train|live|work|meet|go|hold
    """,
    "not fact": """
        when INTENSIFIERS? do|does|did|are|have|has|would|might|could|can|is|was|were|will|'s you|it|that|
            this|things|they|he|she|the|your _? _? _? > MATTERING
        when are you at your
        when would|might|could|will you ADVERBS? know
        when do you know|find|get|hear|see|want|need > yourself|that|to|it
        who|what is|'s|was|are|were the person|people|one|real|you|most|voice
        which OPEN_CHOICES
        which of? your|these|this|the OPEN_CHOICES
        how much is|of|do|does|did this|that|it|you|what|the is|of|about|matter|want|trust|care|feel|yours|
            down|like?
        how much does this|that|it matter
        how much of
        how much do|does|did you ADVERBS? want|care|trust|need|like|believe|value|enjoy|love|feel
        how much power|control|say|influence|choice|energy|room|space|freedom|difference|trust|support|hope
        how many ways
        how old do|did you > feel
        how often do|does|did you > feel|find|notice|allow|let|catch|say
        how long before|can|until
        who else is|are|'s|might|would|could|needs|matters|has|cares|feels|do|does|did|was|were > ~there|in|
            here
        who did you > want|hope|think|feel|become|need
        who is|'s it|this|that for|really|about
        who does|do|did it|that|this > matter|affect|help|hurt|serve|benefit|touch|belong
        at what point
        what number of
    """,
    "scale": """
        on a|the scale of|from|between?
        on a|the _ scale
        out of ten|10|five|5|100|a|one
        from|between one|1|zero|0|nought to|and ten|10|five|5|100
        one|1|zero|0 to|and ten|10|five|5|100
        marks out of
        as a percentage
        score|rate yourself|it|that|this|your
        rate|score would|do|how you|from|out
    """,
    "not scale": """
        what would|will|might|could|makes|does|needs|keeps|got|stops|is|puts|tells
        how would|will|might|could you|it know|get|move|look
    """,
    "tag": """
        AUXILIARIES n't i|you|he|she|it|we|they|there|that|this $
        AUXILIARIES i|you|he|she|it|we|they|there not? $
        AUXILIARIES n't you|we say|think|agree|reckon|feel $
        AUXILIARIES you not? think|agree|reckon|say $
        am i right|wrong $
    """,
    "tag word": """
        right|yeah|yes|no|eh|correct|surely|innit|true|huh|hmm|yep $
        am i right $
        or not $
        or am i wrong $
    """,
    "noun phrase ends": """
        about|at|yet|on|for|to|and|or|that|who|which|if|before|after|so|regarding|lately|recently|directly|
            today|first|since|when|because|but|in|by|with|over|again|there|then|this|next|last|just|is|are|was
    """,
    "afterthought": """
        do you think|reckon|suppose|feel|imagine $
        would you say $
        if any|anything $
        is it $
    """,
    "not cleft": """
        what|who made|makes|told|tells|brought|brings|gave|gives|stops|stopped|keeps|kept|got|gets you
    """,
    "not command": """
        have|had the|that|this|it _ _? been|gone|seen|agreed|met|had|left|done|PASTS
        do the|that|this _ _? > STATES|get|come|have
    """,
    "passing": """
        thanks|thank|ta|cheers|pass|wow|same|nothing|yes|no|ok|okay|sorry|hello|hi|hear|noted|agreed
        i 'll|will pass
        i do|don't have|want|need
        i have no|nothing
        no question|questions
        i am fine|ok|okay|good|listening|here|with
        i hear|heard|notice|noticed|see
        i 'd like to thank
    """,
}
