"""What people offer when the issue holder asks for it, or where the round has a place for ideas."""

OFFERS = (
    "There is a short book on saying no that helped me. I can lend it.",
    "I know somebody who has been through this and likes to talk about it.",
    "We once tried two weeks without the weekly meeting, and kept notes of what we missed.",
    "The finance team has a one-page form for such requests.",
    "In my place we write down who decides before we begin. I can send the sheet.",
    "A conversation with a mediator cost us an hour and saved us a month.",
    "I have the name of a coach who works with new managers.",
    "There is a network of people in this role. They meet on the first Monday.",
    "I kept a list of what I had handed over, and looked at it on Fridays.",
    "Our staff handbook has a page on flexible hours that the board agreed to.",
    "I can show you how we share one calendar for the rota.",
    "A friend of mine wrote the letter first and did not send it for a week.",
    "There is a free line for advice on contracts, open in the afternoon.",
    "I once asked my team the same question, without names, on cards.",
    "The library has the report on housing that you mentioned.",
    "I could introduce you to the person who did this in our region.",
)
