"""The core's tests are many and quick: few examples each, the same every time; in CI more of them."""

from hypothesis import HealthCheck, settings

from tests.thorough import THOROUGH

settings.register_profile(
    "core",
    max_examples=40 if THOROUGH else 8,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("core")
