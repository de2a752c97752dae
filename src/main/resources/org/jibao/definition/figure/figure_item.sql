-- Each figure, which has neither dimension nor item, and the parts that it is broken down into, numbered; of_units: whether mart.figure has it of each unit.
SELECT *
FROM (VALUES
${rows}
) AS t (figure, dimension, item, label_zh, label_en, item_position, number, of_units)
