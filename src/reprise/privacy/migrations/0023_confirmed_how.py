"""Who has no room confirms a deleted copy by the link of the letter, or through staff, who say how
they have recognised who says so."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("privacy", "0022_keys_and_accounts"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="sellercopy", name="privacy_sellercopy_confirmed"
        ),
        migrations.AddField(
            model_name="sellercopy",
            name="confirmed_how",
            field=models.CharField(blank=True, default="", help_text="'': in the seller's room", max_length=7),
        ),
        migrations.AlterField(
            model_name="sellercopy",
            name="confirmed_by",
            field=models.UUIDField(help_text="who said so for the seller, or of the staff entered it", null=True),
        ),
        migrations.AddConstraint(
            model_name="sellercopy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_at__isnull", True), ("confirmed_by__isnull", True), ("confirmed_how", "")
                )
                | models.Q(
                    ("confirmed_at__isnull", False), ("confirmed_by__isnull", False),
                    ("confirmed_how__in", ["", "address", "phone", "paper"]),
                )
                | models.Q(
                    ("confirmed_at__isnull", False), ("confirmed_by__isnull", True), ("confirmed_how", "link")
                ),
                name="privacy_sellercopy_confirmed",
            ),
        ),
    ]
