# SPDX-License-Identifier: GPL-3.0-or-later
# Idempotency keys are invented anew for each series of calls, and the short ones come again: a creation of an earlier
# series would be answered once more, with a key that was deleted since. So each well-formed one gets the call's own tail.
import re

import schemathesis


@schemathesis.hook
def before_call(context, case, kwargs):
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and re.fullmatch(r"[\x21-\x7e]{1,200}", key):
        kwargs["headers"] = {**(kwargs.get("headers") or {}), "Idempotency-Key": key + case.id}
