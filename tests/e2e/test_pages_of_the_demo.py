"""Every page that somebody can reach by links in the demonstration: accessible, narrow, without complaints."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from e2e.installation import Site
from e2e.visitor import Visitor

pytestmark = pytest.mark.browser

ACCOUNT = {
    "accounts:security", "accounts:sessions", "notices:own", "posts:mine", "own_data:page",
}  # fmt: skip
PLAN = ACCOUNT | {
    "core:desk", "plans:programme", "plans:actions", "plans:initiatives", "plans:undertaking", "plans:source",
    "plans:quality", "plans:amendments", "plans:amendment", "plans:timetable", "plans:timetable-quarter",
    "plans:timetable-gantt",
    "plans:timetable-list", "plans:timetable-load", "plans:statutory", "plans:feeds", "plans:make-feed",
    "institutions:list", "institutions:detail", "institutions:tree", "institutions:contacts",
}  # fmt: skip
SAME_FOR_ALL = PLAN - {"core:desk", "institutions:detail", "posts:mine", "accounts:security"}
"""What is shown to everybody alike is opened by everybody and inspected once."""
PUBLIC = {
    "portal:start", "portal:programme", "portal:area", "portal:action", "portal:initiatives", "portal:initiative",
    "portal:search", "portal:about-data", "portal:accessibility", "portal:privacy", "accounts:sign-in",
    "accounts:reset", "portal:events", "portal:event",
    "portal:voice", "portal:case",
    "portal:consultations", "portal:consultation", "portal:comment",
}  # fmt: skip
OWN_REPORTS = {
    "reporting:my-packets", "reporting:packet", "reporting:print-packet",
    "institutions:edit-contact",
    "posts:name-deputy", "plans:divide",
}  # fmt: skip
READ_ALL = {
    "reporting:periods", "reporting:matrix", "reporting:money",
    "reporting:packet", "reporting:print-packet",
    "reporting:matrix-by-period", "reporting:obligations",
    "editions:list", "editions:detail", "editions:fate", "editions:draft", "editions:outcome", "editions:consultation",
    "evaluation:list", "evaluation:detail", "evaluation:grade", "evaluation:rollups", "evaluation:sources",
    "evaluation:recommendations", "evaluation:recommendation", "documents:list", "documents:detail",
}  # fmt: skip
POSTS = {
    "posts:list", "posts:add", "posts:add-for-unit", "posts:detail", "posts:rename", "posts:abolish", "posts:seat",
    "posts:name-deputy", "posts:radar", "people:list", "people:add", "people:detail",
}  # fmt: skip
"""The first post of the list is vacant: pages about its holder are looked at in `test_pages_of_posts.py`."""
PROOF = {
    "administration:index", "administration:journal", "administration:journal-line", "administration:journal-receipt",
    "administration:verifications", "administration:verification", "administration:readings", "administration:rights",
}  # fmt: skip
MAIL = {"administration:mail", "administration:message", "administration:wordings", "administration:wording"}
OFFICE = {
    "institutions:edit", "institutions:create", "institutions:import-start", "institutions:duplicates",
    "institutions:merge", "institutions:aliases", "institutions:rename", "institutions:dissolve",
    "institutions:edit-contact", "intake:list", "intake:review", "intake:source", "reporting:plan-period",
    "plans:amend",
    "plans:findings", "plans:finding", "plans:set-aside-finding",
    "reporting:exceptions", "reporting:grant-exception", "reporting:withdraw-exception", "reporting:move-period-days",
    "reporting:period-files", "reporting:bring-file",
    "reporting:reminders", "reporting:pause-reminders", "reporting:ladder-steps",
    "reporting:ladder-step", "reporting:new-ladder-step",
    "reporting:close-period", "reporting:queue", "reporting:review", "reporting:links", "reporting:send-link",
    "evaluation:recommend", "evaluation:edit-recommendation", "evaluation:end-recommendation", "evaluation:cards",
    "evaluation:publish", "letters:list", "letters:detail", "letters:new", "letters:edit", "letters:number",
    "letters:delete", "letters:new-series", "letters:enter-in-case", "documents:texts", "documents:text",
    "documents:look", "documents:signatories", "documents:note-signing", "plans:divide", "plans:fill",
    "plans:fill-area",
    "plans:schedule", "plans:complete", "plans:add-milestone", "plans:move-milestone",
    "plans:finish-milestone", "plans:drop-milestone", "plans:set-many", "plans:change-statutory",
    "plans:add-statutory", "editions:consolidated", "editions:comment",
}  # fmt: skip
ACTIVITIES = {"activities:list", "activities:calendar", "activities:inspections", "activities:detail"}
OWN_ACTIVITIES = ACTIVITIES | {"activities:create", "activities:edit", "activities:cancel",
                               "activities:import-start", "activities:alike", "activities:join"}  # fmt: skip
COMMISSION = {
    "commission:composition", "commission:member", "commission:requests", "commission:request", "commission:reports",
    "commission:report", "commission:meetings", "commission:meeting", "commission:opinions", "commission:opinion",
    "commission:tasks",
}  # fmt: skip
OWN_COMMISSION = COMMISSION | {
    "commission:appoint", "commission:edit", "commission:move-end", "commission:end-member",
    "commission:correct-member", "commission:remove-member", "commission:new-request", "commission:reopen-request",
    "commission:announce-report", "commission:agenda", "commission:cancel-meeting", "commission:close-task",
    "commission:edit-item", "commission:list-to-sign", "commission:move-meeting", "commission:pack",
    "commission:people", "commission:plan-meeting",
}  # fmt: skip
COUNCIL = {"council:list", "council:matter", "council:threats"}
OWN_COUNCIL = COUNCIL | {"council:new", "council:step-back", "council:decide", "council:withdraw"}
SIGNALS = {
    "observations:list", "observations:detail", "observations:create", "observations:edit", "observations:answer",
    "observations:set-aside", "observations:channels", "observations:channel",
    "observations:add-channel", "observations:letters",
}  # fmt: skip
INDICATORS = {"indicators:list", "indicators:detail", "indicators:report"}
OWN_INDICATORS = INDICATORS | {
    "indicators:add", "indicators:change", "indicators:target", "indicators:break", "indicators:values",
}  # fmt: skip
ADMINISTRATION = {
    "administration:settings", "administration:setting", "administration:state", "administration:ticks",
    "administration:retention", "administration:persons-data", "administration:person-data",
    "administration:anonymise", "people:edit", "people:switch-off",
}  # fmt: skip
MOTIONS = {"motions:list", "motions:board", "motions:detail"}
PEOPLE = {
    "Anna Bezpieczna": PLAN
    | MOTIONS
    | {"motions:paper", "council:president"}
    | READ_ALL
    | OFFICE
    | POSTS
    | PROOF
    | MAIL
    | OWN_ACTIVITIES
    | SIGNALS
    | OWN_INDICATORS
    | OWN_COUNCIL
    | OWN_COMMISSION
    | {"activities:withhold", "reporting:version"},
    "Piotr Radny": PLAN
    | MOTIONS
    | READ_ALL
    | ACTIVITIES
    | INDICATORS
    | COUNCIL
    | COMMISSION
    | {"posts:name-deputy", "reporting:version"},
    "Jan Dzielnicowy": PLAN | OWN_REPORTS | OWN_ACTIVITIES | {"reporting:entry-history", "reporting:bring-file"},
    "Maria Komendancka": PLAN
    | MOTIONS
    | {"motions:new", "motions:edit", "motions:withdraw"}
    | OWN_REPORTS
    | OWN_ACTIVITIES,
    "Tomasz Informatyk": PLAN | POSTS | PROOF | MAIL | ADMINISTRATION,
}
ROOMS = (
    "core", "accounts", "plans", "institutions", "posts", "people", "intake", "reporting", "evaluation", "documents",
    "administration", "own_data", "notices", "letters", "activities", "indicators", "observations", "commission",
    "motions", "editions", "council",
)  # fmt: skip
NOT_PAGES = {
    "documents:file", "intake:original", "intake:template", "intake:as-template", "intake:page", "plans:source-file",
    "reporting:snapshot", "letters:preview", "activities:file", "portal:events-feed", "reporting:packet-pdf",
    "reporting:packet-docx", "reporting:version-pdf", "reporting:packet-workbook", "reporting:packet-form",
    "reporting:bundle", "reporting:file-problems", "reporting:file-as-brought", "activities:import-pattern",
    "activities:import-refused", "documents:sample", "motions:file", "council:president-sheet",
    "commission:meeting-calendar",
    "commission:pack-preview",
}  # fmt: skip


def page_name(url: str) -> str:
    try:
        return resolve(urlsplit(url).path).view_name
    except Resolver404:
        return ""


def links(visitor: Visitor) -> list[str]:
    here = "links => links.map(link => link.href)"
    found = visitor.page.locator("a[href]").evaluate_all(here)
    return [url.split("#")[0] for url in found if url.startswith(visitor.site.url) and "export=" not in url]


def wander(visitor: Visitor, starts: list[str], *, prefixes: tuple[str, ...]) -> Iterator[str]:
    """Open the first address of each kind of page that links lead to; the name of each page opened."""
    seen, waiting = {page_name(start) for start in starts}, list(starts)
    while waiting:
        visitor.open(waiting.pop(0))
        yield page_name(visitor.path)
        for url in links(visitor):
            name = page_name(url)
            if name not in seen | NOT_PAGES and name.startswith(prefixes):
                seen.add(name)
                waiting.append(url.removeprefix(visitor.site.url))


def look_around(
    visitor: Visitor, starts: list[str], *, who: str, prefixes: tuple[str, ...], inspected: set[str]
) -> tuple[set[str], list[str]]:
    """The kinds of pages that were found, and all that is wrong with those nobody inspected yet."""
    seen, faults = set(), []
    for name in wander(visitor, starts, prefixes=prefixes):
        seen.add(name)
        if name not in inspected:
            faults += visitor.faults(f"demo-{who}-{name.replace(':', '-')}")
    inspected |= seen & SAME_FOR_ALL
    return seen, faults


UNSENT = """SELECT packet.id FROM reporting_packet packet JOIN reporting_period period ON period.id = packet.period_id
    WHERE period.state = 'open' AND packet.submitted_at IS NULL ORDER BY packet.id LIMIT 1"""


def starts_of(name: str, site: Site) -> list[str]:
    """The desk; the coordinator also opens a report nobody sent yet: which one the desk names changes with time."""
    ((unsent,),) = site.rows(UNSENT)
    return ["/praca/", f"/praca/sprawozdania/{unsent}/"] if name == "Anna Bezpieczna" else ["/praca/"]


@pytest.fixture(scope="module")
def inspected() -> set[str]:
    """Kinds of pages, the same for all, that one of the people inspected already."""
    return set()


@pytest.mark.parametrize("name", PEOPLE)
def test_each_person_finds_their_pages_and_each_is_fit_to_use(
    demo_site: Site, visit: Callable[..., Visitor], inspected: set[str], name: str
) -> None:
    visitor = visit(demo_site)
    visitor.sign_in(name)
    who = name.split(maxsplit=1)[0].lower()

    found = look_around(visitor, starts_of(name, demo_site), who=who, prefixes=ROOMS, inspected=inspected)

    assert found == (PEOPLE[name], [])


def test_a_resident_finds_all_public_pages(demo_site: Site, visit: Callable[..., Visitor]) -> None:
    found = look_around(visit(demo_site), ["/"], who="mieszkaniec", prefixes=("portal", "accounts"), inspected=set())

    assert found == (PUBLIC, [])
