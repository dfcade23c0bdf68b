"""Those who work in the invented town and what was written to them, in bulk."""

from datetime import date, timedelta

MESSAGES, LETTERS = 20_000, 2_000


def gather(*, by):
    """Two people and posts in each institution, a contact, a link; messages and letters over the years."""
    from bezpiecznik.accounts.models import User
    from bezpiecznik.core import clock
    from bezpiecznik.core.polish import search_text
    from bezpiecznik.institutions.models import Contact, Holding, Institution, Post
    from bezpiecznik.institutions.rights import Role
    from bezpiecznik.letters.models import Letter
    from bezpiecznik.notices.models import Message
    from bezpiecznik.reporting.models import LinkToken, OneTimeLink

    bodies = list(Institution.objects.order_by("pk"))
    Institution.objects.filter(pk__in=[body.pk for body in bodies[20:]]).update(parent=bodies[3])
    now = clock.now()
    seats = [(body, role) for body in bodies for role in (Role.REPORTER, Role.HEAD)]
    users = User.objects.bulk_create(
        User(
            email=f"osoba{n}@bench.example", first_name="Osoba", last_name=f"Numer{n}", function=str(role.label),
            last_login=now - timedelta(days=n % 300) if n % 7 else None,
        )
        for n, (_body, role) in enumerate(seats)
    )  # fmt: skip
    posts = Post.objects.bulk_create(
        Post(name=f"{role.label} w {body.abbr}", role=role, institution=body) for body, role in seats
    )
    Holding.objects.bulk_create(
        Holding(post=post, user=user, since=date(2020, 1, 1))
        for n, (post, user) in enumerate(zip(posts, users, strict=True)) if n % 11
    )  # fmt: skip
    Contact.objects.bulk_create(
        Contact(institution=body, phone="41 000 00 00", email=f"{body.abbr}@bench.example") for body in bodies[::2]
    )
    messages = []
    for n in range(MESSAGES):
        user, at = users[n % len(users)], now - timedelta(minutes=60 * (MESSAGES - n))
        state = ("sent", "sent", "sent", "failed", "bounced")[n % 5 if n % 50 < 5 else 0]
        subject = f"Wiadomość numer {n}"
        messages.append(Message(
            kind="reporting.opened", user=user, address=user.email, subject=subject, body="Treść wiadomości. " * 20,
            state=state, created_at=at, due_at=at, sent_at=at, bounced_at=at if state == "bounced" else None,
            bounce="hard" if state == "bounced" else "", search_text=search_text(subject, user.email),
        ))  # fmt: skip
    Message.objects.bulk_create(messages, batch_size=2_000)
    Letter.objects.bulk_create(
        (
            Letter(
                institution=bodies[n % len(bodies)], addressee=bodies[n % len(bodies)].name, place="Miasto Duże",
                subject=f"Sprawozdanie za rok {2020 + n % 4}", body="Uprzejmie proszę o złożenie sprawozdania. " * 20,
                signatory_function="Sekretarz", made_by=by, search_text=search_text(f"sprawozdanie {n}"),
            )
            for n in range(LETTERS)
        ),
        batch_size=500,
    )  # fmt: skip
    links = OneTimeLink.objects.bulk_create(
        OneTimeLink(
            institution=body, user=user, made_by=by, search_text=search_text(user.get_full_name(), body.name)
        )
        for body, user in zip(bodies, users, strict=False)
    )  # fmt: skip
    LinkToken.objects.bulk_create(
        LinkToken(
            link=link, digest=f"{again}-{link.pk}", made_by=by, made_at=now - timedelta(days=again), expires_at=now
        )
        for again in (3, 2, 1) for link in links
    )  # fmt: skip
