"""Letters as bytes: decent ones and hostile ones."""

from email.message import EmailMessage


def letter(text: str = "W nocy znów rozbito wiatę.", **headers: str) -> bytes:
    """From the newspaper, unless headers say otherwise (`Message_ID` is Message-ID); a blank one is left out."""
    message = EmailMessage()
    told = {
        "From": "Redakcja <redakcja@gazeta.example>", "To": "sygnaly@miasto.example", "Subject": "Rozbita wiata",
        "Date": "Thu, 03 Nov 2022 23:30:00 +0000", "Message-ID": "<1@gazeta.example>",
    } | {name.replace("_", "-"): value for name, value in headers.items()}  # fmt: skip
    for name, value in told.items():
        if value:
            message[name] = value
    message.set_content(text)
    return message.as_bytes()


def raw(body: bytes, content_type: str, *more: bytes) -> bytes:
    """A letter of exactly these bytes."""
    head = [b"From: redakcja@gazeta.example", b"Subject: Test", b"Message-ID: <2@gazeta.example>",
            f"Content-Type: {content_type}".encode(), *more]  # fmt: skip
    return b"\r\n".join(head) + b"\r\n\r\n" + body
