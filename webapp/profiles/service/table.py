"""The table of needs and expectations by group: how many people of a group ask about what."""

from webapp.needs import service as needs
from webapp.needs.service import habits as need_habits
from webapp.profiles.rules.groups import GROUPS
from webapp.profiles.rules.segments import rounded

# Under this key of the table stand needs whose aspect no officer has checked.
UNCHECKED = None
# By aspect the number of people in fives; 0 where fewer than five ask, or nobody.
AspectCounts = dict[needs.Aspect | None, int]


def asked_by_group() -> dict[str, AspectCounts]:
    """Of each group that the register of needs knows, how many people ask about each aspect, as
    officers decided, and how many about one that is only suggested.

    In fives, so that neither a table nor two of different days tell of a single person.
    """
    people, unchecked = need_habits.people_by_aspect(), need_habits.people_unchecked()
    return {
        key: {
            aspect: rounded(people.get((needs.Who(group.words.asks_as), aspect), 0))
            for aspect in needs.Aspect
        }
        | {UNCHECKED: rounded(unchecked.get(needs.Who(group.words.asks_as), 0))}
        for key, group in GROUPS.items()
        if group.words.asks_as
    }
