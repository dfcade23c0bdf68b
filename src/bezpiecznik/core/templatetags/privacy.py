"""`{% personal_notice text reason as_reviewer=True %}`: a gentle warning where words name a person; else nothing."""

from typing import Any

from django import template

from bezpiecznik.core.privacy import findings_in

register = template.Library()


@register.inclusion_tag("core/_personal_notice.html")
def personal_notice(*texts: str, as_reviewer: bool = False) -> dict[str, Any]:
    return {"findings": findings_in(texts), "as_reviewer": as_reviewer}
