"""The core's tests are many and quick: few examples each, the same every time."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "core",
    max_examples=25,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("core")
