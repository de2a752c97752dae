-- By what each figure is broken down; the figure itself has neither dimension nor item.
SELECT *
FROM (VALUES
${rows}
) AS t (figure, dimension, item, label_zh, label_en, item_position)
