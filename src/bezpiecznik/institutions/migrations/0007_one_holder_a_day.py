from django.db import migrations

POSTGRESQL = """
ALTER TABLE institutions_holding ADD CONSTRAINT holding_one_a_day EXCLUDE USING gist (
    int8range(post_id, post_id, '[]') WITH &&, daterange(since, until, '[]') WITH &&
)
"""
REFUSE = """
CREATE TRIGGER holding_one_a_day_{when} BEFORE {event} ON institutions_holding
WHEN EXISTS (
    SELECT 1 FROM institutions_holding other
    WHERE other.post_id = NEW.post_id AND other.id IS NOT NEW.id
      AND other.since <= COALESCE(NEW.until, '9999-12-31') AND NEW.since <= COALESCE(other.until, '9999-12-31')
)
BEGIN SELECT RAISE(ABORT, 'holding_one_a_day'); END
"""


def keep_days_apart(apps, schema_editor):
    """No post is held by two on one day. PostgreSQL: a range cannot overlap; SQLite: triggers that refuse."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
    else:
        schema_editor.execute(REFUSE.format(when="new", event="INSERT"))
        schema_editor.execute(REFUSE.format(when="changed", event="UPDATE OF post_id, since, until"))


def let_them_meet(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE institutions_holding DROP CONSTRAINT holding_one_a_day")
    else:
        schema_editor.execute("DROP TRIGGER holding_one_a_day_new")
        schema_editor.execute("DROP TRIGGER holding_one_a_day_changed")


class Migration(migrations.Migration):

    dependencies = [
        ('institutions', '0006_invitations_and_handovers'),
    ]

    operations = [
        migrations.RunPython(keep_days_apart, let_them_meet),
    ]
