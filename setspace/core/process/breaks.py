"""Whether people are away from their screens, and who of them has come back."""

from setspace.core.process.state import State


def is_on(state: State) -> bool:
    """Whether there is a break now: by the plan, or because somebody called one."""
    return state.step is not None and (state.step.is_break or state.break_until is not None)
