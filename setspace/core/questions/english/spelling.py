"""How people type English, and words that tell another language. The spelling checker skips this page."""

# How people type. What stands before "=" is read as what stands behind it.
SPELLING = """
u=you ya=you yuo=you yu=you ur=your yr=your r=are y=why wot=what wat=what wht=what wha=what hw=how wen=when
wer=where
whr=where wich=which cud=could cld=could shud=should shld=should wud=would wld=would hav=have hv=have
av=have dose=does dnt=don't dont=don't didja=did|you d'you=do|you d'ya=do|you dya=do|you wanna=want|to
gonna=going|to
gotta=got|to innit=isn't|it init=isn't|it ain't=isn't aint=isn't cant=can't wont=won't shant=shan't
thats=that's
theres=there's heres=here's whats=what's wots=what's wats=what's hows=how's wheres=where's whos=who's
whens=when's
whys=why's youre=you|are theyre=they|are ive=i've youve=you|have weve=we|have theyve=they|have youd=you'd
youll=you|will im=i'm
id=i'd lets=let's thort=thought thougt=thought thougth=thought tryed=tried tryd=tried
considerd=considered talkin=talking askin=asking tryin=trying ther=there tel=tell wuld=would culd=could
goin=going gettin=getting spk=speak ppl=people
abt=about bout=about wiv=with tho=though cos=because coz=because bcos=because cuz=because dunno=do|not|know
reckn=reckon lemme=let|me gimme=give|me sum1=someone summat=something owt=anything nowt=nothing pls=please
plz=please thx=thanks ta=thanks thnx=thanks b4=before gr8=great 2day=today thnk=think thikn=think
surley=surely
obvs=obviously obvi=obviously defo=definitely prob=probably probs=probably mabe=maybe mebbe=maybe
wd=would shd=should cd=could wudnt=wouldn't cudnt=couldn't shudnt=shouldn't hes=he's shes=she's
itll=it|will theyll=they|will theyd=they'd thru=through til=until anythng=anything
somethng=something anyting=anything rly=really bc=because becuase=because
woulda=would|have coulda=could|have shoulda=should|have whatre=what|are whaddya=what|do|you
"""

TRANSPOSED = "how what when where which could would should have does about think tried there your with"
"""Words in which two neighbouring letters may have changed places."""

WORDS_OF_THEIR_OWN = "tired three"
"""What looks like one of these words with its letters changed and is another word."""

# Common short words of other languages, none of them an English word.
OTHER_LANGUAGES = """
tu esto sobre ella pero nous leur lui ihr euch kein auch mój jak twój
que qui pourquoi vous nous avec sont dans une des les quel quelle pas ich du sie wie warum das ist und nicht
wir haben mit ein eine der dem wer wo wann qué cómo por usted tú su está están los las una para che perché
sei cosa della il lo gli sono hai avete não você como seu sua hoe waarom jij je het een niet met zijn hebt
dlaczego jak jest się nie czy co pani beth sut ydych chi yn mae eich wedi yr ti hvad hvordan hvorfor er det
og ikke vad hur varför är och inte mitä miten miksi dir mir vos votre c'est pensez allez hast geht porque
qual isso mais
"""
