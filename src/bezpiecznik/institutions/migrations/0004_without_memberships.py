from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('institutions', '0003_posts_of_memberships'),
    ]

    operations = [
        migrations.DeleteModel(
            name='Membership',
        ),
    ]
