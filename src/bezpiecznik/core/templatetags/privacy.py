"""`{% personal_notice text reason as_reviewer=True %}`: a gentle warning where words name a person; else nothing."""

from typing import Any

from django import template
from django.template import RequestContext

from bezpiecznik.core.privacy import Check

register = template.Library()


@register.inclusion_tag("core/_personal_notice.html", takes_context=True)
def personal_notice(context: RequestContext, *texts: str, as_reviewer: bool = False) -> dict[str, Any]:
    check: Check = context.request.__dict__.setdefault("personal_check", Check())
    return {"findings": [found for text in texts for found in check.findings(text)], "as_reviewer": as_reviewer}
