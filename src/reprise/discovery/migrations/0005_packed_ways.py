"""A shelf gets its ways packed, and loses the arrays that their marks replace."""

from django.db import migrations, models

# As `discovery.ways` numbered them when this was written; `reprise rebuild` makes the same again.
_PACK = """
WITH marked AS (
  SELECT o.market, o.product_id, o.variant_id, o.grade, o.price_minor + o.shipping_minor AS total,
         1::bigint << (array_position(
             '{fair,good,very_good,premium}'::text[], o.grade::text) - 1)
         | CASE WHEN o.colour = '' THEN 0 ELSE 1::bigint << (array_position(
             '{black,grey,silver,white,gold,brown,red,pink,orange,yellow,green,blue,purple}'
             ::text[], o.colour::text) + 3) END
         | CASE WHEN o.storage_gb = 0 THEN 0 ELSE 1::bigint << (
             array_position(s.storages, o.storage_gb) + 16) END AS mark
    FROM discovery_option o JOIN discovery_shelf s USING (market, product_id)
), packed AS (
  SELECT market, product_id, bit_or(mark) AS marks,
         string_agg(int8send(total), '' ORDER BY total, variant_id, grade)
         || string_agg(int8send(mark), '' ORDER BY total, variant_id, grade) AS ways
    FROM marked GROUP BY market, product_id
)
UPDATE discovery_shelf s SET marks = p.marks, ways = p.ways
  FROM packed p WHERE p.market = s.market AND p.product_id = s.product_id
"""


class Migration(migrations.Migration):

    dependencies = [
        ('discovery', '0004_shelf_categories'),
    ]

    operations = [
        migrations.AddField('shelf', 'marks', models.BigIntegerField(default=0), preserve_default=False),
        migrations.AddField('shelf', 'ways', models.BinaryField(default=b''), preserve_default=False),
        migrations.RunSQL(_PACK, migrations.RunSQL.noop),
        migrations.RemoveField('shelf', 'colours'),
        migrations.RemoveField('shelf', 'grades'),
    ]
