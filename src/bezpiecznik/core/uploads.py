"""The body of a request is refused by its announced size, before anything of it is written to the disk."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class RefuseHuge(FileUploadHandler):
    """First of the upload handlers: looks at the length of the whole form, and keeps nothing itself.

    Without it anybody, not even signed in, could fill the disk: forms are parsed while their token is looked for.
    """

    def handle_raw_input(self, *args: Any, **_named: Any) -> None:
        _body, _meta, content_length, *_more = args
        if content_length > settings.LARGEST_BODY:
            raise RequestDataTooBig("The announced size of the form exceeds LARGEST_BODY.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
