"""Next steps: what is still to happen, who is to do it, when, and whether it is scheduled, committed, requested or expected.

`verbs` reads the words round a verb, `reports` whose words they are, `futures` and `modals` what future they make of it, `demands` what
is asked of somebody, `nouns` the acts and events that a noun alone says; `twins` keeps one of those that say the same. `doubts` asks
what speaks against each: that it is `called_off`, said `long_ago`, told as `over`, `left_open` or `idle`. `find` knows their order,
and `weigh` how likely each is one that a desk would list; `programmes` reads what lines list by the clock or by name.
"""

from __future__ import annotations

from briefing.nlp.steps.find import find_steps
from briefing.nlp.steps.programmes import listed_steps
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.weigh import weigh_steps

__all__ = ["Scene", "Step", "find_steps", "listed_steps", "weigh_steps"]
