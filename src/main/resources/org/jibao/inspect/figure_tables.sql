-- $1 job: whether its figures stand in schema mart, and not another job's.
SELECT
    (SELECT count(*)
     FROM duckdb_tables()
     WHERE database_name = current_database() AND schema_name = 'mart'
         AND table_name IN ('figure', 'figure_definition', 'figure_item', 'figure_operand', 'figure_source', 'reporting_unit', 'scope')
    ) = 7
    AND EXISTS (FROM returns.parameter WHERE job = $1) AS computed
