from secrets import token_hex

from django.db import migrations


def give_tokens(apps, _editor):
    for message in apps.get_model("notices", "Message").objects.filter(token=None):
        message.token = token_hex(16)
        message.save(update_fields=("token",))


class Migration(migrations.Migration):

    dependencies = [("notices", "0002_queue_and_choices")]

    operations = [migrations.RunPython(give_tokens, migrations.RunPython.noop)]
