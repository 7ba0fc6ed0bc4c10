from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deltas", "0002_initial")]

    operations = [
        migrations.AddIndex(
            model_name="delta",
            index=models.Index(fields=["project", "created_at", "id"], name="deltas_by_age"),
        ),
    ]
