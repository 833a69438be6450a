"""Whether the tests are to be thorough, as in CI: more sessions and presses, pages looked at in every way.

``SETSPACE_TEST_THOROUGH=1 make check`` takes twice as long. Without it, such tests do a part of the same.
"""

import os

THOROUGH = os.environ.get("SETSPACE_TEST_THOROUGH", "") == "1"
