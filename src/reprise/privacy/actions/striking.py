"""Taking out words about a breach that lead to somebody: one supervisor asks, another one agrees
(decision 0056)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from reprise.kernel.refusal import Refusal
from reprise.privacy.actions.breach_acts import Draft, locked, perhaps, supervisor, worded, write
from reprise.privacy.breaches import Standing, Written, standing
from reprise.privacy.models import BreachText
from reprise.privacy.states import BreachVerb


class NothingToStrike(Refusal):
    code = "privacy_breach_nothing_to_strike"
    message = "This act has no words, or they were taken out already. Nothing was changed."


class StrikeAsked(Refusal):
    code = "privacy_breach_strike_asked"
    message = (
        "That these words are taken out is asked for already. Nothing was written down; read why,"
        " and agree to it or let them stand."
    )


class NobodyAsked(Refusal):
    code = "privacy_breach_nobody_asked"
    message = (
        "Nobody asks any more for these words to be taken out, or for another reason than the one"
        " that you have read. Nothing was changed; read the acts again."
    )


class NotAlone(Refusal):
    code = "privacy_breach_not_alone"
    message = (
        "You have asked for these words to be taken out, so another supervisor has to agree. They"
        " stay until then."
    )
    status = 403


@transaction.atomic
def ask_to_strike(reference: str, seq: int, why: str, by: str, now: datetime) -> Standing:
    """Say that the words of an act lead to somebody, and ``why``: another supervisor reads both and
    takes them out, or lets them stand.  Until then they stay.

    Raises NotASupervisor, NoSuchBreach, NothingToStrike, StrikeAsked, NoWords, TooManyWords,
    LeadsToSomebody.
    """
    who, breach = supervisor(by), locked(reference)
    if not any(each.act.seq == seq and each.words for each in breach.acts):
        raise NothingToStrike
    words, wish = worded(why), breach.wish(seq)
    if wish is not None:
        if (wish.act.staff_id, wish.words) == (who.id, words):
            return breach
        raise StrikeAsked
    write(breach, [Draft(verb=BreachVerb.TO_STRIKE, words=words, of=seq)], who, now)
    return standing(breach.row)


@transaction.atomic
def strike(reference: str, seq: int, wish: int, by: str, now: datetime) -> Standing:
    """Agree to a ``wish``, by its number, and take the words of the act ``seq`` out; that they were
    there, why they went, and their digest, stay.  Once they are out nothing more happens.

    Raises NotASupervisor, NoSuchBreach, NothingToStrike, NobodyAsked, NotAlone.
    """
    who, breach = supervisor(by), locked(reference)
    if any(each.act.of == seq and each.verb is BreachVerb.STRUCK for each in breach.acts):
        return breach
    found = next((each for each in breach.acts if each.act.seq == seq), None)
    if found is None or not found.words:
        raise NothingToStrike
    if _asked(breach, seq, wish).act.staff_id == who.id:
        raise NotAlone
    BreachText.objects.filter(act_id=found.act.id).delete()
    write(breach, [Draft(verb=BreachVerb.STRUCK, of=seq)], who, now)
    return standing(breach.row)


@transaction.atomic
def leave_in(reference: str, seq: int, wish: int, why: str, by: str, now: datetime) -> Standing:
    """Let the words of an act stand although one wished them out, perhaps saying ``why``: another
    supervisor, or whoever wished it and thinks otherwise now.

    Raises NotASupervisor, NoSuchBreach, NobodyAsked, TooManyWords, LeadsToSomebody.
    """
    who, breach = supervisor(by), locked(reference)
    _asked(breach, seq, wish)
    write(breach, [Draft(verb=BreachVerb.LEFT_IN, words=perhaps(why), of=seq)], who, now)
    return standing(breach.row)


def _asked(breach: Standing, seq: int, wish: int) -> Written:
    """The wish with this number, which whoever answers has read.  Raises NobodyAsked."""
    found = breach.wish(seq)
    if found is None or found.act.seq != wish:
        raise NobodyAsked
    return found
