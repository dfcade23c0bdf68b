from django.db import migrations

from bezpiecznik.core.triggers import Install


class Migration(migrations.Migration):
    dependencies = [("core", "0005_end_of_the_journal_so_far")]

    operations = [Install()]
