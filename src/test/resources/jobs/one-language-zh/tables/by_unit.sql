SELECT unit AS name, received, answered FROM mart.answers JOIN returns.parameter USING (period)
