"""A programme as search engines read it: a course with its dates, in the words of schema.org."""

from typing import Any

from django.conf import settings

from setspace.hosts.models import Programme, ProgrammeDate, ProgrammeSet
from setspace.hosts.queries.public import PublicPage
from setspace.hosts.queries.public_dates import begins, ends, title_of

Data = dict[str, Any]
ONLINE = "online"


def structured(page: PublicPage, path: str) -> Data:
    programme, url = page.programme, f"{settings.ORIGIN}{path}"
    course: Data = {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": programme.name,
        "description": page.lede,
        "url": url,
        "inLanguage": programme.language,
        "provider": {"@type": "Organization", "name": programme.host.name},
        "hasCourseInstance": [_set(one, programme, url) for one in page.sets if one.dates.all()],
    }
    if programme.audience:
        course["audience"] = {"@type": "Audience", "audienceType": programme.audience}
    return course


def _set(one: ProgrammeSet, programme: Programme, url: str) -> Data:
    held = [each for each in one.dates.all() if each.meeting is None or each.meeting.cancelled_at is None]
    events = [_event(each, programme, url) for each in held]
    instance: Data = {
        "@type": "CourseInstance",
        "name": one.label,
        "courseMode": "Online" if _is_online(programme) else "Onsite",
        "subEvent": events,
    }
    if events:
        instance |= {"startDate": events[0]["startDate"], "endDate": events[-1]["endDate"]}
    return instance


def _event(planned: ProgrammeDate, programme: Programme, url: str) -> Data:
    mode = "OnlineEventAttendanceMode" if _is_online(programme) else "OfflineEventAttendanceMode"
    return {
        "@type": "EducationEvent",
        "name": f"{programme.name}: {title_of(planned)}",
        "startDate": begins(planned).replace(tzinfo=programme.tz).isoformat(),
        "endDate": ends(planned).replace(tzinfo=programme.tz).isoformat(),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": f"https://schema.org/{mode}",
        "location": {"@type": "VirtualLocation", "url": url}
        if _is_online(programme)
        else {"@type": "Place", "name": programme.place},
    }


def _is_online(programme: Programme) -> bool:
    return programme.place.casefold().startswith(ONLINE)
