"""Every address x every role, own and foreign: the expected answers are written down in one table.

`ok` opened or acted · `in` sent to sign in · `404` not for this person, who does not learn whether it exists ·
`403` known to this person, but not theirs to do · `405` this address has no such method.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
import rights_of_editions as next_programme
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from rights_world import World, build

from bezpiecznik.administration.rights_table import TABLE, VISITORS
from bezpiecznik.institutions.people.invitations import link_of
from bezpiecznik.notices.links import unsubscribe_token
from bezpiecznik.plans import feeds
from bezpiecznik.reporting import link_session

pytestmark = pytest.mark.django_db


def addresses(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[str]:
    """Names of all addresses of the house."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}"
        else:
            yield from addresses(pattern, f"{pattern.namespace}:" if pattern.namespace else prefix)


def expected() -> dict[tuple[str, str], dict[str, str]]:
    with TABLE.open(encoding="utf-8") as stream:
        return {(row.pop("address"), row.pop("method")): row for row in csv.DictReader(stream, delimiter="\t")}


EXPECTED = expected()

Arguments = Callable[[World], tuple[Any, ...]]
ARGUMENTS: dict[str, Arguments] = {
    "portal:area": lambda _: (1,),
    "portal:action": lambda _: (1, 1),
    "portal:initiative": lambda _: (1,),
    "portal:event": lambda w: (w.activity.pk,),
    "portal:event-picture": lambda w: (w.activity.pk, w.photo.pk),
    **dict.fromkeys(
        ("activities:file", "activities:thumbnail", "activities:edit-file", "activities:remove-file"),
        lambda w: (w.photo.pk,),
    ),
    **dict.fromkeys(("activities:join", "activities:tell-apart"), lambda w: (w.activity.pk, w.twin.pk)),
    **dict.fromkeys(
        (f"observations:{verb}" for verb in ("detail", "edit", "consider", "answer", "reopen", "set-aside")),
        lambda w: (w.signal().pk,),
    ),
    "observations:merge": lambda w: (w.signal().pk, w.signal("Przystanki bez lamp").pk),
    "observations:channel": lambda w: (w.channel().pk,),
    **dict.fromkeys(
        ("observations:letter", "observations:accept-letter", "observations:reject-letter"),
        lambda w: (w.incoming().pk,),
    ),
    "activities:split": lambda w: (w.joined.pk,),
    **dict.fromkeys(
        ("activities:import", "activities:import-columns", "activities:import-refused", "activities:import-undo"),
        lambda w: (w.activity_file.pk,),
    ),
    **dict.fromkeys(
        ("indicators:detail", "indicators:change", "indicators:target", "indicators:break", "indicators:keep"),
        lambda w: (w.indicator.pk,),
    ),
    **dict.fromkeys(("indicators:values", "indicators:report", "indicators:make-report"), lambda _: (2023, 1)),
    **dict.fromkeys(
        (
            "council:matter",
            "council:justification",
            "council:prepare",
            "council:inform",
            "council:submit",
            "council:decide",
            "council:announce",
            "council:step-back",
            "council:withdraw",
            "council:changes",
        ),
        lambda w: (w.matter.pk,),
    ),
    **dict.fromkeys(("council:threats", "council:make-threats"), lambda w: (w.programme.pk, 2021)),
    **next_programme.ARGUMENTS,
    "plans:amendment": lambda w: (next_programme.amendment(w).pk,),
    **dict.fromkeys(("editions:start", "editions:consolidated"), lambda w: (w.programme.pk,)),
    **dict.fromkeys(
        (
            "editions:detail",
            "editions:continue",
            "editions:undo-batch",
            "editions:confirm-sure",
            "editions:draft",
            "editions:passages",
            "editions:add-area",
            "editions:add-item",
            "editions:outcome",
            "editions:publish",
            "editions:link",
            "editions:adopt",
            "editions:abandon",
        ),
        lambda w: (next_programme.edition(w).pk,),
    ),
    "editions:document": lambda w: (next_programme.edition(w).pk, "draft-programme"),
    **dict.fromkeys(("editions:fate", "editions:reopen"), lambda w: (next_programme.fate(w).pk,)),
    "editions:area": lambda w: (next_programme.area(w).pk,),
    **dict.fromkeys(("editions:item", "editions:remove-item"), lambda w: (next_programme.item(w).pk,)),
    **dict.fromkeys(
        ("editions:consultation", "editions:close", "portal:consultation"),
        lambda w: (next_programme.consultation(w).pk,),
    ),
    **dict.fromkeys(("editions:comment", "editions:withhold"), lambda w: (next_programme.comment(w).pk,)),
    "portal:comment": lambda w: (next_programme.consultation(w).pk, "dzialanie-1-1"),
    "core:job": lambda w: (w.document.job_id,),
    "core:job-retry": lambda w: (w.document.job_id,),
    "core:job-cancel": lambda w: (w.document.job_id,),
    "notices:unsubscribe": lambda w: (unsubscribe_token(w.people["reporter"].pk, ["reporting.accepted"]),),
    **dict.fromkeys(("administration:message", "administration:send-again"), lambda w: (w.message.pk,)),
    **dict.fromkeys(("administration:wording", "administration:restore-wording"), lambda _: ("reporting.opened",)),
    "institutions:remove-alias": lambda w: (w.police.aliases.get().pk,),
    "institutions:end-member": lambda w: (w.police.collectives.get().pk,),
    "institutions:cancel-renaming": lambda w: (w.police.names.exclude(since=None).get().pk,),
    **dict.fromkeys(("institutions:import", "institutions:import-refused"), lambda w: (w.brought.pk,)),
    **dict.fromkeys(("openid_connect_login", "openid_connect_callback"), lambda _: ("nieznany",)),
    "accounts:reset-set": lambda _: ("MQ", "nie-ten-odnosnik"),
    **dict.fromkeys(
        (
            "accounts:end-session",
            "accounts:unlink-identity",
            "mfa_edit_webauthn",
            "mfa_remove_webauthn",
        ),
        lambda _: (404_404,),
    ),
    "documents:file": lambda w: (w.document.files.first().pk,),
    "documents:page": lambda w: (w.document.pk, 1),
    "documents:undo-signing": lambda w: (w.signing().pk,),
    "documents:logo": lambda w: (w.look().pk,),
    "documents:signatories": lambda _: ("pozostale",),
    **dict.fromkeys(("documents:text", "documents:restore-text"), lambda _: ("draft-resolution", "execution")),
    "verification:document": lambda w: (w.document.verify_code,),
    "letters:enter-in-case": lambda w: (w.document.pk,),
    "plans:post-programmes": lambda w: (w.handover.after.post_id,),
    "plans:divide": lambda w: (w.police.pk,),
    **dict.fromkeys(
        (
            "people:detail",
            "people:edit",
            "people:switch-off",
            "people:switch-on",
            "people:sign-out",
            "people:take-factors",
        ),
        lambda w: (w.people["reporter"].pk,),
    ),
    "people:invite-again": lambda w: (w.invitation.user.pk,),
    "people:show-link": lambda w: (w.invitation.pk,),
    "people:revoke": lambda w: (w.invitation.pk,),
    "people:accept": lambda w: (link_of(w.invitation).split("/")[-2],),
    "posts:add": lambda w: (w.police.pk,),
    **dict.fromkeys(
        ("posts:detail", "posts:rename", "posts:abolish", "posts:seat"), lambda w: (w.handover.after.post.pk,)
    ),
    **dict.fromkeys(("posts:end", "posts:hand-over", "posts:name-deputy"), lambda w: (w.handover.after.pk,)),
    "posts:end-absence": lambda w: (w.absence.pk,),
    **dict.fromkeys(("posts:handover", "posts:mark-read", "posts:undo"), lambda w: (w.handover.pk,)),
    "plans:undertaking": lambda w: (w.patrols.pk,),
    "plans:fill": lambda w: (w.patrols.pk,),
    "plans:fill-area": lambda w: (w.patrols.area_id,),
    "plans:fill-many": lambda w: (w.programme.pk,),
    **dict.fromkeys(
        ("plans:schedule", "plans:complete", "plans:reopen-undertaking", "plans:add-milestone"),
        lambda w: (w.patrols.pk,),
    ),
    **dict.fromkeys(
        ("plans:move-milestone", "plans:finish-milestone", "plans:drop-milestone", "plans:restore-milestone"),
        lambda w: (w.milestone.pk,),
    ),
    "plans:set-many": lambda w: (w.programme.pk,),
    **dict.fromkeys(("plans:change-statutory", "plans:restore-statutory"), lambda w: (w.statutory.pk,)),
    **dict.fromkeys(("plans:renew-feed", "plans:revoke-feed"), lambda w: (w.feed.pk,)),
    "calendars:read": lambda w: (feeds.token_of(w.feed),),
    "plans:source": lambda w: (w.programme.pk,),
    "plans:source-file": lambda w: (w.programme.pk,),
    "intake:see-part": lambda w: (w.intake.pk, "area-1"),
    "intake:add": lambda w: (w.intake.pk, "area-1"),
    **dict.fromkeys(
        ("intake:row", "intake:undo", "intake:remove", "intake:restore"), lambda w: (w.intake.pk, "areas:0:0")
    ),
    "intake:merge": lambda w: (w.intake.pk, "areas:0:0"),
    "intake:page": lambda w: (w.intake.pk, 1),
    "intake:settle-left": lambda w: (w.intake.pk, "nic-takiego"),
    **dict.fromkeys(("intake:repair", "intake:set-aside", "intake:reopen"), lambda w: (w.intake.pk, w.fault)),
    "plans:findings": lambda w: (w.programme.pk,),
    "plans:amendments": lambda w: (w.programme.pk,),
    "plans:amend": lambda w: (w.programme.pk,),
    "plans:funding": lambda w: (w.initiative.pk,),
    "reporting:money": lambda w: (w.programme.pk,),
    **dict.fromkeys(
        ("plans:finding", "plans:settle-finding", "plans:set-aside-finding", "plans:reopen-finding"),
        lambda w: (w.finding.pk,),
    ),
    "reporting:open-period": lambda w: (w.planned.pk,),
    **dict.fromkeys(
        ("reporting:renew-obligations", "reporting:close-period", "reporting:matrix"), lambda w: (w.open.pk,)
    ),
    **dict.fromkeys(("reporting:reminders", "reporting:pause-reminders"), lambda w: (w.open.pk,)),
    "reporting:resume-reminders": lambda w: (w.pause.pk,),
    "reporting:ladder-step": lambda w: (w.ladder_step.pk,),
    **dict.fromkeys(("reporting:period-files", "reporting:make-bundle"), lambda w: (w.open.pk,)),
    "reporting:bundle": lambda w: (w.bundled().pk,),
    **dict.fromkeys(
        ("reporting:packet-workbook", "reporting:packet-form", "reporting:bring-file"), lambda w: (w.draft.pk,)
    ),
    **dict.fromkeys(
        ("reporting:brought-file", "reporting:undo-file", "reporting:file-problems", "reporting:file-as-brought"),
        lambda w: (w.brought_file().pk,),
    ),
    "reporting:move-period-days": lambda w: (w.open.pk,),
    "reporting:withdraw-exception": lambda w: (w.exception().pk,),
    "reporting:compare-versions": lambda w: (w.submitted.pk, 1, 1),
    "reporting:undo-acceptance": lambda w: (w.accepted().pk,),
    **dict.fromkeys(("reporting:answer-remark", "reporting:settle-remark"), lambda w: (w.remark().pk,)),
    "reporting:snapshot": lambda w: (w.closed.pk,),
    **dict.fromkeys(
        (
            "reporting:save-entry",
            "reporting:entry-history",
            "reporting:reuse-text",
            "reporting:take-sum",
            "reporting:insert-activities",
        ),
        lambda w: (w.draft_entry.pk,),
    ),
    **dict.fromkeys(
        ("reporting:quote-partner", "reporting:take-stance"), lambda w: (w.draft_entry.pk, w.partner_of(w.draft_entry))
    ),
    "reporting:answer-stance": lambda w: (w.stance().pk,),
    "reporting:answer-doubt": lambda w: (w.doubt(w.draft).pk,),
    "reporting:settle-doubt": lambda w: (w.doubt(w.submitted).pk,),
    "reporting:take-contribution": lambda w: (w.draft_entry.pk, w.added.pk),
    "reporting:contribute": lambda w: (w.asked_to_add.obligation.packet_id, w.police.pk),
    "reporting:save-contribution": lambda w: (w.asked_to_add.pk, w.police.pk),
    **dict.fromkeys(("reporting:reuse-all", "reporting:undo-reuse-all"), lambda w: (w.draft.pk,)),
    **dict.fromkeys(("reporting:hand-over", "reporting:submit-packet"), lambda w: (w.draft.pk,)),
    **dict.fromkeys(("reporting:take-back", "reporting:sign-packet"), lambda w: (w.to_sign().pk,)),
    **dict.fromkeys(("reporting:version", "reporting:version-pdf"), lambda w: (w.submitted.pk, 1)),
    **dict.fromkeys(
        ("administration:person-data", "administration:ask-for-export", "administration:anonymise"),
        lambda w: (w.people["guest"].pk,),
    ),
    "administration:take-export": lambda w: (w.export_of(by="administrator").pk,),
    "own_data:take": lambda w: (w.export_of(by="guest").pk,),
    "reporting:reopen-packet": lambda w: (w.accepted().pk,),
    **dict.fromkeys(("reporting:resend-link", "reporting:revoke-link"), lambda w: (w.link.link_id,)),
    **dict.fromkeys(("links:open", "links:ask"), lambda w: (w.address,)),
    **dict.fromkeys(
        ("letters:detail", "letters:edit", "letters:preview", "letters:delete", "letters:number"),
        lambda w: (w.letter.pk,),
    ),
    **dict.fromkeys(("letters:cancel", "letters:note-sending"), lambda w: (w.numbered.pk,)),
    "letters:undo-sending": lambda w: (w.sent_letter().pk,),
    **dict.fromkeys(("commission:appoint", "commission:move-end"), lambda w: (w.commission.term.pk,)),
    **dict.fromkeys(
        ("commission:member", "commission:end-member", "commission:correct-member", "commission:remove-member"),
        lambda w: (w.commission.seat.pk,),
    ),
    **dict.fromkeys(
        (
            "commission:request",
            "commission:request-sent",
            "commission:request-answered",
            "commission:request-refused",
            "commission:withdraw-request",
            "commission:reopen-request",
            "commission:add-request-file",
        ),
        lambda w: (w.commission.asked.pk,),
    ),
    **dict.fromkeys(
        ("commission:edit-request", "commission:delete-request", "commission:preview-request", "commission:ask"),
        lambda w: (w.commission.draft.pk,),
    ),
    **dict.fromkeys(("commission:request-file", "commission:remove-request-file"), lambda w: (w.commission.file.pk,)),
    "commission:start-report": lambda w: (w.commission.report.year - 1,),
    **dict.fromkeys(
        (
            "commission:report",
            "commission:edit-report",
            "commission:preview-report",
            "commission:approve-report",
            "commission:reopen-report",
            "commission:submit-report",
            "commission:announce-report",
        ),
        lambda w: (w.commission.report.pk,),
    ),
    **dict.fromkeys(("motions:file", "motions:remove-file"), lambda w: (w.motion_file.pk,)),
    **dict.fromkeys(
        (
            "commission:meeting",
            "commission:move-meeting",
            "commission:cancel-meeting",
            "commission:meeting-calendar",
            "commission:agenda",
            "commission:add-proposals",
            "commission:invite",
            "commission:people",
            "commission:list-to-sign",
            "commission:open-session",
            "commission:pack",
            "commission:pack-preview",
        ),
        lambda w: (w.meetings.coming.pk,),
    ),
    **dict.fromkeys(
        (
            "commission:edit-item",
            "commission:move-item",
            "commission:remove-item",
            "commission:add-document",
            "commission:add-file",
        ),
        lambda w: (w.meetings.point.pk,),
    ),
    **dict.fromkeys(("commission:paper", "commission:remove-paper"), lambda w: (w.meetings.paper.pk,)),
    "commission:answer": lambda w: (w.meetings.place.pk,),
    "commission:remove-guest": lambda w: (w.meetings.guest.pk,),
    **dict.fromkeys(
        (
            "commission:session",
            "commission:keep-attendance",
            "commission:close-session",
            "commission:minutes-preview",
            "commission:adopt-minutes",
        ),
        lambda w: (w.meetings.held.pk,),
    ),
    **dict.fromkeys(
        (
            "commission:write-item",
            "commission:vote",
            "commission:vote-by-name",
            "commission:give-opinion",
            "commission:add-task",
        ),
        lambda w: (w.meetings.item.pk,),
    ),
    "commission:withdraw-vote": lambda w: (w.meetings.vote.pk,),
    **dict.fromkeys(
        (
            "commission:opinion",
            "commission:correct-opinion",
            "commission:issue-opinion",
            "commission:remove-opinion",
        ),
        lambda w: (w.meetings.opinion.pk,),
    ),
    **dict.fromkeys(
        ("commission:close-task", "commission:reopen-task", "commission:remove-task"),
        lambda w: (w.meetings.task.pk,),
    ),
    "evaluation:start": lambda w: (w.programme.pk, 2022),
    **dict.fromkeys(("evaluation:grade", "evaluation:decide", "evaluation:paragraph"), lambda w: (w.grade.pk,)),
    **dict.fromkeys(
        ("evaluation:rollups", "evaluation:sources", "evaluation:cards"),
        lambda w: (w.finished.pk,),
    ),
    "evaluation:propose-again": lambda w: (w.drafted.pk,),
    **dict.fromkeys(
        (
            "evaluation:recommendation",
            "evaluation:edit-recommendation",
            "evaluation:note-recommendation",
            "evaluation:end-recommendation",
            "evaluation:reopen-recommendation",
        ),
        lambda w: (w.recommendation().pk,),
    ),
    **dict.fromkeys(("evaluation:report", "evaluation:publish", "evaluation:decide-text"), lambda w: (w.finished.pk,)),
    "administration:journal-line": lambda _: (1,),
    "administration:verification": lambda w: (w.checked.pk,),
    **dict.fromkeys(("administration:setting", "administration:setting-reset"), lambda _: ("core.unit_name",)),
}
DEFAULTS: dict[str, Arguments] = {
    "institutions": lambda w: (w.police.pk,),
    "documents": lambda w: (w.document.pk,),
    "intake": lambda w: (w.intake.pk,),
    "activities": lambda w: (w.activity.pk,),
    "reporting": lambda w: (w.submitted.pk,),
    "evaluation": lambda w: (w.drafted.pk,),
    "letters": lambda w: (w.series.pk,),
    "motions": lambda w: (w.motion.pk,),
}


