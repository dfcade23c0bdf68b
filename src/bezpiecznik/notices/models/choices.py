"""What each person chose: how often, and from what they unsubscribed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import one_of
from bezpiecznik.notices.kinds import title_of


class Rhythm(models.TextChoices):
    AT_ONCE = "at_once", _("od razu, każdą osobno")
    DAILY = "daily", _("raz dziennie, w jednej wiadomości")
    WEEKLY = "weekly", _("raz w tygodniu, w jednej wiadomości")


class Choice(models.Model):
    """How often a person gets what is not duty; whoever never chose gets it once a day."""

    user = models.OneToOneField(User, models.PROTECT, primary_key=True, related_name="notices_choice")
    rhythm = models.CharField(_("jak często"), max_length=10, choices=Rhythm, default=Rhythm.DAILY)

    class Meta:
        verbose_name = _("wybór osoby")
        verbose_name_plural = _("wybory osób")
        constraints = (one_of("rhythm", Rhythm.values, name="choice_rhythm_known"),)

    def __str__(self) -> str:
        return self.get_rhythm_display()


class Declined(models.Model):
    """A kind of message that a person does not want."""

    user = models.ForeignKey(User, models.PROTECT, related_name="declined", verbose_name=_("osoba"))
    kind = models.CharField(_("rodzaj"), max_length=80)
    since = models.DateTimeField(_("od kiedy"), default=clock.now)

    class Meta:
        verbose_name = _("rezygnacja")
        verbose_name_plural = _("rezygnacje")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "kind"),
                name="declined_once",
                violation_error_message=_("Osoba zrezygnowała już z tych wiadomości."),
            ),
        )

    def __str__(self) -> str:
        return title_of(self.kind)
