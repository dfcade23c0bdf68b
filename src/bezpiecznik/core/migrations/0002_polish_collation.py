from django.contrib.postgres.operations import CreateCollation
from django.db import migrations


class CreateOnPostgres(CreateCollation):
    """SQLite gets its collation with each connection (`core.collation`)."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            super().database_backwards(app_label, schema_editor, from_state, to_state)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [CreateOnPostgres("polski", provider="icu", locale="pl-PL")]
