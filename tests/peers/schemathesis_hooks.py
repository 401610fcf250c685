# SPDX-License-Identifier: GPL-3.0-or-later
# Idempotency keys are invented anew for each series of calls, and the short ones come again: a creation of an earlier
# series would be answered once more, with a key that was deleted since. So each well-formed one gets the call's own tail.
import re

import schemathesis
from schemathesis.generation.meta import TestPhase


@schemathesis.hook
def before_call(context, case, **kwargs):
    key = (case.headers or {}).get("Idempotency-Key")
    alone = case.meta is not None and case.meta.phase.name == TestPhase.COVERAGE
    if not alone and isinstance(key, str) and len(key) <= 200 and re.fullmatch(r"[\x21-\x7e]+[ \t]*", key):
        case.headers["Idempotency-Key"] = key.rstrip() + case.id
