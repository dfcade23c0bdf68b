from django.db import migrations


def give_posts(apps, schema_editor):
    """Each person's role becomes a post of its own, held on the same days."""
    Membership, Post, Holding = (apps.get_model("institutions", name) for name in ("Membership", "Post", "Holding"))
    labels = dict(Membership._meta.get_field("role").choices)
    for held in Membership.objects.order_by("pk"):
        post = Post.objects.create(name=labels[held.role], role=held.role, institution_id=held.institution_id)
        Holding.objects.create(post=post, user_id=held.user_id, since=held.since, until=held.until)


class Migration(migrations.Migration):

    dependencies = [
        ('institutions', '0002_posts'),
    ]

    operations = [
        migrations.RunPython(give_posts, migrations.RunPython.noop),
    ]