MAY_MOST = ("coordinator", "administrator", "reporter", "president", "visitor", "link")

HTMX = {"HX-Request": "true", "HX-Target": "rows"}

REFUSED_FOR_CONTENT = {409, 422}
"""The person may; what they sent (nothing, here) is out of date or incomplete."""


def address_of(name: str, world: World) -> str:
    if name in ARGUMENTS:
        return reverse(name, args=ARGUMENTS[name](world))
    try:
        return reverse(name)
    except NoReverseMatch:
        return reverse(name, args=DEFAULTS[name.partition(":")[0]](world))


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """Built once; every question is asked in a transaction of its own that is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        built = build(tmp_path_factory.mktemp("files"))
        built.sessions.update({role: key_of_session(built, role) for role in VISITORS if role != "visitor"})
        yield built
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _files_of_the_world(_files_of_its_own: None, world: World, settings: Any) -> None:
    settings.MEDIA_ROOT = world.files


def answer(world: World, role: str, name: str, method: str) -> str:
    """What one visitor is answered; nothing of it stays."""
    return answers(world, [role], name, method)[role]


def answers(world: World, roles: Iterable[str], name: str, method: str, **headers: str) -> dict[str, str]:
    """What each visitor is answered at the same address of the same world; nothing of it stays."""
    with transaction.atomic():
        address = address_of(name, world)
        told = {role: _answered(browser_of(world, role), method, address, headers) for role in roles}
        transaction.set_rollback(True)
    return told


def _answered(browser: Client, method: str, address: str, headers: dict[str, str]) -> str:
    with transaction.atomic():
        response = browser.generic(method, address, headers=headers)
        if response.streaming:
            response.getvalue()  # to its end, so that the file is closed
        transaction.set_rollback(True)
    if response.status_code == 302 and response["Location"].startswith(reverse("accounts:sign-in")):
        return "in"
    return (
        "ok" if response.status_code < 400 or response.status_code in REFUSED_FOR_CONTENT else str(response.status_code)
    )


def key_of_session(world: World, role: str) -> str:
    """Of a new session in which this visitor is signed in; it serves every question."""
    client = Client()
    if role == "link":
        open_link(client, world)
    else:
        client.force_login(world.people[role], backend="django.contrib.auth.backends.ModelBackend")
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


def browser_of(world: World, role: str) -> Client:
    """One for each visitor, with the cookies it came with and none of those it was given since."""
    browser = world.browsers.setdefault(role, Client())
    browser.cookies.clear()
    if role in world.sessions:
        browser.cookies[settings.SESSION_COOKIE_NAME] = world.sessions[role]
    return browser


def open_link(client: Client, world: World) -> None:
    session = client.session
    session[link_session.KEY] = world.link.pk
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key


def test_every_address_stands_in_the_table() -> None:
    assert set(EXPECTED) == {(name, method) for name in addresses() for method in ("GET", "POST")}


@pytest.mark.one_database
@pytest.mark.parametrize(("name", "method"), list(EXPECTED))
def test_each_role_gets_the_answer_of_the_table(world: World, name: str, method: str) -> None:
    assert answers(world, VISITORS, name, method) == EXPECTED[name, method]


@pytest.mark.one_database
@pytest.mark.parametrize("name", [name for name, method in EXPECTED if method == "GET"])
def test_a_part_of_a_page_asks_the_same_rights_as_the_page(world: World, name: str) -> None:
    """Whoever is refused the page is refused its part; of those who are not, one sees that there is a part."""
    expected = {role: said for role, said in EXPECTED[name, "GET"].items() if said != "405"}
    opening = [role for role, said in expected.items() if said == "ok"]
    asked = {role: said for role, said in expected.items() if role not in opening[1:]}
    assert answers(world, asked, name, "GET", **HTMX) == asked


@pytest.mark.skipif(connection.vendor == "sqlite", reason="On SQLite every visitor asks, above")
@pytest.mark.parametrize("room", sorted({name.partition(":")[0] for name, _method in EXPECTED}))
def test_every_address_answers_on_the_other_database_too(world: World, room: str) -> None:
    """Those who may most ask, by GET and POST: rights are the same on either database, what pages ask of it is not."""
    for (name, method), expected in EXPECTED.items():
        if name.partition(":")[0] == room:
            roles = [role for role in MAY_MOST if expected[role] == "ok"][:2]
            assert answers(world, roles, name, method) == dict.fromkeys(roles, "ok"), (name, method)


def test_the_table_is_as_large_as_the_house() -> None:
    """Printed with -s: how many questions the matrix asks."""
    questions = len(EXPECTED) * len(VISITORS)
    print(f"{questions} questions: {len(EXPECTED) // 2} addresses x 2 methods x {len(VISITORS)} roles")

    assert questions == len(list(addresses())) * 2 * len(VISITORS)
