"""The table of needs and expectations by group: how many people of a group ask about what."""

from collections import Counter

from webapp.groups import service as groups
from webapp.needs import service as needs
from webapp.needs.service import habits as need_habits
from webapp.profiles.rules.segments import rounded

# Under this key of the table stand needs whose aspect no officer has checked.
UNCHECKED = None
# By aspect the number of people in fives; 0 where fewer than five ask, or nobody.
AspectCounts = dict[needs.Aspect | None, int]


def asked_by_group() -> dict[str, AspectCounts]:
    """Of each group that the register of needs knows, how many people ask about each aspect, as
    officers decided, and how many about one that is only suggested.

    A need is of the group that an officer chose for it, else of the one that stands for who asked.
    In fives, so that neither a table nor two of different days tell of a single person.
    """
    stands_for = groups.asks_as()
    people: Counter[tuple[str, needs.Aspect | None]] = Counter()
    for chosen, who, aspect, asking in need_habits.people_by_group():
        people[chosen or stands_for.get(who, ""), aspect] += asking
    known = {key for key, _aspect in people} | set(stands_for.values())
    return {
        group.key: {
            aspect: rounded(people[group.key, aspect]) for aspect in (*needs.Aspect, UNCHECKED)
        }
        for group in groups.list_groups()
        if group.key in known
    }
