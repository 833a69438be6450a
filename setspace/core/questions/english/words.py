"""The kinds of English word that the phrases beside this page name in capitals.

Everyday British English. To teach the coach a word, add it to the kind it belongs to; verbs are given as in
"to ask", and the forms in -ing and of the past are made from them.
"""

AUXILIARIES = (
    "do does did is are was were am have has had can could will would shall should may might must 'd"
)

WH = "what how why who whom whose when where which"

# Words with which the one who acts begins: "do | you", "has | the", "is | anyone".
SUBJECTS = """
i you he she it we they there this that these those one yours theirs
a an the my your his her our their its any some every each all both either neither no most many
anyone anybody anything someone somebody something everyone everybody everything nobody nothing people
"""

ACTIONS = """
accept adopt agree appoint apologise apply appeal approach arrange ask assign attend audit automate avoid ban
block book borrow break bring build bypass call cancel chair challenge change charge chase check choose
clear close
combine commission complain confront consult contact copy cover create cut delay delegate demand divide
document
drop email employ end enlist escalate explain extend file fill find fire flag focus form frame freeze get
give go
hand hire hold host inform insist install interview introduce invest invite involve join keep lead leave lend
let limit link list lobby lock log look loop make map mediate meet merge message move name negotiate nip
nominate
offer open order organise outsource park pass pause pay phone pick pilot pitch plan pop position post postpone
practise prepare present press print prioritise promise promote propose protest pull push put quit raise read
reassign recruit redo reduce refer refuse register remind remove rent reorganise replace reply report request
require reschedule resign rewrite ring role-play rotate rope run sack say schedule scrap seek sell send
separate
set share shelve shift shorten show shut sign simplify sit skip slow speak split spend stagger stand start
step
stop streamline submit suggest suspend swap switch take talk team tell test text threaten throw tidy train
transfer
trial try turn update use video visit volunteer walk warn withdraw withhold write
"""

IRREGULAR_PASTS = """
broke brought built chose cut did drew found gave got handed held hid kept led left lent let made met paid
put ran
rang read said sat sent set shut sold split spoke spent stood stuck swapped took told threw walked went
withdrew wrote
"""

# After "could you" these ask what somebody can feel, see or bear; they propose nothing.
STATES = """
afford agree bear be been being believe breathe care carry cope count depend describe envisage expect
explain face
feel forgive guess hate have hear hope identify imagine know like live love manage mean mind name need notice
picture rather recall recognise relate rely remember say see sense sleep survive sum tell think trust
understand
want wish accept tolerate stomach stand guarantee elaborate clarify expand
"""

# After "why don't you" and "you should" these speak of what goes on inside somebody.
INWARD = """
agree be been being believe care expect feel hate have hope imagine know like love mind need realise
remember see
think trust understand want
"""

# Said of what to feel, these put the answer into the question: "how angry were you".
STRONG = """
afraid alarmed angry annoyed anxious appalled ashamed awful badly betrayed bitter bored cheated cross
crushed cruel
damaging demoralised depressed desperate devastated disappointed disappointing disgusted disrespectful
dreadful
embarrassed embarrassing exasperated exhausted fed frightened frustrated frustrating furious guilty gutted
harmful
hopeless horrible horrified humiliated humiliating hurt hurtful insulted insulting irritated irritating
jealous let
livid lonely mad miserable naive offended outraged overwhelmed painful panicked patronised powerless
ridiculous rude
resentful sad scared selfish shocked sick sidelined stressed stupid terrible terrified threatened toxic
trapped undermined undervalued unfair unhappy unreasonable unsafe unsupported upset upsetting useless
"""

# Words that judge somebody who is not in the room.
JUDGING = """
arrogant aggressive appalling awful bully bullying controlling cowardly defensive disgraceful
dishonest disloyal disorganised disrespectful dreadful hopeless incompetent ineffective
inflexible insensitive insecure irresponsible irrational lazy manipulative mess micromanager narcissist
nightmare obstructive petty pig-headed poisonous resistant ridiculous rude selfish shambles shambolic
spineless
stubborn stupid terrible toxic two-faced tyrant unfair unhelpful unkind unprofessional unreasonable unreliable
useless vindictive
"""

SHORTCOMINGS = """
failure refusal inability lack obsession unwillingness reluctance stubbornness weakness arrogance cowardice
negativity
defensiveness indecision insecurity jealousy perfectionism martyrdom inaction complacency denial
"""

# Words after which "what is the ..." wants one fact.
FACTS = """
address age amount average band budget capacity colour date day deadline headcount ratio month name number
percentage population postcode proportion rank rate rating salary score surname target temperature time title
total turnover version vacancy wage year
"""

OFFICES = """
approved appointed authorised chairs commissioned commissions decided employs funded funds heads leads
line-manages
made manages owns paid pays runs sat sent signed signs sits sponsors supervises told took wrote
"""

# Whom one may ring or ask, without an article.
BODIES = "hr legal finance payroll acas comms procurement security governance safeguarding estates"

# What "what would a good outcome bring" asks about: the holder's own aim, not a remedy.
AIMS = """
outcome result ending solution answer success win future life day night week weekend month year morning yes no
change difference version world break rest holiday conversation
"""

NAMED_ROLES = """
adviser boss chair chief commissioner contact contractor coordinator deputy director employer finance funder
gp head
landlord lead leader line manager matron mentor officer owner provider regulator rep secretary social sponsor
supervisor supplier treasurer
"""

UNITS = "many often old big tall late early soon frequently recently"

PLACES = (
    "based located held live lives office offices building headquarters sit sits meet stored kept parked born"
)

OPEN_CHOICES = "part parts bit bits aspect aspects side piece thread strand moment moments element voice"

MATTERING = """
feel feels felt notice notices best most worst better different differently easier hardest good well
happiest alive
proud energy strongest
"""

ADVERBS = """
just maybe perhaps possibly please simply always also ever even actually really already instead either first
then
not at least kindly quickly quietly still now probably definitely personally honestly yet
"""

INTENSIFIERS = "exactly ever then again precisely even actually"

FOLLOWS = "this next last that you we they for of in on at by and now then with to like"

JOINTS = ", ; : – — - ( and but or so then also plus"

PREPOSITIONS = "in to from for with at by on under about of through since against after before within"

CONDITIONS = "if once when before after unless next as whenever until since"

DETERMINERS = "the your his her their our my a an this that these those any some one"

# Question words that seldom join a clause to a noun, as "who" does in "the chair who is the problem".
UNRELATED = "what how why"

NOT_DOING = """
thing nothing something anything everything morning evening meeting meetings building training funding
housing nursing
feeling feelings wellbeing king ring spring string ceiling setting hearing briefing
"""

COMMON = """
i you he she it we they me him her us them my your his our their its a an the this that these those and or
but so if
because as of to in on at for from with about by up out into over not n't 's is are was were be been am do
does did
have has had can could will would shall should may might must 'd what how why who when where which there
here yes no ok
okay please thanks thank more else any some all just really now then than like think feel know want need see
say
tell go get make good well much many very anything something nothing team work people
"""
